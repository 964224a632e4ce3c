package dev.tandem.runtime.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class TimingTest {
  @Test
  void atOneKilohertzATickMayTakeThreeHundredMicroseconds() {
    assertEquals(new Timing(1_000_000, 300_000), Timing.every(1_000_000));
  }

  @Test
  void noTimeAtAllIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Timing(0, 1));
    assertThrows(IllegalArgumentException.class, () -> new Timing(1, 0));
  }
}
