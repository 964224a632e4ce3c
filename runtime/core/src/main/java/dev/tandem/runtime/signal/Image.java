package dev.tandem.runtime.signal;

/** A read-only camera or tactile frame with the time at which it was exposed. */
public interface Image {
  ImageSpec spec();

  /** On the loop's clock; negative before the first frame. */
  long stampNanos();

  /**
   * One value, 0 to 255, at {@code index = (row * width + column) * depth + channel} of an image of
   * {@link ImageSpec.Values#UINT8}.
   */
  int get(int index);

  /** One value, of whichever kind, at the same index. */
  float value(int index);

  /** Copies the frame to {@code destination[offset ..]}. */
  void copyTo(byte[] destination, int offset);
}
