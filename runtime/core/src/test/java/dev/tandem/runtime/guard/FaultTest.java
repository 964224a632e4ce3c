package dev.tandem.runtime.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FaultTest {
  /** Those that others tell, see {@link Fault}. */
  private static final Set<Integer> WITHOUT = Set.of(8, 38, 39, 41);

  @Test
  void everyRowOfTheMatrixHasItsFaultInOrderButThoseThatOthersTell() {
    List<String> rows =
        Arrays.stream(Fault.values()).map(Fault::row).filter(row -> !row.isEmpty()).toList();
    assertEquals(
        IntStream.rangeClosed(1, 45)
            .filter(row -> !WITHOUT.contains(row))
            .mapToObj(row -> String.format("F%02d", row))
            .toList(),
        rows);
  }

  @Test
  void everyFaultHasABitOfItsOwn() {
    long mask = Arrays.stream(Fault.values()).mapToLong(Fault::bit).reduce(0, (a, b) -> a | b);
    assertEquals(Fault.values().length - 1, Long.bitCount(mask));
    assertEquals(0, Fault.NONE.bit());
  }

  @Test
  void theBitsInOldJournalsKeepTheirMeaning() {
    assertEquals(1L << 1, Fault.E_STOP.bit());
    assertEquals(1L << 45, Fault.FRAME_CORRUPT.bit());
    assertEquals(1L << 46, Fault.SENSOR_FAULT.bit());
    assertEquals(1L << 49, Fault.STOP_REQUESTED.bit());
    assertEquals(1L << 52, Fault.STILL_MOVING.bit());
  }

  @Test
  void theStrongerReactionWins() {
    assertEquals(Reaction.STOP1, Reaction.STOP1.stronger(Reaction.STOP2));
    assertEquals(Reaction.STOP1, Reaction.STOP2.stronger(Reaction.STOP1));
    assertFalse(Reaction.HOLD.stops());
    assertTrue(Reaction.STOP2.stops());
  }
}
