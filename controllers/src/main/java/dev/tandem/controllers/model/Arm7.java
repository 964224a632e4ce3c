package dev.tandem.controllers.model;

import dev.tandem.runtime.model.Chain;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * The arm that comes with Tandem: seven joints of Panda class with a peg held rigidly, whose tip is
 * the tool frame (z axis out of the peg).
 */
public final class Arm7 {
  private static final String RESOURCE = "/dev/tandem/robots/arm7.urdf";

  private Arm7() {}

  public static Chain chain() {
    try (InputStream in = Arm7.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new UrdfException(RESOURCE + ": expected on the class path, found nothing; rebuild");
      }
      return UrdfReader.read(in, RESOURCE);
    } catch (IOException e) {
      throw new UncheckedIOException(RESOURCE + " cannot be read", e);
    }
  }

  /** Elbow up, tool pointing straight down in front of the base, in rad, [7]. */
  public static double[] homeRad() {
    return new double[] {0, -0.785, 0, -2.356, 0, 1.571, Math.PI / 4};
  }
}
