package dev.tandem.simbridge.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.controllers.model.Arm7;
import dev.tandem.runtime.act.Actuator;
import dev.tandem.runtime.act.SafeCommand;
import dev.tandem.runtime.act.SafetyGate;
import dev.tandem.runtime.act.Verdict;
import dev.tandem.runtime.record.TickRecord;
import dev.tandem.runtime.record.TickSink;
import dev.tandem.runtime.signal.IoStatus;
import dev.tandem.runtime.signal.MutableCommand;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.SimulatedClock;
import dev.tandem.runtime.time.Tick;
import dev.tandem.simbridge.plant.ChainPlant;
import dev.tandem.simbridge.task.Reach;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Drives, clock, ring and arm that go wrong when they are told to, and only then. */
class RobotFaultsTest {
  private static final SignalSpec COMMAND =
      new SignalSpec("drives", SignalSpec.block("tau", "Nm", 2));

  /** Counts what it is asked. */
  private static final class Drives implements Actuator {
    int written;
    int madeSafe;
    boolean closed;

    @Override
    public SignalSpec spec() {
      return COMMAND;
    }

    @Override
    public IoStatus write(Tick tick, SafeCommand command) {
      written++;
      return IoStatus.OK;
    }

    @Override
    public IoStatus makeSafe(Tick tick) {
      madeSafe++;
      return IoStatus.STALE;
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  @Test
  void faultyDrivesBrakeInsteadOfTakingACommand() {
    Drives drives = new Drives();
    FaultyActuator faulty = new FaultyActuator(drives, At.window());
    SafeCommand command =
        new SafetyGate(COMMAND, List.of((at, seen, last, to) -> Verdict.PASSED)).withhold();
    for (long index = 0; index < 12; index++) {
      boolean inside = At.isInside(index);
      assertEquals(inside ? IoStatus.FAULT : IoStatus.OK, faulty.write(At.tick(index), command));
    }
    assertEquals(9, drives.written);
    assertEquals(3, drives.madeSafe);
    assertSame(COMMAND, faulty.spec());
    assertEquals(IoStatus.STALE, faulty.makeSafe(At.tick(0)), "the drives' own answer");
    faulty.close();
    assertTrue(drives.closed);
  }

  @Test
  void aStallMakesTheNextWaitLateAndNoOther() {
    SimulatedClock time = new SimulatedClock();
    StallingClock clock = new StallingClock(time);
    clock.awaitNanos(1_000_000);
    assertEquals(1_000_000, clock.nanoTime());
    clock.stallNextWait(6_000_000);
    assertEquals(1_000_000, clock.nanoTime(), "not before the wait");
    clock.awaitNanos(2_000_000);
    assertEquals(8_000_000, clock.nanoTime());
    clock.awaitNanos(9_000_000);
    assertEquals(9_000_000, clock.nanoTime());
  }

  /** One record, and how often it was published. */
  private static final class Sink implements TickSink {
    final TickRecord record = new TickRecord(COMMAND, COMMAND, COMMAND);
    int published;

    @Override
    public TickRecord claim() {
      return record;
    }

    @Override
    public void publish() {
      published++;
    }

    @Override
    public long lostTicks() {
      return 100;
    }
  }

  @Test
  void aFullSinkLosesAndCountsUntilThereIsRoomAgain() {
    Sink sink = new Sink();
    TickRecord nowhere = new TickRecord(COMMAND, COMMAND, COMMAND);
    boolean[] full = {false};
    FullSink faulty = new FullSink(sink, nowhere, () -> full[0]);
    for (int i = 0; i < 12; i++) {
      full[0] = At.isInside(i);
      assertSame(full[0] ? nowhere : sink.record, faulty.claim());
      faulty.publish();
    }
    assertEquals(9, sink.published);
    assertEquals(103, faulty.lostTicks());
  }

  @Test
  void aRecordThatWasClaimedInTimeIsPublished() {
    Sink sink = new Sink();
    boolean[] full = {false};
    FullSink faulty = new FullSink(sink, new TickRecord(COMMAND, COMMAND, COMMAND), () -> full[0]);
    faulty.claim();
    full[0] = true;
    faulty.publish();
    assertEquals(1, sink.published);
    assertEquals(100, faulty.lostTicks());
  }

  private static double[] values(MutableObservation observation, String block) {
    SignalSpec spec = observation.spec();
    double[] values = new double[7];
    for (int i = 0; i < 7; i++) {
      values[i] = observation.get(spec.indexOf(block + "." + i));
    }
    return values;
  }

  @Test
  void aPushMovesTheArmAndIsNotInWhatItsDrivesMeasure() {
    ChainPlant free = plant();
    PushedSimulator pushed = new PushedSimulator(plant());
    MutableCommand command = new MutableCommand(free.commandSpec());
    for (int i = 0; i < 7; i++) {
      command.set(i, i - 3.0);
    }
    MutableObservation expected = new MutableObservation(free.observationSpec());
    MutableObservation found = new MutableObservation(free.observationSpec());
    step(free, pushed, command, expected, found);
    assertEquals(values(expected, "q")[1], values(found, "q")[1], "no push, no difference");
    pushed.push(new double[] {0, 30, 0, 0, 0, 0, 0});
    for (int i = 0; i < 20; i++) {
      step(free, pushed, command, expected, found);
    }
    assertTrue(values(found, "q")[1] > values(expected, "q")[1] + 1e-4, "it is pushed");
    assertEquals(values(expected, "tau")[1], values(found, "tau")[1], 1e-9, "unfelt by the drives");
    double speed = values(found, "qd")[1];
    pushed.push(new double[7]);
    step(free, pushed, command, expected, found);
    assertFalse(values(found, "qd")[1] > speed, "nobody pushes any more");
  }

  @Test
  void brakesHideNoPushBecauseTheyMeasureNothing() {
    PushedSimulator pushed = new PushedSimulator(plant());
    MutableObservation found = new MutableObservation(pushed.observationSpec());
    pushed.push(new double[] {0, 30, 0, 0, 0, 0, 0});
    pushed.brake(1e-3);
    pushed.observe(found);
    assertEquals(0, values(found, "tau")[1]);
    pushed.reset(1);
    pushed.observe(found);
    assertEquals(0, values(found, "tau")[1]);
  }

  private static ChainPlant plant() {
    ChainPlant plant =
        (ChainPlant) new Reach(scene -> new ChainPlant(Arm7.chain(), scene)).simulator();
    plant.reset(1);
    return plant;
  }

  private static void step(
      ChainPlant free,
      PushedSimulator pushed,
      MutableCommand command,
      MutableObservation expected,
      MutableObservation found) {
    free.step(command, 1e-3);
    pushed.step(command, 1e-3);
    free.observe(expected);
    pushed.observe(found);
  }
}
