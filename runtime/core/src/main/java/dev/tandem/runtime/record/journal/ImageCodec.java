package dev.tandem.runtime.record.journal;

import dev.tandem.runtime.record.bytes.FormatException;
import dev.tandem.runtime.record.cdr.CdrReader;
import dev.tandem.runtime.record.cdr.CdrWriter;
import dev.tandem.runtime.signal.Image;
import dev.tandem.runtime.signal.ImageSpec;
import java.util.List;

/** An image as {@code sensor_msgs/msg/Image}; its frame is named as its camera. */
final class ImageCodec {
  /** By values per pixel, from 1 on. */
  private static final List<String> ENCODINGS = List.of("mono8", "8UC2", "rgb8", "rgba8");

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
        .int32(spec.width() * spec.depth())
        .uint8s(pixels, spec.bytes());
  }

  private static String encoding(ImageSpec spec) {
    if (spec.depth() > ENCODINGS.size()) {
      throw new IllegalArgumentException(
          "image %s: expected at most %d values a pixel, found %d"
              .formatted(spec.name(), ENCODINGS.size(), spec.depth()));
    }
    return ENCODINGS.get(spec.depth() - 1);
  }

  static JournalFrame read(CdrReader in, long logTimeNanos) throws FormatException {
    long seconds = in.int32();
    long stampNanos = seconds * 1_000_000_000L + in.int32();
    String camera = in.string();
    int height = in.int32();
    int width = in.int32();
    int depth = depth(in.string());
    in.uint8();
    int step = in.int32();
    byte[] pixels = in.uint8s();
    if (height < 1 || width < 1 || step != width * depth || pixels.length != (long) height * step) {
      throw new FormatException(
          "image of %s: expected %d bytes in rows of %d, found %d in rows of %d"
              .formatted(
                  camera, (long) height * width * depth, width * depth, pixels.length, step));
    }
    return new JournalFrame(camera, logTimeNanos, stampNanos, width, height, depth, pixels);
  }

  private static int depth(String encoding) throws FormatException {
    int known = ENCODINGS.indexOf(encoding);
    if (known < 0) {
      throw new FormatException("image: expected one of " + ENCODINGS + ", found " + encoding);
    }
    return known + 1;
  }
}
