package dev.tandem.app.soak;

import dev.tandem.app.assembly.JournalPlan;
import dev.tandem.runtime.record.TickRing;
import dev.tandem.runtime.record.TransitionAssembler;
import dev.tandem.runtime.record.journal.Journal;
import dev.tandem.runtime.record.journal.JournalEvent;
import dev.tandem.runtime.record.journal.JournalException;
import dev.tandem.runtime.record.journal.JournalSettings;
import dev.tandem.runtime.record.journal.Recorder;
import dev.tandem.runtime.record.journal.RecorderThread;
import dev.tandem.runtime.record.journal.SteadyRecorder;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.Clock;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.simbridge.fault.FullDisk;
import dev.tandem.simbridge.fault.MisplacedFile;
import dev.tandem.simbridge.task.SimulatedTask;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Ring, recorder and journal of a soak, on a disk that may be full: every tick, whole. In real time
 * the recorder has a thread of its own; in simulated time the loop's thread polls it.
 */
final class SoakRecording implements AutoCloseable {
  private static final long IDLE_NANOS = 5_000_000;

  private final TickRing ring;
  private final Recorder recorder;
  private final FullDisk disk;
  private final MisplacedFile place;
  private final SteadyRecorder steady;
  private final Optional<RecorderThread> thread;

  /**
   * Starts a journal.
   *
   * @param file that must not be there yet
   * @param clock the loop's
   */
  SoakRecording(SimulatedTask task, Path file, SoakOptions options, Clock clock) {
    SignalSpec spec = SoakCell.spec(task);
    JournalPlan plan = new JournalPlan(file, "soak", options.seed(), "", new JournalSettings(0, 1));
    this.ring = JournalPlan.ring(task, spec);
    this.disk = new FullDisk(open(file));
    this.place = new MisplacedFile(file);
    Journal journal = Journal.on(disk, file, plan.description(task, spec), plan.settings());
    this.recorder =
        new Recorder(ring, journal, new TransitionAssembler(task, spec), transition -> {});
    this.steady = new SteadyRecorder(recorder, clock);
    this.thread =
        options.inRealTime()
            ? Optional.of(new RecorderThread(recorder, clock, IDLE_NANOS))
            : Optional.empty();
    thread.ifPresent(RecorderThread::start);
  }

  private static FileChannel open(Path file) {
    try {
      return FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw new JournalException(file, "cannot be created: " + e, e);
    }
  }

  TickRing ring() {
    return ring;
  }

  /** In simulated time, every few ticks. */
  void poll() {
    if (thread.isEmpty()) {
      steady.poll();
    }
  }

  void note(long stampNanos, String text) {
    recorder.note(JournalEvent.note(stampNanos, text));
  }

  /** Whether the disk has no room from now on. */
  void fill(boolean full) {
    disk.set(full);
  }

  /** Whether the journal goes by another name from now on. */
  void misplace(boolean away) {
    if (away) {
      place.moveAway();
    } else {
      place.moveBack();
    }
  }

  @HotPath
  boolean fallsBehind() {
    return !(thread.isPresent() ? thread.get().keepsUp() : steady.keepsUp());
  }

  /** Makes room, records what is left and closes the journal; once nobody ticks any more. */
  @Override
  public void close() {
    disk.set(false);
    if (thread.isPresent()) {
      thread.get().close();
    } else {
      steady.close();
    }
  }
}
