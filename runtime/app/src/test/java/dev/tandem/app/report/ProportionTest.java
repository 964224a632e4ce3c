package dev.tandem.app.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ProportionTest {
  /** Wilson's bounds are the rates that lie just 1.96 of their own standard errors away. */
  @ParameterizedTest
  @CsvSource({"95, 100", "1, 2", "15, 20", "1, 1000", "499, 500"})
  void boundsWhatTheScoreTestWouldAccept(int successes, int trials) {
    Proportion proportion = new Proportion(successes, trials);
    for (double bound : new double[] {proportion.low(), proportion.high()}) {
      double standardError = Math.sqrt(bound * (1 - bound) / trials);
      assertEquals(1.95996398, Math.abs(proportion.rate() - bound) / standardError, 1e-8);
    }
    assertTrue(proportion.low() < proportion.rate() && proportion.rate() < proportion.high());
  }

  @Test
  void reachesTheEdgesExactly() {
    assertEquals(0, new Proportion(0, 20).low());
    assertEquals(0.161125, new Proportion(0, 20).high(), 1e-6);
    assertEquals(0.838875, new Proportion(20, 20).low(), 1e-6);
    assertEquals(1, new Proportion(20, 20).high());
  }

  @Test
  void refusesWhatIsNoProportion() {
    assertThrows(IllegalArgumentException.class, () -> new Proportion(0, 0));
    assertThrows(IllegalArgumentException.class, () -> new Proportion(3, 2));
    assertThrows(IllegalArgumentException.class, () -> new Proportion(-1, 2));
  }
}
