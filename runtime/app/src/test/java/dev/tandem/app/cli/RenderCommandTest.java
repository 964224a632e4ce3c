package dev.tandem.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.app.train.Seen;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RenderCommandTest {
  @TempDir Path folder;

  private CommandLineRun render(String... more) {
    Seen.requireRendering();
    List<String> arguments =
        new ArrayList<>(
            List.of("sim", "render", "--task", "pick-cube", "--sim", "mujoco", "--json"));
    arguments.addAll(List.of("--out", folder.toString()));
    arguments.addAll(List.of(more));
    return CommandLineRun.of(arguments.toArray(String[]::new));
  }

  private BufferedImage picture(String camera) throws IOException {
    return ImageIO.read(folder.resolve(camera + ".png").toFile());
  }

  /** How many pixels are red. */
  private static long red(BufferedImage image) {
    int[] pixels =
        image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    return Arrays.stream(pixels).filter(rgb -> (rgb >> 16 & 0xff) > 60 + (rgb & 0xff)).count();
  }

  @Test
  void writesWhatTheTwoCamerasOfThePickedCubeSee() throws IOException {
    CommandLineRun run = render();
    assertEquals(0, run.exit(), run.err());
    for (String camera : List.of("front", "wrist")) {
      assertEquals(64, picture(camera).getWidth());
      assertEquals(64, picture(camera).getHeight());
      assertTrue(run.lastLine().contains("\"camera\":\"" + camera + "\""), run.lastLine());
    }
    assertTrue(red(picture("front")) > 3);
  }

  @Test
  void theExpertMovesBeforeThePictureIsTaken() throws IOException {
    render("--set", "cameras=[{name: wrist, width: 40, height: 30}]");
    byte[] before = Files.readAllBytes(folder.resolve("wrist.png"));
    assertEquals(40, picture("wrist").getWidth());
    render("--set", "cameras=[{name: wrist, width: 40, height: 30}]", "--steps", "50");
    assertFalse(Arrays.equals(before, Files.readAllBytes(folder.resolve("wrist.png"))));
    assertTrue(red(picture("wrist")) > 20, "the cube between the fingers");
    assertFalse(Files.exists(folder.resolve("front.png")));
  }

  /** After as long as the expert takes to hold the cube. */
  @Test
  void writesWhatThePadsFeelAndSaysHowMuchItIs() throws IOException {
    CommandLineRun run =
        render(
            "--steps",
            "90",
            "--set",
            "cameras=[]",
            "--set",
            "touch=[{}, {pad: right_pad, shows: picture, width: 24, height: 60}]");
    assertEquals(0, run.exit(), run.err());
    assertEquals(160, picture("left_pad_forces").getWidth());
    assertEquals(200, picture("left_pad_forces").getHeight());
    assertEquals(24, picture("right_pad_picture").getWidth());
    Matcher pressing = Pattern.compile("\"pressing_n\":([0-9.]+)").matcher(run.lastLine());
    assertTrue(pressing.find() && Double.parseDouble(pressing.group(1)) > 1, run.lastLine());
  }

  @Test
  void picturesThatAreTooLargeAreRefusedByTheirSize() {
    CommandLineRun run = render("--set", "cameras=[{name: front, width: 1000}]");
    assertEquals(2, run.exit(), run.err());
    String said = "cameras[0].width: expected 1 to 640, found 1000";
    assertTrue(run.err().contains(said), run.err());
  }

  @Test
  void whatSeesNothingIsRefusedInALine() {
    CommandLineRun plant = CommandLineRun.of("sim", "render", "--task", "reach");
    assertEquals(2, plant.exit());
    assertTrue(plant.err().contains("simulator: expected mujoco with cameras"), plant.err());
    CommandLineRun steps = render("--steps", "-1");
    assertEquals(2, steps.exit());
    assertTrue(steps.err().contains("--steps: expected at least 0, found -1"), steps.err());
  }
}
