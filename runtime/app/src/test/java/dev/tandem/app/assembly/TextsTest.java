package dev.tandem.app.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TextsTest {
  @Test
  void keepsThoseOfManyClassesAndReadsThemOnce() {
    int kept = Texts.make();
    assertTrue(kept > 1000, () -> "only " + kept);
    assertEquals(kept, Texts.make());
  }
}
