package dev.tandem.simbridge.mujoco;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import dev.tandem.simbridge.camera.Appearance;
import java.lang.foreign.MemorySegment;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * How a model looks: its cameras, lights and colours, changed from what its file says. One thread.
 */
final class MujocoLook {
  private static final int AXES = 3;
  private static final int QUATERNION = 4;
  private static final int RGBA = 4;
  private static final double WIDEST_DEGREES = 170;

  private final int cameras;
  private final Doubles cameraPositions;
  private final Doubles cameraTurns;
  private final Doubles cameraFields;
  private final Doubles lightPositions;
  private final Floats[] lights;
  private final Floats colours;

  /** Numbers of the model, as its file says them and where they are. */
  private record Doubles(MemorySegment now, double[] nominal) {
    Doubles(MemorySegment now) {
      this(now, now.toArray(JAVA_DOUBLE));
    }

    void set(int index, double value) {
      now.setAtIndex(JAVA_DOUBLE, index, value);
    }
  }

  private record Floats(MemorySegment now, float[] nominal) {
    Floats(MemorySegment now) {
      this(now, now.toArray(JAVA_FLOAT));
    }

    void set(int index, double value) {
      now.setAtIndex(JAVA_FLOAT, index, (float) value);
    }
  }

  MujocoLook(MujocoModel model) {
    int count = model.count("nlight");
    cameras = model.count("ncam");
    cameraPositions = new Doubles(model.figures("cam_pos", AXES * cameras));
    cameraTurns = new Doubles(model.figures("cam_quat", QUATERNION * cameras));
    cameraFields = new Doubles(model.figures("cam_fovy", cameras));
    lightPositions = new Doubles(model.figures("light_pos", AXES * count));
    lights =
        new Floats[] {
          new Floats(model.floats("light_ambient", AXES * count)),
          new Floats(model.floats("light_diffuse", AXES * count)),
          new Floats(model.floats("light_specular", AXES * count)),
          new Floats(model.floatsInPlace("vis.headlight.ambient", AXES)),
          new Floats(model.floatsInPlace("vis.headlight.diffuse", AXES)),
          new Floats(model.floatsInPlace("vis.headlight.specular", AXES))
        };
    colours = new Floats(model.floats("geom_rgba", RGBA * model.count("ngeom")));
  }

  /** Takes a look on; what it is not about is as the file says. */
  void wear(Appearance appearance) {
    RandomGenerator random = new SplittableRandom(appearance.seed());
    move(cameraPositions, appearance.cameraMetres(), random);
    turn(appearance.cameraRad(), random);
    move(lightPositions, appearance.lightMetres(), random);
    paint(appearance.colour(), random);
    for (int camera = 0; camera < cameras; camera++) {
      double degrees = cameraFields.nominal[camera] * appearance.fieldOfView();
      cameraFields.set(camera, Math.min(WIDEST_DEGREES, degrees));
    }
    for (Floats light : lights) {
      for (int i = 0; i < light.nominal.length; i++) {
        light.set(i, light.nominal[i] * appearance.brightness());
      }
    }
  }

  private static double share(double spread, RandomGenerator random) {
    return spread * (2 * random.nextDouble() - 1);
  }

  private static void move(Doubles places, double metres, RandomGenerator random) {
    for (int i = 0; i < places.nominal.length; i++) {
      places.set(i, places.nominal[i] + share(metres, random));
    }
  }

  /** q' = q exp(v / 2), v about the camera's own axes. */
  private void turn(double spreadRad, RandomGenerator random) {
    for (int camera = 0; camera < cameras; camera++) {
      double x = share(spreadRad, random);
      double y = share(spreadRad, random);
      double z = share(spreadRad, random);
      double angle = Math.sqrt(x * x + y * y + z * z);
      double axis = angle > 0 ? Math.sin(angle / 2) / angle : 0;
      double[] by = {Math.cos(angle / 2), axis * x, axis * y, axis * z};
      int at = QUATERNION * camera;
      for (int i = 0; i < QUATERNION; i++) {
        cameraTurns.set(at + i, product(cameraTurns.nominal, at, by, i));
      }
    }
  }

  /** One number of the product of the quaternions at {@code a[at ..]} and {@code b}. */
  private static double product(double[] a, int at, double[] b, int index) {
    double w = a[at];
    double x = a[at + 1];
    double y = a[at + 2];
    double z = a[at + 3];
    return switch (index) {
      case 0 -> w * b[0] - x * b[1] - y * b[2] - z * b[3];
      case 1 -> w * b[1] + x * b[0] + y * b[3] - z * b[2];
      case 2 -> w * b[2] - x * b[3] + y * b[0] + z * b[1];
      default -> w * b[3] + x * b[2] - y * b[1] + z * b[0];
    };
  }

  private void paint(double spread, RandomGenerator random) {
    for (int i = 0; i < colours.nominal.length; i++) {
      boolean opacity = i % RGBA == RGBA - 1;
      double value = colours.nominal[i] + (opacity ? 0 : share(spread, random));
      colours.set(i, Math.clamp(value, 0, 1));
    }
  }
}
