package dev.tandem.simbridge.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FaultWindowTest {
  @Test
  void isClosedUntilItIsOpened() {
    FaultWindow window = new FaultWindow();
    for (long i : new long[] {0, 1, Long.MAX_VALUE - 1}) {
      assertFalse(window.isOpen(At.tick(i)));
    }
  }

  @Test
  void isOpenFromItsFirstTickToBeforeItsLast() {
    FaultWindow window = At.window();
    for (long i = 0; i < 20; i++) {
      assertEquals(At.isInside(i), window.isOpen(At.tick(i)), "tick " + i);
      assertEquals(i - At.FIRST, window.sinceOpened(At.tick(i)));
    }
  }

  @Test
  void isClosedOnceItIsClosed() {
    FaultWindow window = At.window();
    window.close();
    assertFalse(window.isOpen(At.tick(At.FIRST)));
  }

  @Test
  void opensAtEveryTickOfItsRangeAndAtNoOther() {
    SplittableRandom random = new SplittableRandom(1);
    boolean[] seen = new boolean[4];
    for (int i = 0; i < 200; i++) {
      FaultWindow window = new FaultWindow();
      long at = window.openAtRandom(random, 10, 13, 2);
      seen[(int) at - 10] = true;
      assertFalse(window.isOpen(At.tick(at - 1)));
      assertTrue(window.isOpen(At.tick(at)));
      assertTrue(window.isOpen(At.tick(at + 1)));
      assertFalse(window.isOpen(At.tick(at + 2)));
    }
    for (boolean each : seen) {
      assertTrue(each);
    }
  }

  @Test
  void aFaultLastsForAtLeastATick() {
    assertThrows(IllegalArgumentException.class, () -> new FaultWindow().open(3, 0));
  }
}
