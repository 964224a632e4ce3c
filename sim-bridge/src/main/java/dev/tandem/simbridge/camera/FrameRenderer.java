package dev.tandem.simbridge.camera;

import dev.tandem.runtime.signal.ImageSpec;

/** Makes pictures of a world from its pose alone. One thread makes, uses and closes it. */
public interface FrameRenderer extends AutoCloseable {
  /**
   * Refuses what it cannot make pictures for. Any thread.
   *
   * @param camera named as in the world
   * @throws IllegalArgumentException with what was expected and what was found
   */
  void require(ImageSpec camera);

  /**
   * Makes a picture.
   *
   * @param pose of the world, [pose]
   * @param pixels to be filled, uint8 [height][width][depth], rows from the top
   */
  void render(double[] pose, Appearance appearance, ImageSpec camera, byte[] pixels);

  @Override
  void close();

  /** Makes a renderer on the thread that will use it. */
  interface Maker {
    FrameRenderer make();
  }
}
