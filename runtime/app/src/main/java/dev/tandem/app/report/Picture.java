package dev.tandem.app.report;

import dev.tandem.runtime.signal.Image;
import dev.tandem.runtime.signal.ImageSpec;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** A camera's image as a PNG for people. */
public final class Picture {
  private Picture() {}

  /** Replaces {@code file}; makes its folder when it is not there. */
  public static void write(Image image, Path file) {
    try {
      ByteArrayOutputStream png = new ByteArrayOutputStream();
      ImageIO.write(pixels(image), "png", png);
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.write(file, png.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be written", e);
    }
  }

  private static BufferedImage pixels(Image image) {
    ImageSpec spec = image.spec();
    BufferedImage made = new BufferedImage(spec.width(), spec.height(), BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < spec.width() * spec.height(); i++) {
      int at = i * spec.depth();
      int green = spec.depth() < 3 ? 0 : 1;
      int rgb = image.get(at) << 16 | image.get(at + green) << 8 | image.get(at + 2 * green);
      made.setRGB(i % spec.width(), i / spec.width(), rgb);
    }
    return made;
  }
}
