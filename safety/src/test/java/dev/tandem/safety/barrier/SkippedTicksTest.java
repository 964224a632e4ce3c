package dev.tandem.safety.barrier;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.safety.FilteredArm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A wrist that is sped up towards its limit, and something that pushes it: a filter that was not
 * asked for some ticks says what one says that was asked in all of them.
 */
class SkippedTicksTest {
  private static final int TICKS = 50;
  private static final int WRIST = 6;
  private static final double SPEEDING_UP_RAD_PER_S2 = 9;
  private static final double END_RAD_PER_S = 2.28;
  private static final double TRUE_RAD_PER_S2 = 11.9;
  private static final double PUSH_NM = 0.3;
  private static final double NEAR_NM = 0.02;

  private final FilteredArm arm = new FilteredArm();
  private final BarrierFilter always = filter();
  private final BarrierFilter sometimes = filter();
  private long index;

  private BarrierFilter filter() {
    return new BarrierFilter(
        FilteredArm.OBSERVATION,
        FilteredArm.COMMAND,
        MeasuredArm.of(arm.model),
        BarrierConfig.fr3(),
        () -> Double.POSITIVE_INFINITY);
  }

  private double[] wanted() {
    double[] acceleration = new double[FilteredArm.JOINTS];
    acceleration[WRIST] = SPEEDING_UP_RAD_PER_S2;
    return arm.torqueFor(acceleration);
  }

  private double[] ask(BarrierFilter filter, double[] torque) {
    arm.command(torque);
    arm.apply(filter);
    return arm.commanded();
  }

  private void step(double[] torque) {
    arm.command(torque);
    arm.step();
    index++;
    arm.tick.set(index, index * 1_000_000, 0);
  }

  /** What both say at the end: the one that was always asked first. */
  private double[][] after(int skipped) {
    arm.disturbanceNm[WRIST] = PUSH_NM;
    arm.qd[WRIST] = END_RAD_PER_S - 1e-3 * TRUE_RAD_PER_S2 * (TICKS + skipped);
    double[] torque = wanted();
    for (int i = 0; i < TICKS; i++) {
      torque = wanted();
      ask(always, torque);
      ask(sometimes, torque);
      step(torque);
    }
    for (int i = 0; i < skipped; i++) {
      ask(always, torque);
      step(torque);
    }
    double[] now = wanted();
    double[][] said = {ask(always, now), ask(sometimes, now)};
    assertTrue(said[0][WRIST] < now[WRIST], "it is held back");
    return said;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 9})
  void whatTheDrivesDidInThemIsExplained(int skipped) {
    double[][] said = after(skipped);
    assertArrayEquals(said[0], said[1], NEAR_NM);
  }

  @Test
  void afterTooManyWhatPushedIsForgotten() {
    double[][] said = after(10);
    assertTrue(
        Math.abs(said[0][WRIST] - said[1][WRIST]) > NEAR_NM,
        () ->
            said[0][WRIST]
                + " and "
                + said[1][WRIST]
                + " Nm of "
                + arm.lastApplied.get(WRIST)
                + " at "
                + arm.qd[WRIST]);
  }
}
