package dev.tandem.safety.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.runtime.time.MutableTick;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Stamps in quarters of a second, which are exact; one may run ahead by a quarter. */
class StampCheckTest {
  private static final long QUARTER_NANOS = 250_000_000;

  private final StampCheck stamps = new StampCheck(QUARTER_NANOS);
  private final MutableTick tick = new MutableTick(QUARTER_NANOS);

  private boolean isGood(int quarter, double stampSeconds) {
    tick.set(quarter, quarter * QUARTER_NANOS, 0);
    return stamps.isGood(tick, stampSeconds);
  }

  @BeforeEach
  void theFirstOneIsGood() {
    assertTrue(isGood(0, 8));
  }

  @ParameterizedTest
  @CsvSource({"7.75, false", "8, true", "8.5, true", "8.75, true", "9, false", "NaN, false"})
  void twoQuartersLaterAStampIsGoodThatGrewByNoMoreThanThree(double stamp, boolean good) {
    assertEquals(good, isGood(2, stamp));
  }

  @Test
  void aStampThatStandsStillIsMeasuredFromWhenItCame() {
    assertTrue(isGood(1, 8));
    assertTrue(isGood(2, 8));
    assertTrue(isGood(3, 9));
  }

  @Test
  void theNextOneIsComparedWithTheLastGoodOne() {
    assertFalse(isGood(1, 99));
    assertTrue(isGood(2, 8.5));
    assertTrue(isGood(3, 8.75));
    assertFalse(isGood(4, 8.5));
  }
}
