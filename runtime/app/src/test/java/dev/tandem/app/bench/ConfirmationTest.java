package dev.tandem.app.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ConfirmationTest {
  /** Deviations of 2, 0, 0 and -2: a variance of 8/3, and of the mean 2/3. */
  private final Confirmation confirmation = Confirmation.of(-152, -150, -150, -148);

  @Test
  void tellsHowFarChanceMovesTheMean() {
    assertEquals(-150, confirmation.mean(), 1e-12);
    assertEquals(Math.sqrt(2 / 3.0), confirmation.standardError(), 1e-12);
  }

  @Test
  void holdsWhereTheMeanLessTheErrorOfADifferenceDoes() {
    assertTrue(confirmation.holds(-151.2));
    assertFalse(confirmation.holds(-151.1));
  }
}
