package dev.tandem.runtime.record.journal;

import dev.tandem.runtime.learn.Transition;
import dev.tandem.runtime.record.PushTask;
import dev.tandem.runtime.record.TickRing;
import dev.tandem.runtime.record.TickScript;
import dev.tandem.runtime.record.TransitionAssembler;
import dev.tandem.runtime.record.journal.RunDescription.Signals;
import dev.tandem.runtime.record.journal.RunDescription.TaskDescription;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A ring, a recorder and a journal put together as a run does it, with a script as its loop. */
final class Recording implements AutoCloseable {
  static final long START_OFFSET_NANOS = 5_000_000_000L;
  static final int HORIZON_STEPS = 5;

  final TickRing ring;
  final TickScript script;
  final Journal journal;
  final Recorder recorder;
  final TransitionAssembler assembler;
  final List<Transition> acknowledged = new ArrayList<>();

  Recording(Journal journal) {
    PushTask task = new PushTask(HORIZON_STEPS);
    this.ring = new TickRing(64, PushTask.observationSpec(), PushTask.ACTION, PushTask.COMMAND);
    this.script = new TickScript(ring);
    this.journal = journal;
    this.assembler = new TransitionAssembler(task, PushTask.observationSpec());
    this.recorder = new Recorder(ring, journal, assembler, acknowledged::add);
  }

  static Recording at(Path path) {
    return new Recording(Journal.create(path, run(), settings()));
  }

  static Recording on(WritableByteChannel channel) {
    return new Recording(Journal.on(channel, Path.of("disk.mcap"), run(), settings()));
  }

  static JournalSettings settings() {
    return new JournalSettings(START_OFFSET_NANOS, 1);
  }

  static RunDescription run() {
    return new RunDescription(
        "test run",
        42,
        "task: push\nseed: 42\n",
        TaskDescription.of(new PushTask(HORIZON_STEPS)),
        new Signals(PushTask.observationSpec(), PushTask.ACTION, PushTask.COMMAND));
  }

  /** An episode that ends by its horizon, each step of three ticks, polled after each decision. */
  Recording episode(long number) {
    script.startEpisode(number);
    for (int step = 0; step < HORIZON_STEPS; step++) {
      script.push = 0.125 * step;
      script.policyVersion = 10 * number + step;
      script.decide(0.1 * step).hold(0.1 * step + 0.01).hold(0.1 * step + 0.02);
      recorder.poll();
    }
    script.endEpisode(0.75);
    recorder.poll();
    return this;
  }

  @Override
  public void close() {
    recorder.close();
  }
}
