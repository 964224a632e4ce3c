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

/** A camera's image, or what a pad feels, as a PNG for people. */
public final class Picture {
  private static final int RGB = 3;
  private static final int TAXEL_PIXELS = 8;

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
    boolean forces = spec.values() == ImageSpec.Values.FLOAT32;
    int enlarged = forces ? TAXEL_PIXELS : 1;
    double most = forces ? mostPressing(image) : 0;
    BufferedImage made =
        new BufferedImage(
            enlarged * spec.width(), enlarged * spec.height(), BufferedImage.TYPE_INT_RGB);
    for (int row = 0; row < made.getHeight(); row++) {
      for (int column = 0; column < made.getWidth(); column++) {
        int at = (row / enlarged * spec.width() + column / enlarged) * spec.depth();
        made.setRGB(column, row, forces ? grey(image, at, most) : colour(image, at));
      }
    }
    return made;
  }

  private static int colour(Image image, int at) {
    int green = image.spec().depth() < RGB ? 0 : 1;
    return image.get(at) << 16 | image.get(at + green) << 8 | image.get(at + 2 * green);
  }

  /** Of a grid of forces: the more presses into the pad, the brighter. */
  private static int grey(Image image, int at, double most) {
    double pressing = Math.max(0, image.value(at + image.spec().depth() - 1));
    return 0x010101 * (int) Math.round(most > 0 ? 255 * pressing / most : 0);
  }

  private static double mostPressing(Image image) {
    ImageSpec spec = image.spec();
    double most = 0;
    for (int i = 1; i <= spec.width() * spec.height(); i++) {
      most = Math.max(most, image.value(i * spec.depth() - 1));
    }
    return most;
  }
}
