package dev.tandem.simbridge.tactile;

/** What makes one image of a pad of where everything is. One thread; allocates nothing. */
interface TactileImage {
  /**
   * Fills an image.
   *
   * @param bodies as {@link TactileWorld#copyBodies} has them
   * @param pixels [height][width][3] of values
   */
  void make(double[] bodies, byte[] pixels);
}
