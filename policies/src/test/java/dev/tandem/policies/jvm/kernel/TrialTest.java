package dev.tandem.policies.jvm.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TrialTest {
  @Test
  void findsAnOriginWithinTheFirstCacheLine() {
    int origin = Trial.origin(new float[1 << 16]);
    assertTrue(origin >= 0 && origin < SlabPlan.ALIGNMENT && origin % 2 == 0, "found " + origin);
  }

  @Test
  void doesNotTryWhatIsTooSmallToMatter() {
    assertEquals(0, Trial.origin(new float[100]));
  }
}
