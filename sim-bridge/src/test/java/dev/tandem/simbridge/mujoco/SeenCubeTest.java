package dev.tandem.simbridge.mujoco;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.controllers.model.Arm7;
import dev.tandem.runtime.sense.Sensor;
import dev.tandem.runtime.signal.Image;
import dev.tandem.runtime.signal.ImageSpec;
import dev.tandem.runtime.signal.MutableCommand;
import dev.tandem.runtime.signal.MutableImage;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.time.MutableTick;
import dev.tandem.simbridge.camera.Appearance;
import dev.tandem.simbridge.camera.CameraConfig;
import dev.tandem.simbridge.camera.Cameras;
import dev.tandem.simbridge.camera.Sight;
import dev.tandem.simbridge.camera.VisibleWorld;
import dev.tandem.simbridge.world.TableScene;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the cameras see of the cube, beside what a pinhole would. */
class SeenCubeTest {
  private static final double[] HOME_RAD = {0, -0.785, 0, -2.35, 0, 1.57, Math.PI / 4};
  private static final double FIELD_DEGREES = 34;
  private static final long PERIOD_NANOS = 2_000_000;
  private static final List<ImageSpec> IMAGES =
      List.of(new ImageSpec("front", 64, 64, 3), new ImageSpec("wrist", 64, 64, 3));

  private final MujocoTable world =
      new MujocoTable(Natives.mujoco(), Arm7.withGripper(), TableScene.CUBE);

  @BeforeEach
  void look() {
    Natives.requireRendering(() -> render("front", 8, 8));
  }

  @AfterEach
  void close() {
    world.close();
  }

  private MutableImage render(String camera, int width, int height) {
    MutableImage image = new MutableImage(new ImageSpec(camera, width, height, 3));
    world.render(camera, image);
    return image;
  }

  /** Column and row of the middle of what is red, in pixels from the top left corner. */
  private static double[] middleOfRed(Image image) {
    ImageSpec spec = image.spec();
    double columns = 0;
    double rows = 0;
    int count = 0;
    for (int row = 0; row < spec.height(); row++) {
      for (int column = 0; column < spec.width(); column++) {
        int at = 3 * (row * spec.width() + column);
        if (image.get(at) > 60 + image.get(at + 2)) {
          columns += column + 0.5;
          rows += row + 0.5;
          count++;
        }
      }
    }
    assertTrue(count > 3, count + " red pixels");
    return new double[] {columns / count, rows / count};
  }

  /** The front camera as {@code cube.xml} has it: at (1.3, 0, 0.7), x to +y, up along y. */
  private static double[] pinhole(double[] pointMetres, int width, int height) {
    double norm = Math.hypot(0.5, 0.9);
    double[] up = {-0.5 / norm, 0, 0.9 / norm};
    double[] back = {0.9 / norm, 0, 0.5 / norm};
    double[] from = {pointMetres[0] - 1.3, pointMetres[1], pointMetres[2] - 0.7};
    double right = from[1];
    double above = up[0] * from[0] + up[2] * from[2];
    double depth = -(back[0] * from[0] + back[2] * from[2]);
    double pixels = height / 2.0 / Math.tan(Math.toRadians(FIELD_DEGREES) / 2);
    return new double[] {
      width / 2.0 + pixels * right / depth, height / 2.0 - pixels * above / depth
    };
  }

  @ParameterizedTest
  @CsvSource({
    "0.55, 0.25, 0.02", "0.55, -0.25, 0.02", "0.4, 0.22, 0.02", "0.3, -0.25, 0.02",
    "0.6, 0.1, 0.02", "0.5, 0.25, 0.3", "0.5, -0.2, 0.15", "0.6, 0, 0.02"
  })
  void theCubeIsWhereItProjectsToWithinAPixel(double x, double y, double z) {
    world.place(HOME_RAD, x, y);
    world.placeThing(0, x, y, z);
    for (int[] size : new int[][] {{64, 64}, {128, 128}, {160, 120}}) {
      double[] seen = middleOfRed(render("front", size[0], size[1]));
      double[] expected = pinhole(new double[] {x, y, z}, size[0], size[1]);
      String where = Arrays.toString(seen) + " for " + Arrays.toString(expected);
      assertEquals(expected[0], seen[0], 1, where);
      assertEquals(expected[1], seen[1], 1, where);
    }
  }

  @Test
  void whatIsLiftedGoesUpAndWhatIsMovedToTheLeftOfTheRobotGoesToTheRight() {
    world.place(HOME_RAD, 0.5, 0.2);
    double[] low = middleOfRed(render("front", 64, 64));
    world.placeThing(0, 0.5, 0.2, 0.3);
    assertTrue(middleOfRed(render("front", 64, 64))[1] < low[1] - 5);
    world.placeThing(0, 0.5, 0.25, 0.02);
    assertTrue(middleOfRed(render("front", 64, 64))[0] > low[0] + 1);
  }

  @Test
  void noPictureIsBlank() {
    world.place(HOME_RAD, 0.5, 0.1);
    for (ImageSpec spec : IMAGES) {
      byte[] pixels = bytes(render(spec.name(), 64, 64));
      int[] counts = new int[256];
      for (byte pixel : pixels) {
        counts[pixel & 0xff]++;
      }
      assertTrue(Arrays.stream(counts).max().orElseThrow() < pixels.length / 2, spec.name());
    }
  }

  private static byte[] bytes(Image image) {
    byte[] bytes = new byte[image.spec().bytes()];
    image.copyTo(bytes, 0);
    return bytes;
  }

  @Test
  void theWristCameraTurnsWithTheHand() {
    double[] turned = HOME_RAD.clone();
    turned[0] = 0.4;
    world.place(HOME_RAD, 0.5, 0);
    double[] seen = middleOfRed(render("wrist", 64, 64));
    world.place(turned, 0.5 * Math.cos(0.4), 0.5 * Math.sin(0.4));
    double[] again = middleOfRed(render("wrist", 64, 64));
    assertEquals(seen[0], again[0], 1);
    assertEquals(seen[1], again[1], 1);
    world.place(turned, 0.5, 0);
    double[] left = middleOfRed(render("wrist", 64, 64));
    assertTrue(Math.hypot(left[0] - seen[0], left[1] - seen[1]) > 5, Arrays.toString(left));
  }

  @Test
  void aCameraThatIsMovedTurnedOrZoomedSeesSomethingElseAndTheWorldDoesNotMove() {
    world.place(HOME_RAD, 0.55, 0.2);
    byte[] nominal = seen(Appearance.NOMINAL)[0];
    Appearance[] looks = {
      new Appearance(0.05, 0, 1, 0, 1, 0, 3),
      new Appearance(0, 0.1, 1, 0, 1, 0, 3),
      new Appearance(0, 0, 1.4, 0, 1, 0, 3),
      new Appearance(0, 0, 1, 1, 1, 0, 3),
      new Appearance(0, 0, 1, 0, 0.5, 0, 3),
      new Appearance(0, 0, 1, 0, 1, 0.3, 3)
    };
    double[] before = new double[world.poseSize()];
    world.copyPose(before);
    for (Appearance look : looks) {
      assertFalse(Arrays.equals(nominal, seen(look)[0]), look.toString());
      assertArrayEquals(seen(look)[0], seen(look)[0], look.toString());
    }
    assertArrayEquals(nominal, seen(Appearance.NOMINAL)[0], "and back");
    double[] after = new double[world.poseSize()];
    world.copyPose(after);
    assertArrayEquals(before, after);
  }

  @Test
  void aWiderFieldOfViewMovesTheCubeToTheMiddleAsAPinholeDoes() {
    world.place(HOME_RAD, 0.55, 0.25);
    double[] nominal = pinhole(new double[] {0.55, 0.25, 0.02}, 64, 64);
    double zoom = Math.tan(Math.toRadians(FIELD_DEGREES / 2)) / Math.tan(Math.toRadians(30));
    MutableImage image = new MutableImage(IMAGES.get(0));
    image.set(0, seen(new Appearance(0, 0, 60 / FIELD_DEGREES, 0, 1, 0, 1))[0], 0);
    double[] found = middleOfRed(image);
    assertEquals(32 + zoom * (nominal[0] - 32), found[0], 1);
    assertEquals(32 + zoom * (nominal[1] - 32), found[1], 1);
  }

  @Test
  void halfTheLightIsHalfAsBright() {
    world.place(HOME_RAD, 0.55, 0.2);
    double nominal = mean(seen(Appearance.NOMINAL)[0]);
    double half = mean(seen(new Appearance(0, 0, 1, 0, 0.5, 0, 1))[0]);
    assertEquals(0.5, half / nominal, 0.1);
  }

  private static double mean(byte[] pixels) {
    long sum = 0;
    for (byte pixel : pixels) {
      sum += pixel & 0xff;
    }
    return (double) sum / pixels.length;
  }

  /** What both cameras see, as sensors. */
  private byte[][] seen(Appearance appearance) {
    Eyes eyes = new Eyes(world);
    eyes.cameras.begin(new Sight(appearance, 0, 0, 0), 1);
    eyes.sample(0);
    return new byte[][] {bytes(eyes.observation.image(0)), bytes(eyes.observation.image(1))};
  }

  /** Both cameras of a world in simulated time, 100 pictures a second, 4 ms late. */
  private static final class Eyes {
    final Cameras cameras;
    final List<Sensor> sensors;
    final MutableObservation observation;
    final MutableTick tick = new MutableTick(PERIOD_NANOS);

    Eyes(MujocoTable world) {
      VisibleWorld visible = world;
      cameras =
          Cameras.of(
              IMAGES.stream().map(each -> new CameraConfig(each, 10_000_000, 4_000_000)).toList(),
              visible);
      sensors = cameras.sensors(true);
      observation = new MutableObservation(world.observationSpec(), cameras.images());
    }

    void sample(long index) {
      tick.set(index, index * PERIOD_NANOS, 0);
      sensors.forEach(sensor -> sensor.sample(tick, observation));
    }
  }

  @Test
  void equalEpisodesGiveEqualPicturesWhoeverSeesThem() {
    byte[] first = episode(world);
    assertArrayEquals(first, episode(world));
    try (MujocoTable other =
        new MujocoTable(Natives.mujoco(), Arm7.withGripper(), TableScene.CUBE)) {
      assertArrayEquals(first, episode(other));
    }
  }

  private static byte[] episode(MujocoTable cube) {
    Eyes eyes = new Eyes(cube);
    cube.place(HOME_RAD, 0.5, 0.1);
    eyes.cameras.begin(new Sight(new Appearance(0.01, 0.02, 1.1, 0.1, 0.9, 0.1, 9), 0, 0, 0.2), 9);
    MutableCommand command = new MutableCommand(cube.commandSpec());
    command.set(0, 5);
    byte[] all = new byte[50 * 2 * IMAGES.get(0).bytes()];
    for (int i = 0; i < 50; i++) {
      eyes.sample(i);
      cube.step(command, PERIOD_NANOS * 1e-9);
      eyes.observation.image(0).copyTo(all, 2 * i * IMAGES.get(0).bytes());
      eyes.observation.image(1).copyTo(all, (2 * i + 1) * IMAGES.get(0).bytes());
    }
    return all;
  }

  @Test
  void thePictureIsOfTheMomentOfItsStampWhateverTheWorldDoesMeanwhile() {
    Eyes eyes = new Eyes(world);
    world.place(HOME_RAD, 0.55, 0.25);
    eyes.cameras.begin(Sight.NOMINAL, 1);
    eyes.sample(0);
    eyes.sample(1);
    for (int i = 2; i <= 6; i++) {
      world.placeThing(0, 0.4, -0.25, 0.02);
      eyes.sample(i);
    }
    world.placeThing(0, 0.55, 0.25, 0.02);
    eyes.sample(7);
    eyes.sample(8);
    assertEquals(6 * PERIOD_NANOS, eyes.observation.image(0).stampNanos());
    double[] seen = middleOfRed(eyes.observation.image(0));
    double[] expected = pinhole(new double[] {0.4, -0.25, 0.02}, 64, 64);
    assertEquals(expected[0], seen[0], 1);
    assertEquals(expected[1], seen[1], 1);
  }
}
