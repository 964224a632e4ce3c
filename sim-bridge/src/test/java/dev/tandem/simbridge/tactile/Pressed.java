package dev.tandem.simbridge.tactile;

import dev.tandem.runtime.signal.ImageSpec;
import dev.tandem.runtime.signal.MutableImage;
import dev.tandem.simbridge.camera.Appearance;
import dev.tandem.simbridge.camera.CameraConfig;
import java.util.List;

/**
 * A pad of 20 x 10 mm and one thing, which lie and move as a test says. At first the pad's axes are
 * the world's: it faces up.
 */
final class Pressed implements TactileWorld {
  static final Pad PAD = new Pad("pad", 0.02, 0.01);

  final double[] bodies = new double[2 * BODY];
  private final Shape thing;

  Pressed(Shape thing) {
    this.thing = thing;
    for (int body = 0; body < 2; body++) {
      turn(body, 1, 0, 0, 0, 1, 0, 0, 0, 1);
    }
  }

  Pressed thingAt(double x, double y, double z) {
    return set(BODY, x, y, z);
  }

  Pressed padAt(double x, double y, double z) {
    return set(0, x, y, z);
  }

  Pressed turn(int body, double... rotation) {
    return set(body * BODY + 3, rotation);
  }

  Pressed move(int body, double x, double y, double z) {
    return set(body * BODY + 12, x, y, z);
  }

  Pressed spin(int body, double x, double y, double z) {
    return set(body * BODY + 15, x, y, z);
  }

  private Pressed set(int at, double... values) {
    System.arraycopy(values, 0, bodies, at, values.length);
    return this;
  }

  @Override
  public List<Pad> pads() {
    return List.of(PAD);
  }

  @Override
  public List<Shape> things() {
    return List.of(thing);
  }

  @Override
  public void copyBodies(double[] to) {
    System.arraycopy(bodies, 0, to, 0, bodies.length);
  }

  /** What the pad makes of it. */
  MutableImage image(ImageSpec spec, Gel gel) {
    TouchConfig config = new TouchConfig("pad", gel, new CameraConfig(spec, 1, 0));
    byte[] pixels = new byte[spec.bytes()];
    try (TouchRenderer renderer = new TouchRenderer(this, List.of(config))) {
      renderer.render(bodies, Appearance.NOMINAL, spec, pixels);
    }
    MutableImage image = new MutableImage(spec);
    image.set(0, pixels, 0);
    return image;
  }

  /** The force on each taxel of a grid. */
  MutableImage forces(int width, int height, Gel gel) {
    return image(TouchConfig.forces("pad", width, height), gel);
  }

  static double sum(MutableImage forces, int axis) {
    double sum = 0;
    for (int i = axis; i < forces.spec().width() * forces.spec().height() * 3; i += 3) {
      sum += forces.value(i);
    }
    return sum;
  }
}
