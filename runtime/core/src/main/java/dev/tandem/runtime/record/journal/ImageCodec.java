package dev.tandem.runtime.record.journal;

import dev.tandem.runtime.record.bytes.FormatException;
import dev.tandem.runtime.record.cdr.CdrReader;
import dev.tandem.runtime.record.cdr.CdrWriter;
import dev.tandem.runtime.signal.Image;
import dev.tandem.runtime.signal.ImageSpec;
import java.util.List;

/**
 * An image as {@code sensor_msgs/msg/Image}; its frame is named as its camera. Numbers have their
 * lowest byte first.
 */
final class ImageCodec {
  /** By values per pixel, from 1 on; those of bytes, then those of floats. */
  private static final List<String> ENCODINGS =
      List.of("mono8", "8UC2", "rgb8", "rgba8", "32FC1", "32FC2", "32FC3", "32FC4");

  private static final int MOST_DEPTH = 4;

  private byte[] pixels = {};

  void write(Image image, long stampNanos, CdrWriter out) {
    ImageSpec spec = image.spec();
    if (pixels.length < spec.bytes()) {
      pixels = new byte[spec.bytes()];
    }
    image.copyTo(pixels, 0);
    StandardMessages.header(stampNanos, spec.name(), out);
    out.int32(spec.height())
        .int32(spec.width())
        .string(encoding(spec))
        .uint8(0)
        .int32(spec.bytes() / spec.height())
        .uint8s(pixels, spec.bytes());
  }

  private static String encoding(ImageSpec spec) {
    if (spec.depth() > MOST_DEPTH) {
      throw new IllegalArgumentException(
          "image %s: expected at most %d values a pixel, found %d"
              .formatted(spec.name(), MOST_DEPTH, spec.depth()));
    }
    int first = spec.values() == ImageSpec.Values.FLOAT32 ? MOST_DEPTH : 0;
    return ENCODINGS.get(first + spec.depth() - 1);
  }

  static JournalFrame read(CdrReader in, long logTimeNanos) throws FormatException {
    long seconds = in.int32();
    long stampNanos = seconds * 1_000_000_000L + in.int32();
    String camera = in.string();
    int height = in.int32();
    int width = in.int32();
    int encoding = encoding(in.string());
    int depth = encoding % MOST_DEPTH + 1;
    ImageSpec.Values values =
        encoding < MOST_DEPTH ? ImageSpec.Values.UINT8 : ImageSpec.Values.FLOAT32;
    in.uint8();
    int step = in.int32();
    byte[] pixels = in.uint8s();
    long row = (long) width * depth * values.bytes();
    if (height < 1 || width < 1 || step != row || pixels.length != height * row) {
      throw new FormatException(
          "image of %s: expected %d bytes in rows of %d, found %d in rows of %d"
              .formatted(camera, height * row, row, pixels.length, step));
    }
    return new JournalFrame(camera, logTimeNanos, stampNanos, width, height, depth, values, pixels);
  }

  private static int encoding(String name) throws FormatException {
    int known = ENCODINGS.indexOf(name);
    if (known < 0) {
      throw new FormatException("image: expected one of " + ENCODINGS + ", found " + name);
    }
    return known;
  }
}
