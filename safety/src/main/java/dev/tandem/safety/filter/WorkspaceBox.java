package dev.tandem.safety.filter;

/**
 * Where the tool point may be, in metres in the base frame.
 *
 * @param minMetres x, y, z
 * @param maxMetres x, y, z
 */
public record WorkspaceBox(double[] minMetres, double[] maxMetres) {
  public WorkspaceBox {
    minMetres = minMetres.clone();
    maxMetres = maxMetres.clone();
    if (minMetres.length != 3 || maxMetres.length != 3) {
      throw new IllegalArgumentException(
          "a workspace box has 3 axes, got " + minMetres.length + " and " + maxMetres.length);
    }
    for (int axis = 0; axis < 3; axis++) {
      if (!(minMetres[axis] < maxMetres[axis])) {
        throw new IllegalArgumentException(
            "workspace box, axis "
                + axis
                + ": min must be < max, got "
                + minMetres[axis]
                + " and "
                + maxMetres[axis]);
      }
    }
  }
}
