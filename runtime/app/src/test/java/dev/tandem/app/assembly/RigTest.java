package dev.tandem.app.assembly;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tandem.app.robot.Robot;
import dev.tandem.runtime.decide.InterventionSource;
import dev.tandem.runtime.decide.Origin;
import dev.tandem.runtime.decide.Policy;
import dev.tandem.runtime.learn.Transition;
import dev.tandem.runtime.record.TickRecord;
import dev.tandem.runtime.record.TickSink;
import dev.tandem.runtime.signal.MutableAction;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.time.SimulatedClock;
import dev.tandem.runtime.time.Tick;
import dev.tandem.simbridge.task.SimulatedTask;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

final class RigTest {
  private static final double[] PUSH = {0.05, 0, 0};
  private static final long MAX_ACTION_AGE_NANOS = 300_000_000;

  private final SimulatedClock clock = new SimulatedClock();
  private final SimulatedTask task = Tasks.create("reach", "plant");
  private final LastTick last = new LastTick(task);
  private final Rig rig =
      new Rig(Robot.shipped(), task, InterventionSource.NOBODY, new Push(), last, clock);

  @Test
  void anActionIsNotHeldForLongerThanThreeDecisions() {
    rig.loop().startEpisode(0);
    rig.loop().tick();
    long decidedNanos = last.record.startNanos;

    clock.advanceNanos(MAX_ACTION_AGE_NANOS);
    rig.loop().tick();
    assertEquals(MAX_ACTION_AGE_NANOS, last.record.startNanos - decidedNanos);
    assertArrayEquals(PUSH, last.record.appliedAction, "not too old yet");
    assertEquals(Origin.POLICY, last.record.origin);

    rig.loop().tick();
    assertArrayEquals(new double[3], last.record.appliedAction, "a tick later it is");
    assertEquals(Origin.FALLBACK, last.record.origin);
  }

  private static final class Push implements Policy {
    @Override
    public void act(Tick tick, Observation observation, MutableAction action) {
      action.setAll(PUSH, 0);
    }

    @Override
    public long version() {
      return 0;
    }
  }

  private static final class LastTick implements TickRecording, TickSink {
    final TickRecord record;

    LastTick(SimulatedTask task) {
      record =
          new TickRecord(task.observationSpec(), task.actionSpec(), task.simulator().commandSpec());
    }

    @Override
    public TickRecord claim() {
      return record;
    }

    @Override
    public void publish() {}

    @Override
    public TickSink sink() {
      return this;
    }

    @Override
    public void drain(Consumer<? super Transition> transitions) {}

    @Override
    public void carryOver(List<Transition> earlier) {}

    @Override
    public void note(String text) {}

    @Override
    public void close() {}
  }
}
