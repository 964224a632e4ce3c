package dev.tandem.simbridge.tactile;

/**
 * A flat rectangle that feels. In its own axes x runs along its columns, y along its rows, z out of
 * it; its middle is the origin. So a picture of it, rows from the top, is what one sees from inside
 * the finger.
 *
 * @param widthMetres along x
 * @param heightMetres along y
 */
public record Pad(String name, double widthMetres, double heightMetres) {
  public Pad {
    if (!(widthMetres > 0 && heightMetres > 0)) {
      throw new IllegalArgumentException(
          "pad %s: expected a size above 0, found %s x %s m"
              .formatted(name, widthMetres, heightMetres));
    }
  }

  /** Where the middle of a column of so many is. */
  double columnMetres(int column, int columns) {
    return ((column + 0.5) / columns - 0.5) * widthMetres;
  }

  /** Where the middle of a row of so many is. */
  double rowMetres(int row, int rows) {
    return ((row + 0.5) / rows - 0.5) * heightMetres;
  }
}
