package dev.tandem.simbridge.camera;

/**
 * How the cameras are in one episode, beyond what they are set to.
 *
 * @param delaySeconds from the moment that a picture shows until it is there
 * @param jitterSeconds up to so much more, anew for each picture
 * @param dropped fraction of the pictures that are lost
 */
public record Sight(
    Appearance appearance, double delaySeconds, double jitterSeconds, double dropped) {
  /** As they are set. */
  public static final Sight NOMINAL = new Sight(Appearance.NOMINAL, 0, 0, 0);

  public Sight {
    if (!(delaySeconds >= 0 && jitterSeconds >= 0 && dropped >= 0 && dropped < 1)) {
      throw new IllegalArgumentException(
          "sight: expected delay and jitter of at least 0 and a fraction below 1, found %s, %s, %s"
              .formatted(delaySeconds, jitterSeconds, dropped));
    }
  }
}
