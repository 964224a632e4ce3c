package dev.tandem.runtime.record.journal;

import dev.tandem.runtime.act.Actuator;
import dev.tandem.runtime.act.SafeCommand;
import dev.tandem.runtime.act.SafetyGate;
import dev.tandem.runtime.act.Verdict;
import dev.tandem.runtime.decide.Controller;
import dev.tandem.runtime.decide.InterventionSource;
import dev.tandem.runtime.decide.Origin;
import dev.tandem.runtime.decide.Policy;
import dev.tandem.runtime.loop.ControlLoop;
import dev.tandem.runtime.loop.Deciders;
import dev.tandem.runtime.loop.LoopParts;
import dev.tandem.runtime.loop.StrictSupervisor;
import dev.tandem.runtime.loop.Timing;
import dev.tandem.runtime.record.PushTask;
import dev.tandem.runtime.record.TickSink;
import dev.tandem.runtime.sense.Sensor;
import dev.tandem.runtime.signal.Action;
import dev.tandem.runtime.signal.IoStatus;
import dev.tandem.runtime.signal.MutableAction;
import dev.tandem.runtime.signal.MutableCommand;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.SimulatedClock;
import dev.tandem.runtime.time.Tick;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * A process that runs the control loop and records it for ever, and tells on standard output the
 * number of each transition that was acknowledged. Made to be killed.
 */
final class RecordedLoop {
  private static final long PERIOD_NANOS = 1_000_000;

  private RecordedLoop() {}

  /** The one argument is the journal's path. */
  public static void main(String[] arguments) throws IOException {
    try (Recording recording = Recording.at(Path.of(arguments[0]));
        FileOutputStream out = new FileOutputStream(FileDescriptor.out)) {
      ControlLoop loop = loop(recording.ring);
      int told = 0;
      for (long episode = 0; ; episode++) {
        loop.startEpisode(episode);
        for (int i = 0; i < Recording.HORIZON_STEPS * 3; i++) {
          loop.tick();
          recording.recorder.poll();
          told = tell(recording, told, out);
        }
        loop.endEpisode();
        recording.recorder.poll();
        told = tell(recording, told, out);
      }
    }
  }

  private static int tell(Recording recording, int told, FileOutputStream out) throws IOException {
    for (int i = told; i < recording.acknowledged.size(); i++) {
      out.write((i + "\n").getBytes(StandardCharsets.US_ASCII));
    }
    return recording.acknowledged.size();
  }

  private static ControlLoop loop(TickSink sink) {
    SafetyGate gate =
        new SafetyGate(
            PushTask.COMMAND, List.of((tick, observation, last, command) -> Verdict.PASSED));
    LoopParts parts =
        new LoopParts(
            new SimulatedClock(),
            Timing.every(PERIOD_NANOS),
            List.of(new Swing()),
            new StrictSupervisor(),
            List.of(),
            new Push(),
            new Push(),
            gate,
            new Nothing(),
            sink);
    Deciders deciders =
        new Deciders(InterventionSource.NOBODY, new Half(), Origin.POLICY, 3, 1_000 * PERIOD_NANOS);
    return new ControlLoop(
        parts, deciders, new MutableObservation(PushTask.observationSpec()), PushTask.ACTION);
  }

  private static final class Swing implements Sensor {
    @Override
    public IoStatus sample(Tick tick, MutableObservation observation) {
      for (int i = 0; i < observation.size(); i++) {
        observation.set(i, 0.5 * Math.sin(0.01 * tick.index() + i));
      }
      return IoStatus.OK;
    }

    @Override
    public void close() {}
  }

  private static final class Half implements Policy {
    @Override
    public void act(Tick tick, Observation observation, MutableAction action) {
      action.set(0, 0.5 * observation.get(0));
    }

    @Override
    public long version() {
      return 1;
    }
  }

  private static final class Push implements Controller {
    @Override
    public void reset(Observation observation) {}

    @Override
    public void decided(Tick tick, Observation observation, Action action) {}

    @Override
    public void hold(Tick tick, Observation observation) {}

    @Override
    public void update(Tick tick, Observation observation, Action action, MutableCommand command) {
      command.set(0, action.get(0));
    }
  }

  private static final class Nothing implements Actuator {
    @Override
    public SignalSpec spec() {
      return PushTask.COMMAND;
    }

    @Override
    public IoStatus write(Tick tick, SafeCommand command) {
      return IoStatus.OK;
    }

    @Override
    public IoStatus makeSafe(Tick tick) {
      return IoStatus.OK;
    }

    @Override
    public void close() {}
  }
}
