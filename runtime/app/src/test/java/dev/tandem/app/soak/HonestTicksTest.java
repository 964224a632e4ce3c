package dev.tandem.app.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.runtime.guard.Fault;
import dev.tandem.runtime.record.TickRecord;
import dev.tandem.runtime.signal.Channel;
import dev.tandem.runtime.signal.SignalSpec;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HonestTicksTest {
  private static final SignalSpec SPEC =
      new SignalSpec(
          "soak",
          List.of(
              Channel.of("q.0", "rad"),
              Channel.of("qd.0", "rad/s"),
              Channel.of("truth.q.0", "rad"),
              Channel.of("truth.qd.0", "rad/s")));
  private static final SignalSpec DRIVE = new SignalSpec("drive", List.of(Channel.of("tau", "Nm")));

  private final HonestTicks honest = new HonestTicks(SPEC);
  private final TickRecord record = new TickRecord(SPEC, DRIVE, DRIVE);
  private boolean powerless;

  /** Whether what is told need not keep its limits. */
  private boolean givesWay;

  /** The command that is told in this tick, of the one before; NaN for none. */
  private double next() {
    record.tick++;
    record.appliedCommand[0]++;
    return told();
  }

  private double told() {
    Optional<HonestTicks.Told> told = honest.next(record, record, powerless);
    givesWay = told.filter(HonestTicks.Told::givesWay).isPresent();
    return told.map(of -> of.tick().appliedCommand[0]).orElse(Double.NaN);
  }

  private void settle() {
    for (int i = 0; i < 21; i++) {
      assertEquals(Double.NaN, next(), "tick " + i);
    }
  }

  private void assertDoubtfulOnce() {
    double before = record.appliedCommand[0];
    assertEquals(before, next(), "of the tick before");
    record.faults = 0;
    record.skippedTicks = 0;
    record.observation[0] = record.observation[2];
    powerless = false;
    settle();
    assertTrue(next() > before);
    assertTrue(givesWay, "the first comes from anywhere");
    next();
    assertFalse(givesWay);
  }

  @Test
  void aTickIsToldOnceTheNextOneSaysWhetherSomethingGaveWay() {
    settle();
    assertEquals(21, next());
    assertTrue(givesWay, "the first comes from anywhere");
    assertEquals(22, next());
    assertFalse(givesWay);
    record.faults = Fault.CONTACT.bit();
    assertEquals(23, next());
    assertFalse(givesWay);
  }

  @Test
  void aTickInWhichALimitGaveWayNeedNotKeepIt() {
    settle();
    next();
    for (Fault fault : List.of(Fault.QP_INFEASIBLE, Fault.QP_EXHAUSTED)) {
      next();
      assertFalse(givesWay);
      record.faults = fault.bit();
      next();
      assertTrue(givesWay);
      record.faults = 0;
    }
  }

  @Test
  void thatALimitGaveWayInATickThatIsNotToldIsNotForgotten() {
    settle();
    next();
    next();
    told();
    record.faults = Fault.QP_INFEASIBLE.bit();
    assertEquals(Double.NaN, next(), "of the repeated one");
    record.faults = 0;
    next();
    assertTrue(givesWay);
    next();
    assertFalse(givesWay);
  }

  @Test
  void nothingIsToldForAWhileWhereSensorsLiedOrTheArmHadNoPowerOrTheLoopWasLate() {
    settle();
    next();
    record.observation[0] = 0.1;
    assertDoubtfulOnce();
    record.observation[3] = 0.1;
    double before = record.appliedCommand[0];
    assertEquals(before, next());
    record.observation[1] = 0.1;
    settle();
    assertTrue(next() > before);
    powerless = true;
    assertDoubtfulOnce();
    record.skippedTicks = 1;
    assertDoubtfulOnce();
  }

  @Test
  void aCommandThatComesAgainWasMadeForAnotherPosture() {
    settle();
    assertEquals(21, next());
    assertEquals(22, told());
    assertEquals(Double.NaN, next(), "the repeated one");
    assertEquals(23, next());
  }

  @Test
  void nothingIsToldAcrossAGap() {
    settle();
    honest.lose();
    settle();
    assertEquals(42, next());
  }
}
