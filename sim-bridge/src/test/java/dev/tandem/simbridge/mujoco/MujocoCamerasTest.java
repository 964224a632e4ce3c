package dev.tandem.simbridge.mujoco;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.runtime.signal.ImageSpec;
import dev.tandem.runtime.signal.MutableImage;
import dev.tandem.simbridge.world.TableScene;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MujocoCamerasTest {
  private final MujocoModel model = ModelSource.of(TableScene.CUBE).load(Natives.mujoco());
  private final MujocoState state = new MujocoState(model);
  private final MujocoCameras cameras = new MujocoCameras(state);

  @BeforeEach
  void goHome() {
    state.resetToKey(0);
    state.stepToForces();
    Natives.requireRendering(() -> render("front", 8, 8));
  }

  @AfterEach
  void close() {
    cameras.close();
    state.close();
    model.close();
  }

  private MutableImage render(String camera, int width, int height) {
    MutableImage image = new MutableImage(new ImageSpec(camera, width, height, 3));
    cameras.render(camera, image);
    return image;
  }

  private static byte[] bytes(MutableImage image) {
    byte[] bytes = new byte[image.spec().bytes()];
    image.copyTo(bytes, 0);
    return bytes;
  }

  /** Pixels that are much redder than blue: the block is the only red thing. */
  private static int redPixels(MutableImage image, int fromRow, int toRow) {
    int width = image.spec().width();
    int count = 0;
    for (int pixel = fromRow * width; pixel < toRow * width; pixel++) {
      count += image.get(3 * pixel) > 60 + image.get(3 * pixel + 2) ? 1 : 0;
    }
    return count;
  }

  @Test
  void theFrontCameraSeesTheBlockInTheLowerHalfOfItsImage() {
    MutableImage image = render("front", 128, 128);
    assertEquals(0, redPixels(image, 0, 64));
    int seen = redPixels(image, 64, 128);
    assertTrue(seen > 10 && seen < 1000, seen + " red pixels");
  }

  @Test
  void theWristCameraSeesTheBlockBelowTheGripper() {
    assertTrue(redPixels(render("wrist", 64, 64), 0, 64) > 4);
  }

  @Test
  void anImageShowsAndIsStampedWithTheMomentThatItWasAskedFor() {
    byte[] before = bytes(render("front", 64, 64));
    assertArrayEquals(before, bytes(render("front", 64, 64)));
    for (int i = 0; i < 100; i++) {
      state.step();
    }
    state.stepToForces();
    MutableImage after = render("front", 64, 64);
    assertEquals(200_000_000, after.stampNanos());
    assertFalse(Arrays.equals(before, bytes(after)));
  }

  @ParameterizedTest
  @CsvSource({"641, 480, 3", "640, 481, 3", "64, 64, 1"})
  void imagesThatDoNotFitAreRefused(int width, int height, int depth) {
    MutableImage image = new MutableImage(new ImageSpec("x", width, height, depth));
    var error = assertThrows(IllegalArgumentException.class, () -> cameras.render("front", image));
    assertTrue(String.valueOf(error.getMessage()).contains("640x480"), error.getMessage());
  }

  @Test
  void aCameraThatIsNotThereIsNamed() {
    var error = assertThrows(ModelException.class, () -> render("rear", 64, 64));
    assertTrue(String.valueOf(error.getMessage()).contains("camera named rear"));
  }

  @Test
  void aSecondSetOfCamerasSeesItsOwnState() {
    byte[] here = bytes(render("front", 64, 64));
    try (MujocoState other = new MujocoState(model);
        MujocoCameras others = new MujocoCameras(other)) {
      other.reset();
      other.stepToForces();
      MutableImage there = new MutableImage(new ImageSpec("there", 64, 64, 3));
      others.render("front", there);
      assertFalse(Arrays.equals(here, bytes(there)));
    }
    assertArrayEquals(here, bytes(render("front", 64, 64)));
  }
}
