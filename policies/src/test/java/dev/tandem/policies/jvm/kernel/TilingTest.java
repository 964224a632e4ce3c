package dev.tandem.policies.jvm.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tandem.policies.nn.Arithmetic;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("kernels")
class TilingTest {
  @Test
  void refusesPanelsThatGroupsOfVectorsDoNotFill() {
    int group = Arithmetic.fastest() == Arithmetic.VECTOR ? Simd.GROUP : Tiling.USUAL_COLUMNS;
    int least = Math.max(32, group);
    for (int columns : new int[] {0, -64, least / 2, least + 4, 3 * least}) {
      var error =
          assertThrows(IllegalArgumentException.class, () -> new Tiling(Tile.WIDE, columns));
      assertEquals(
          "columns of a panel: expected a power of two of at least " + least + ", found " + columns,
          error.getMessage());
    }
  }

  @Test
  @Tag("vectors")
  void triesPanelsThatTheVectorsFillTheUsualOnesFirst() {
    List<Integer> expected = Simd.LANES == 16 ? List.of(64, 128) : List.of(64, 32, 128);
    assertEquals(expected, Tiling.panelCandidates());
  }

  @Test
  void takesWhatItIsTold() {
    assertEquals(new Tiling(Tile.HALF, 128), Tiling.choose("4x2/128"));
    assertEquals(new Tiling(Tile.NARROW, 64), Tiling.choose("8x1/64"));
    for (String wrong : List.of("5x4/64", "4x2", "4x2/many", "4x2/")) {
      var error = assertThrows(IllegalArgumentException.class, () -> Tiling.choose(wrong));
      assertEquals(
          "tandem.tiling: expected one of [4x4, 4x2, 8x1]/COLUMNS, found " + wrong,
          error.getMessage());
    }
  }

  @Test
  void choosesTheUsualPanelsWhereThereIsNothingToTry() {
    boolean plain = Arithmetic.fastest() == Arithmetic.PLAIN;
    assertEquals(plain ? 64 : Tiling.WIDTH, Tiling.chosen().panelColumns());
  }

  @Test
  void saysWhatItIs() {
    Tiling tiling = new Tiling(Tile.HALF, 128);
    String expected =
        Arithmetic.fastest() == Arithmetic.VECTOR
            ? "vectors of " + 32 * Simd.LANES + " bits, tiles of 4x2, panels of 128 columns"
            : "no vectors, panels of 128 columns";
    assertEquals(expected, tiling.toString());
  }
}
