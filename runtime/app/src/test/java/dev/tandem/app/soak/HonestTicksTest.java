package dev.tandem.app.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;
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

  /** The command that was only counted in the last tick; NaN for none. */
  private double counted = Double.NaN;

  /** The command that is judged in this tick; NaN for none. */
  private double next() {
    record.tick++;
    record.appliedCommand[0]++;
    return judged();
  }

  private double judged() {
    Optional<HonestTicks.Told> told = honest.next(record, record, powerless);
    double command = told.map(of -> of.tick().appliedCommand[0]).orElse(Double.NaN);
    boolean isJudged = told.filter(HonestTicks.Told::isJudged).isPresent();
    counted = isJudged ? Double.NaN : command;
    return isJudged ? command : Double.NaN;
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
  }

  @Test
  void aTickIsJudgedOnceTheNextOneSaysThatNothingGaveWay() {
    settle();
    assertEquals(21, next());
    assertEquals(22, next());
    record.faults = Fault.CONTACT.bit();
    assertEquals(23, next());
  }

  @Test
  void aTickInWhichALimitGaveWayIsCountedButNotJudged() {
    for (Fault fault : List.of(Fault.QP_INFEASIBLE, Fault.QP_EXHAUSTED)) {
      settle();
      double before = next();
      record.faults = fault.bit();
      assertEquals(Double.NaN, next());
      assertEquals(before + 1, counted);
      record.faults = 0;
      for (int i = 1; i <= 20; i++) {
        assertEquals(Double.NaN, next());
        assertEquals(before + 1 + i, counted, "coming back");
      }
      assertEquals(before + 22, next());
      honest.lose();
    }
  }

  @Test
  void norForAWhileWhereSensorsLiedOrTheArmHadNoPowerOrTheLoopWasLate() {
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
    assertEquals(22, judged());
    assertEquals(Double.NaN, next(), "the repeated one");
    assertEquals(23, next());
  }

  @Test
  void nothingIsJudgedAcrossAGap() {
    settle();
    honest.lose();
    settle();
    assertEquals(42, next());
  }
}
