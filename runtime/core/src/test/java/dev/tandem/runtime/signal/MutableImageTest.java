package dev.tandem.runtime.signal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class MutableImageTest {
  private final MutableImage image = new MutableImage(new ImageSpec("wrist", 2, 1, 3));

  @Test
  void hasNoStampBeforeTheFirstFrame() {
    assertEquals(-1, image.stampNanos());
  }

  @Test
  void takesAFrameFromAnOffsetAndGivesItToAnother() {
    image.set(42, new byte[] {9, 1, 2, 3, 4, 5, 6, 9}, 1);
    byte[] copy = new byte[8];
    image.copyTo(copy, 2);
    assertArrayEquals(new byte[] {0, 0, 1, 2, 3, 4, 5, 6}, copy);
    assertEquals(42, image.stampNanos());
  }

  @Test
  void valuesAreUnsigned() {
    image.set(0, new byte[] {0, (byte) 200, (byte) 255, 0, 0, 0}, 0);
    assertEquals(200, image.get(1));
    assertEquals(255, image.get(2));
  }

  @Test
  void anImageWithoutPixelsIsRefused() {
    for (int[] shape : new int[][] {{0, 1, 1}, {1, 0, 1}, {1, 1, 0}}) {
      assertThrows(
          IllegalArgumentException.class, () -> new ImageSpec("i", shape[0], shape[1], shape[2]));
    }
  }
}
