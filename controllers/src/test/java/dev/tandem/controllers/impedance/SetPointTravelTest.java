package dev.tandem.controllers.impedance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** What is on its way: how long it takes, and what makes it be forgotten. */
class SetPointTravelTest {
  private static final double[] TOOL = {1, 0, 0, 0.5, 0, 1, 0, 0, 0, 0, 1, 0.2, 0, 0, 0, 1};
  private static final double[] FAR = {0.2, 0, 0, 0, 0, 0.5};

  /** The first window 50 ticks of 1 ms, the second 4: 53 together. */
  private static final Travel EVEN = new Travel(0.25, 0.15, 10, 5000);

  private static final double DT = 1e-3;

  private final SetPoint setPoint = new SetPoint(EVEN, EVEN);
  private final double[] error = new double[6];

  SetPointTravelTest() {
    setPoint.reset(TOOL);
  }

  private void advance(int ticks, double dtSeconds) {
    for (int i = 0; i < ticks; i++) {
      setPoint.advance(dtSeconds, false);
    }
    setPoint.errorOf(TOOL, error);
  }

  private void travel() {
    setPoint.moveFrom(TOOL, FAR);
    setPoint.turnFrom(TOOL, FAR);
    advance(200, DT);
    assertTrue(error[0] > 0.03 && error[5] > 0.03, "both are on their way");
  }

  @Test
  void aResetOnTheWayForgetsWhatWasStillToCome() {
    travel();
    setPoint.reset(TOOL);
    advance(1, DT);
    assertArrayEquals(new double[6], error);
    advance(500, DT);
    assertArrayEquals(new double[6], error);
  }

  @Test
  void restGoesOnlyWhereItWouldHaveEndedAndNeverBack() {
    travel();
    setPoint.rest();
    double last = error[0];
    double lastTurn = error[5];
    for (int i = 0; i < 200; i++) {
      advance(1, DT);
      assertTrue(error[0] >= last - 1e-12, "tick " + i + ": back by " + (last - error[0]));
      assertTrue(error[5] >= lastTurn - 1e-12, "tick " + i + ": back by " + (lastTurn - error[5]));
      last = error[0];
      lastTurn = error[5];
    }
  }

  @Test
  void aSmallStepIsThereInAsManyTicksAsItsLimitsTakeAndNoMore() {
    double[] step = {1e-4, 0, 0, 0, 0, 0};
    setPoint.moveFrom(TOOL, step);
    advance(52, DT);
    assertNotEquals(1e-4, error[0], 1e-9);
    advance(1, DT);
    assertEquals(1e-4, error[0], 1e-12);
  }

  @Test
  void withAnotherPeriodWhatWasOnItsWayIsForgotten() {
    travel();
    setPoint.rest();
    double before = error[0];
    setPoint.moveFrom(setPoint.pose().clone(), new double[6]);
    advance(1, 2 * DT);
    assertEquals(before, error[0], 1e-12, "it stands where it stood");
  }

  @Test
  void aTravelMayTakeAFifthOfASecondToTurnRoundAndNotLonger() {
    assertEquals(10, new Travel(0.5, 0.5, 10, 200).maxAcceleration(), "0.1 s and 0.1 s");
    assertThrows(IllegalArgumentException.class, () -> new Travel(0.51, 0.5, 10, 200));
    assertThrows(IllegalArgumentException.class, () -> new Travel(0.5, 0.5, 9.9, 200));
    assertThrows(IllegalArgumentException.class, () -> new Travel(0.5, 0.5, 10, 199));
  }
}
