package dev.tandem.app.settings;

/**
 * Whether a policy sees the scene through cameras, and how the encoder that tells it what they show
 * is taught.
 *
 * @param file that {@code tandem encoder train} wrote; empty for a policy that gets the state
 * @param pictures of each camera that it is taught with
 * @param steps of its optimiser
 */
public record EncoderSettings(String file, int pictures, int steps) {
  private static final int MOST_PICTURES = 200_000;

  public EncoderSettings {
    Check.within("encoder.pictures", pictures, 1, MOST_PICTURES);
    Check.atLeast("encoder.steps", steps, 1);
  }

  /** From state. */
  public static EncoderSettings none() {
    return new EncoderSettings("", 20_000, 6000);
  }

  /** The same for a policy that gets the state. */
  public EncoderSettings withoutFile() {
    return new EncoderSettings("", pictures, steps);
  }
}
