package dev.tandem.policies.jvm.kernel;

import dev.tandem.policies.nn.Arithmetic;
import java.util.List;

/**
 * How products are cut up, chosen once for a process by a short trial. What is computed is the same
 * to the bit whatever is chosen. {@code -Dtandem.tiling=4x2/32} chooses without a trial, for tests
 * and comparisons.
 *
 * @param tile that sums are computed in, on vectors
 * @param panelColumns columns of a panel, a power of two of at least four vectors
 */
public record Tiling(Tile tile, int panelColumns) {
  /** Columns of a panel where nothing else is faster: four vectors of the widest. */
  static final int USUAL_COLUMNS = 64;

  private static final int LEAST_COLUMNS = USUAL_COLUMNS / 2;
  private static final String PROPERTY = "tandem.tiling";
  private static final Tiling CHOSEN = choose(System.getProperty(PROPERTY, ""));

  /** Columns of the panels of all matrices but those of a trial. */
  public static final int WIDTH = CHOSEN.panelColumns();

  public Tiling {
    int least = Math.max(LEAST_COLUMNS, group());
    if (panelColumns < least || Integer.bitCount(panelColumns) != 1) {
      throw new IllegalArgumentException(
          "columns of a panel: expected a power of two of at least %d, found %d"
              .formatted(least, panelColumns));
    }
  }

  /** What this process computes with. */
  public static Tiling chosen() {
    return CHOSEN;
  }

  /** Columns of panels that the vectors fill, the usual ones first. */
  public static List<Integer> panelCandidates() {
    return List.of(USUAL_COLUMNS, LEAST_COLUMNS, 2 * USUAL_COLUMNS).stream()
        .filter(columns -> columns >= group())
        .toList();
  }

  static Tiling choose(String told) {
    if (!told.isEmpty()) {
      return parse(told);
    }
    return Arithmetic.fastest() == Arithmetic.VECTOR
        ? TilingTrial.run()
        : new Tiling(Tile.WIDE, USUAL_COLUMNS);
  }

  private static Tiling parse(String told) {
    for (Tile tile : Tile.values()) {
      if (told.matches(tile + "/[0-9]{1,4}")) {
        return new Tiling(tile, Integer.parseInt(told.substring(told.indexOf('/') + 1)));
      }
    }
    throw new IllegalArgumentException(
        PROPERTY + ": expected one of " + List.of(Tile.values()) + "/COLUMNS, found " + told);
  }

  /** Columns that are added up together, in an order that the panels must not change. */
  private static int group() {
    return Arithmetic.fastest() == Arithmetic.VECTOR ? Simd.GROUP : USUAL_COLUMNS;
  }

  /** For example {@code vectors of 512 bits, tiles of 4x4, panels of 64 columns}. */
  @Override
  public String toString() {
    String panels = "panels of " + panelColumns + " columns";
    return Arithmetic.fastest() == Arithmetic.VECTOR
        ? "vectors of " + Float.SIZE * Simd.LANES + " bits, tiles of " + tile + ", " + panels
        : "no vectors, " + panels;
  }
}
