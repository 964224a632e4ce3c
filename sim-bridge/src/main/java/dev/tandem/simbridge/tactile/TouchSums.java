package dev.tandem.simbridge.tactile;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tandem.runtime.record.bytes.Sha256;
import dev.tandem.runtime.sense.ImageEncoder;
import dev.tandem.runtime.signal.ImageSpec;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.List;

/**
 * What pads feel in five numbers each: the force that presses and the two of shear, in 10 N, and
 * where the middle of what presses is, from -1 to 1 across the pad and from its palm to its tip;
 * all 0 where nothing presses. What is more than 20 N is 20 N. One thread.
 */
public final class TouchSums implements ImageEncoder {
  private static final double NEWTONS = 10;
  private static final double MOST = 2;
  private static final int AXES = 3;
  private static final int FINGERPRINT_DIGITS = 12;
  private static final List<String> NUMBERS =
      List.of("normal", "shear_x", "shear_y", "centre_x", "centre_y");
  private static final VarHandle FLOATS =
      MethodHandles.byteArrayViewVarHandle(float[].class, ByteOrder.LITTLE_ENDIAN);

  private final List<ImageSpec> images;
  private final List<String> names;
  private final String fingerprint;

  /**
   * Of these pads, in this order.
   *
   * @param pads of forces, not of pictures
   */
  public TouchSums(List<TouchConfig> pads) {
    for (TouchConfig pad : pads) {
      if (pad.camera().image().values() != ImageSpec.Values.FLOAT32) {
        throw new IllegalArgumentException(
            "touch: expected the forces of %s, found a picture".formatted(pad.pad()));
      }
    }
    this.images = pads.stream().map(pad -> pad.camera().image()).toList();
    this.names =
        pads.stream().flatMap(p -> NUMBERS.stream().map(name -> p.pad() + "." + name)).toList();
    this.fingerprint = hash(pads.stream().map(pad -> pad.gel() + " " + grid(pad)).toList());
  }

  private static String grid(TouchConfig pad) {
    return pad.camera().image().width() + "x" + pad.camera().image().height();
  }

  private static String hash(List<String> skins) {
    return Sha256.hex(skins.toString().getBytes(UTF_8)).substring(0, FINGERPRINT_DIGITS);
  }

  @Override
  public List<ImageSpec> images() {
    return images;
  }

  @Override
  public List<String> names() {
    return names;
  }

  /** Of the skins and grids: with others the same touch has other numbers. */
  @Override
  public String fingerprint() {
    return fingerprint;
  }

  @Override
  public void encode(byte[][] pixels, float[] numbers) {
    for (int i = 0; i < pixels.length; i++) {
      sum(images.get(i), pixels[i], numbers, i * NUMBERS.size());
    }
  }

  private static void sum(ImageSpec grid, byte[] forces, float[] to, int first) {
    double pressing = 0;
    double across = 0;
    double along = 0;
    double atX = 0;
    double atY = 0;
    for (int taxel = 0; taxel < grid.width() * grid.height(); taxel++) {
      double normal = force(forces, taxel, 2);
      across += force(forces, taxel, 0);
      along += force(forces, taxel, 1);
      pressing += normal;
      atX += normal * middle(taxel % grid.width(), grid.width());
      atY += normal * middle(taxel / grid.width(), grid.height());
    }
    to[first] = scaled(pressing);
    to[first + 1] = scaled(across);
    to[first + 2] = scaled(along);
    to[first + 3] = pressing > 0 ? (float) (atX / pressing) : 0;
    to[first + 4] = pressing > 0 ? (float) (atY / pressing) : 0;
  }

  private static float scaled(double newtons) {
    return (float) Math.max(-MOST, Math.min(MOST, newtons / NEWTONS));
  }

  private static double force(byte[] forces, int taxel, int axis) {
    return (float) FLOATS.get(forces, (taxel * AXES + axis) * Float.BYTES);
  }

  /** Where the middle of a column or row is, from -1 to 1. */
  private static double middle(int index, int count) {
    return 2 * (index + 0.5) / count - 1;
  }
}
