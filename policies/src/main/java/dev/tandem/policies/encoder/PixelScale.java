package dev.tandem.policies.encoder;

import dev.tandem.runtime.time.HotPath;

/** What a network gets of a pixel: 0 to 255 becomes -0.5 to 0.5. */
public final class PixelScale {
  private static final float BRIGHTEST = 255;
  private static final float MIDDLE = 0.5f;

  private PixelScale() {}

  /** Of a whole picture, to {@code values[at ..]}. */
  @HotPath
  public static void scale(byte[] pixels, float[] values, int at) {
    for (int i = 0; i < pixels.length; i++) {
      values[at + i] = (pixels[i] & 0xff) / BRIGHTEST - MIDDLE;
    }
  }
}
