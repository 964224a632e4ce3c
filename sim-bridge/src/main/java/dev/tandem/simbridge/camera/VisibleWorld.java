package dev.tandem.simbridge.camera;

/** A world of which pictures can be made beside it. */
public interface VisibleWorld {
  /** Numbers that a picture follows from: where everything is. */
  int poseSize();

  /** Copies them as they are now to {@code pose}, [pose]. On the world's thread. */
  void copyPose(double[] pose);

  /**
   * What makes its pictures; ends with the world.
   *
   * @throws RuntimeException with what is missing where no pictures can be made
   */
  RenderThread renderThread();

  /** What of a sight holds for its pictures. */
  default Sight under(Sight sight) {
    return sight;
  }
}
