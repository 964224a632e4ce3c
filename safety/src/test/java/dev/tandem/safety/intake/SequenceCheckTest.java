package dev.tandem.safety.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.runtime.time.MutableTick;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SequenceCheckTest {
  private final MutableTick tick = new MutableTick(1_000_000);
  private final SequenceCheck numbers = new SequenceCheck();

  private boolean isNew(long index, double number) {
    tick.set(index, index * 1_000_000, 0);
    return numbers.isNew(tick, number);
  }

  @Test
  void eachNextNumberIsNewOnce() {
    assertTrue(isNew(0, 100));
    assertTrue(isNew(1, 101));
    assertFalse(isNew(1, 101));
    assertFalse(isNew(2, 100));
    assertTrue(isNew(3, 102));
  }

  @ParameterizedTest
  @CsvSource({"1, 6, true", "1, 7, false", "10, 15, true", "10, 16, false", "1, 1e18, false"})
  void aNumberMayBeAheadOfTheTicksThatHavePassedByFive(long ticks, double by, boolean expected) {
    isNew(0, 100);
    assertEquals(expected, isNew(ticks, 100 + by));
  }

  @Test
  void whatWasSpoiltIsForgotten() {
    isNew(0, 100);
    assertFalse(isNew(1, 1e18));
    assertTrue(isNew(2, 102));
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void whatIsNoNumberIsNotTheFirst(double number) {
    assertFalse(isNew(0, number));
    assertTrue(isNew(1, 7));
  }

  @Test
  void afterARestartAnyNumberIsTheFirst() {
    isNew(0, 1e18);
    assertFalse(isNew(1, 7));
    numbers.restart();
    assertTrue(isNew(2, 7));
  }
}
