package dev.tandem.app.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TickLibrariesTest {
  @Test
  void keepsThoseOfManyClassesAndReadsThemOnce() {
    int kept = TickLibraries.prepare();
    assertTrue(kept > 1000, () -> "only " + kept);
    assertEquals(kept, TickLibraries.prepare());
  }
}
