package dev.tandem.simbridge.camera;

/**
 * How a world looks in one episode. Each camera, light and thing has its own share of what is drawn
 * from the seed, so that equal seeds give equal looks.
 *
 * @param cameraMetres each camera is up to so far from its place, on each of its axes
 * @param cameraRad each camera is turned by up to so much about each of its axes
 * @param fieldOfView factor of every camera's
 * @param lightMetres each light is up to so far from its place, on each axis
 * @param brightness factor of all light
 * @param colour the red, green and blue of everything is up to so much more or less, of 1
 */
public record Appearance(
    double cameraMetres,
    double cameraRad,
    double fieldOfView,
    double lightMetres,
    double brightness,
    double colour,
    long seed) {
  /** As the model says. */
  public static final Appearance NOMINAL = new Appearance(0, 0, 1, 0, 1, 0, 0);

  public Appearance {
    double[] atLeastZero = {cameraMetres, cameraRad, lightMetres, brightness, colour};
    for (double each : atLeastZero) {
      if (!(each >= 0 && Double.isFinite(each))) {
        throw new IllegalArgumentException("appearance: expected at least 0, found " + each);
      }
    }
    if (!(fieldOfView > 0 && Double.isFinite(fieldOfView))) {
      throw new IllegalArgumentException(
          "appearance: expected a field of view above 0, found " + fieldOfView);
    }
  }
}
