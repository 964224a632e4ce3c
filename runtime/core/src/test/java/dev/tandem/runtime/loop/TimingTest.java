package dev.tandem.runtime.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class TimingTest {
  @Test
  void atOneKilohertzATickMayTakeThreeHundredMicroseconds() {
    assertEquals(new Timing(1_000_000, 0, 300_000), Timing.every(1_000_000));
  }

  @Test
  void aPhaseIsShorterThanThePeriod() {
    Timing timing = Timing.every(10);
    assertEquals(9, timing.at(9).phaseNanos());
    assertThrows(IllegalArgumentException.class, () -> timing.at(10));
    assertThrows(IllegalArgumentException.class, () -> timing.at(-1));
  }

  @Test
  void noTimeAtAllIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Timing(0, 0, 1));
    assertThrows(IllegalArgumentException.class, () -> new Timing(1, 0, 0));
  }
}
