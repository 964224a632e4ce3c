package dev.tandem.controllers.impedance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SetPointTest {
  private static final double[] TOOL = {1, 0, 0, 0.5, 0, 1, 0, 0, 0, 0, 1, 0.2, 0, 0, 0, 1};

  private final SetPoint setPoint = new SetPoint(0.25, 1);
  private final double[] error = new double[6];

  @Test
  void restsWhereItWasResetTo() {
    setPoint.reset(TOOL);
    setPoint.advance(1);
    setPoint.errorOf(TOOL, error);
    assertArrayEquals(new double[6], error);
  }

  @Test
  void arrivesExactlyWhereItWasSent() {
    double[] sent = {0.3, -0.2, 0.1, 0.1, -0.2, 0.3};
    setPoint.reset(TOOL);
    setPoint.moveFrom(TOOL, sent);
    setPoint.turnFrom(TOOL, sent);
    for (int i = 0; i < 4_000; i++) {
      setPoint.advance(1e-3);
    }
    setPoint.errorOf(TOOL, error);
    assertArrayEquals(sent, error, 1e-12);
  }

  @Test
  void travelsStraightAtItsSpeed() {
    setPoint.reset(TOOL);
    setPoint.moveFrom(TOOL, new double[] {0.2, 0.1, -0.2});
    setPoint.turnFrom(TOOL, new double[] {0, 0, 0, 0, 0.6, 0.8});
    setPoint.advance(0.1);
    setPoint.errorOf(TOOL, error);
    assertArrayEquals(new double[] {0.05 / 3, 0.025 / 3, -0.05 / 3, 0, 0.06, 0.08}, error, 1e-12);
  }

  @Test
  void aNewGoalDoesNotMakeItJump() {
    setPoint.reset(TOOL);
    setPoint.moveFrom(TOOL, new double[] {0.3, 0, 0});
    setPoint.advance(0.1);
    setPoint.moveFrom(TOOL, new double[] {-0.3, 0, 0});
    setPoint.advance(0.01);
    setPoint.errorOf(TOOL, error);
    assertEquals(0.025 - 0.0025, error[0], 1e-12);
  }
}
