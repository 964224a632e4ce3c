package dev.tandem.simbridge.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CableTest {
  private static final Cable CABLE = new Cable(0.3, 0.1, 8, 0.05);

  /** Where the end of a chain is whose links are turned so. */
  private static double[] follow(double[] yaws) {
    double[] at = {CABLE.anchorXMetres(), CABLE.anchorYMetres()};
    double heading = 0;
    for (double yaw : yaws) {
      heading += yaw;
      at[0] += CABLE.linkMetres() * Math.cos(heading);
      at[1] += CABLE.linkMetres() * Math.sin(heading);
    }
    return at;
  }

  @ParameterizedTest
  @CsvSource({"0.6, 0.2", "0.6, 0", "0.4, -0.2", "0.1, 0.1001", "0.65, 0.1001"})
  void theEndOfTheArcIsWhereItWasAsked(double x, double y) {
    double[] end = follow(CABLE.yawsRad(x, y));
    assertEquals(x, end[0], 1e-9);
    assertEquals(y, end[1], 1e-9);
  }

  @Test
  void anEndOutOfReachIsReachedForStraight() {
    double[] yaws = CABLE.yawsRad(0.3, 5.1);
    assertEquals(Math.PI / 2, yaws[0], 1e-9);
    assertEquals(0, yaws[4], 1e-9);
  }

  @Test
  void theArcIsBentAwayFromTheAnchorsAxis() {
    assertTrue(CABLE.yawsRad(0.5, 0.3)[0] > Math.PI / 4);
    assertTrue(CABLE.yawsRad(0.5, -0.1)[0] < -Math.PI / 4);
  }
}
