package dev.tandem.policies.jvm.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("kernels")
@Tag("vectors")
class OriginTrialTest {
  /** The least that is worth a trial: sixteen panels and a cache line to spare. */
  private static final int WORTH_A_TRIAL = 16 * Tiling.WIDTH + SlabPlan.ALIGNMENT;

  @Test
  void findsAnOriginWithinTheFirstCacheLine() {
    int origin = OriginTrial.origin(new float[1 << 16]);
    assertTrue(origin >= 0 && origin < SlabPlan.ALIGNMENT && origin % 2 == 0, "found " + origin);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 4, SlabPlan.ALIGNMENT - 2})
  void takesTheOriginThatIsFastest(int fastest) {
    assertEquals(fastest, OriginTrial.fastestOrigin(origin -> 100 + Math.abs(origin - fastest)));
  }

  @Test
  void takesTheFirstOfThoseThatAreAsFast() {
    assertEquals(0, OriginTrial.fastestOrigin(origin -> 100));
    assertEquals(6, OriginTrial.fastestOrigin(origin -> origin < 6 ? 100 : 50));
  }

  @Test
  void triesEveryOtherOriginOfALineOnce() {
    List<Integer> tried = new ArrayList<>();
    OriginTrial.fastestOrigin(
        origin -> {
          tried.add(origin);
          return 1;
        });
    assertEquals(List.of(0, 2, 4, 6, 8, 10, 12, 14), tried);
  }

  @Test
  void leavesTheSlabAsItWasButForTheSpareValue() {
    float[] slab = new float[WORTH_A_TRIAL];
    Arrays.fill(slab, 1);
    OriginTrial.origin(slab);
    float[] expected = new float[WORTH_A_TRIAL];
    Arrays.fill(expected, 0, WORTH_A_TRIAL - 1, 1);
    assertArrayEquals(expected, slab);
  }

  @Test
  void doesNotTryWhatIsTooSmallToMatter() {
    for (int size : new int[] {0, 100, WORTH_A_TRIAL - 1}) {
      float[] slab = new float[size];
      Arrays.fill(slab, 1);
      float[] before = slab.clone();
      assertEquals(0, OriginTrial.origin(slab));
      assertArrayEquals(before, slab, "untouched, of size " + size);
    }
  }
}
