package dev.tandem.policies.jvm.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.runtime.time.SimulatedClock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("kernels")
@Tag("vectors")
class TilingTrialTest {
  private static final List<Tile> TILES = List.of(Tile.WIDE, Tile.HALF, Tile.NARROW);
  private static final int WIDEST = 2 * Tiling.USUAL_COLUMNS;

  private final SimulatedClock clock = new SimulatedClock();
  private final Set<Object> tried = new HashSet<>();

  /** What a machine chooses on which {@code fast} is fast in panels of {@code columns}. */
  private Tiling chosen(Tile fast, int columns) {
    return new TilingTrial(
            clock,
            (layer, tile) -> {
              tried.add(tile);
              tried.add(layer.columns());
              boolean best = tile == fast && layer.columns() == columns;
              clock.advanceNanos(best ? 80 : tile == fast ? 90 : 100);
            })
        .run(TILES);
  }

  @ParameterizedTest
  @EnumSource(Tile.class)
  void takesTheTileThatIsFastest(Tile fast) {
    Tiling expected = new Tiling(fast, Tiling.USUAL_COLUMNS);
    assertEquals(expected, chosen(fast, Tiling.USUAL_COLUMNS));
  }

  @ParameterizedTest
  @EnumSource(Tile.class)
  void takesThePanelsInWhichThatTileIsFastest(Tile fast) {
    assertEquals(new Tiling(fast, WIDEST), chosen(fast, WIDEST));
  }

  /** Whatever slows the machine down for a while, from any moment on. */
  @ParameterizedTest
  @ValueSource(ints = {0, 90, 120, 180, 190})
  void aBurstOfOtherWorkDoesNotChangeTheChoice(int from) {
    int[] calls = {0};
    Tiling found =
        new TilingTrial(
                clock,
                (layer, tile) -> {
                  int call = calls[0]++;
                  boolean slow = call >= from && call < from + 40;
                  boolean best = tile == Tile.HALF && layer.columns() == Tiling.USUAL_COLUMNS;
                  clock.advanceNanos((best ? 80 : 90) * (slow ? 10L : 1L));
                })
            .run(TILES);
    assertEquals(new Tiling(Tile.HALF, Tiling.USUAL_COLUMNS), found);
  }

  @Test
  void triesEveryTileAndEveryWidth() {
    chosen(Tile.HALF, WIDEST);
    assertTrue(tried.containsAll(TILES) && tried.containsAll(Tiling.panelCandidates()));
    assertEquals(TILES.size() + Tiling.panelCandidates().size(), tried.size());
  }

  @Test
  void keepsTheUsualOneUntriedWhenTheCompilerIsNotDoneWithItInTime() {
    Map<Tile, Long> nanos = Map.of(Tile.WIDE, 50_000_000L, Tile.HALF, 10L, Tile.NARROW, 10L);
    Tiling found =
        new TilingTrial(clock, (layer, tile) -> clock.advanceNanos(nanos.getOrDefault(tile, 0L)))
            .run(TILES);
    assertEquals(new Tiling(Tile.WIDE, Tiling.USUAL_COLUMNS), found);
  }

  @Test
  void leavesOutWhatTheCompilerIsNotDoneWith() {
    Map<Tile, Long> nanos = Map.of(Tile.WIDE, 10L, Tile.HALF, 50_000_000L, Tile.NARROW, 9L);
    Tiling found =
        new TilingTrial(clock, (layer, tile) -> clock.advanceNanos(nanos.getOrDefault(tile, 0L)))
            .run(TILES);
    assertEquals(Tile.NARROW, found.tile());
  }

  @Test
  void keepsTheUsualOneUnlessAnotherIsFasterByMoreThanChance() {
    assertEquals("usual", TilingTrial.best(List.of("usual", "other"), each -> 100));
    assertEquals("usual", best(100, 98));
    assertEquals("other", best(100, 96));
    List<Integer> many = List.of(100, 90, 80, 85, 80);
    assertEquals(2, many.indexOf(TilingTrial.best(many, each -> each)));
  }

  private static String best(long usualNanos, long otherNanos) {
    return TilingTrial.best(
        List.of("usual", "other"), each -> each.equals("usual") ? usualNanos : otherNanos);
  }

  @Test
  void theUsualTileGoesWithTheRegisters() {
    assertEquals(Tile.WIDE, TilingTrial.tiles(true).get(0));
    assertEquals(Tile.HALF, TilingTrial.tiles(false).get(0));
    assertEquals(Set.of(Tile.values()), Set.copyOf(TilingTrial.tiles(true)));
    assertEquals(Set.of(Tile.values()), Set.copyOf(TilingTrial.tiles(false)));
  }
}
