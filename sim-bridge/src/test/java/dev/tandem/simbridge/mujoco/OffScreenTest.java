package dev.tandem.simbridge.mujoco;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OffScreenTest {
  @TempDir private Path folder = Path.of("");

  private MujocoModel model(String width, String height) throws IOException {
    Path file = folder.resolve("model.xml");
    String size = "offwidth='%s' offheight='%s'".formatted(width, height);
    Files.writeString(
        file,
        "<mujoco><visual><global %s/></visual><worldbody><camera name='eye'/></worldbody></mujoco>"
            .formatted(size));
    return MujocoModel.load(Natives.mujoco(), file);
  }

  /** OpenGL could not, and MuJoCo would end the process: also where the product is beyond int. */
  @ParameterizedTest
  @CsvSource({
    "100000, 100000",
    "16385, 1",
    "1, 16385",
    "16384, 16384",
    "65536, 65536",
    "0, 480",
    "640, -1"
  })
  void whatNoOpenGlCanHoldIsRefusedWithTheFileBeforeItIsAsked(String width, String height)
      throws IOException {
    try (MujocoModel model = model(width, height);
        MujocoCameras cameras = new MujocoCameras(new MujocoState(model))) {
      var error = assertThrows(ModelException.class, cameras::renderThread);
      assertEquals(
          folder.resolve("model.xml")
              + ": expected an offwidth and an offheight of 1 to 16384 and at most 16777216 pixels"
              + " in all, found "
              + width
              + "x"
              + height,
          error.getMessage());
    }
  }

  @Test
  void whatOpenGlCanHoldIsAsTheFileSays() throws IOException {
    for (int[] size : new int[][] {{16_384, 1_024}, {1, 16_384}, {4_096, 4_096}}) {
      try (MujocoModel model = model("" + size[0], "" + size[1])) {
        assertEquals(new OffScreen(size[0], size[1]), OffScreen.of(model));
      }
    }
  }
}
