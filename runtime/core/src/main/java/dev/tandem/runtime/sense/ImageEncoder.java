package dev.tandem.runtime.sense;

import dev.tandem.runtime.signal.ImageSpec;
import java.util.List;

/**
 * Says in few numbers what pictures show. It never changes after it was made: equal pictures, equal
 * numbers. One thread at a time, as it may hold scratch arrays.
 */
public interface ImageEncoder {
  /** Whose pictures it takes, in this order. */
  List<ImageSpec> images();

  /** One name a number, in order. */
  List<String> names();

  /** Tells it from any other encoder: hexadecimal digits. */
  String fingerprint();

  /**
   * Writes {@code names().size()} numbers of about [-1, 1]. Allocates nothing.
   *
   * @param pixels of each image, [image][(row * width + column) * depth + channel] of values as its
   *     spec says
   * @param numbers [name]
   */
  void encode(byte[][] pixels, float[] numbers);
}
