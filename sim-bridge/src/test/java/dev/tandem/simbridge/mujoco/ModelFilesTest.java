package dev.tandem.simbridge.mujoco;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFilesTest {
  private static final String PLAIN = "<mujoco><worldbody><geom size='1'/></worldbody></mujoco>";

  @TempDir Path folder;

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  /** A height field, as MuJoCo reads it: rows, columns, one float each. */
  private Path hills(String name, int height) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    byte high = (byte) height;
    return Files.write(
        file,
        new byte[] {
          2, 0, 0, 0, 2, 0, 0, 0, 0, 0, high, 0x3f, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        });
  }

  private Path whole() throws IOException {
    write("parts/leg.xml", "<mujoco><worldbody><geom size='2'/></worldbody></mujoco>");
    hills("meshes/hills.bin", 0);
    return write(
        "body.xml",
        """
        <mujoco>
          <compiler meshdir="meshes" texturedir="meshes"/>
          <asset><hfield name="hills" file="hills.bin" size="1 1 1 1"/></asset>
          <include file="parts/leg.xml"/>
          <worldbody><geom type="hfield" hfield="hills"/></worldbody>
        </mujoco>
        """);
  }

  /** Of sha256sum. */
  @Test
  void oneFileHasItsOwnDigest() throws IOException {
    assertEquals(
        "d0da2431c531f2d612c407bbad7d24417044e9a2d3a87194a96a835c88992def",
        ModelFiles.of(write("one.xml", PLAIN)).sha256());
  }

  @Test
  void whateverItTakesInCounts() throws IOException {
    Path main = whole();
    String before = ModelFiles.of(main).sha256();
    assertEquals(before, ModelFiles.of(main).sha256());
    write("parts/leg.xml", "<mujoco><worldbody><geom size='3'/></worldbody></mujoco>");
    String other = ModelFiles.of(main).sha256();
    assertNotEquals(before, other);
    hills("meshes/hills.bin", 1);
    assertNotEquals(other, ModelFiles.of(main).sha256());
  }

  @Test
  void aCopyElsewhereIsTheSameModel() throws IOException {
    Path copy = folder.resolve("kept").resolve("model.xml");
    ModelFiles files = ModelFiles.of(whole());
    files.copyTo(copy);
    assertEquals(files.sha256(), ModelFiles.of(copy).sha256());
    assertArrayEquals(
        Files.readAllBytes(folder.resolve("meshes/hills.bin")),
        Files.readAllBytes(folder.resolve("kept/meshes/hills.bin")));
    try (MujocoModel model = MujocoModel.load(Natives.mujoco(), copy)) {
      assertEquals(2, model.count("ngeom"));
    }
    assertFalse(Files.exists(folder.resolve("kept/body.xml")));
  }

  private static void assertRefused(Path main, String expected) {
    var error = assertThrows(ModelException.class, () -> ModelFiles.of(main));
    String words = String.valueOf(error.getMessage());
    assertTrue(words.contains(expected), words);
  }

  @Test
  void whatCannotBeKeptIsRefusedWithItsName() throws IOException {
    write("above.xml", PLAIN);
    Path low = write("low/body.xml", "<mujoco><include file='../above.xml'/></mujoco>");
    assertRefused(low, "expected files in its folder or below");
    assertRefused(low, "found ../above.xml");
    Path other = write("parts/leg.xml", PLAIN);
    Path absolute = write("body.xml", "<mujoco><include file='" + other + "'/></mujoco>");
    assertRefused(absolute, "found " + other);
    assertRefused(folder.resolve("absent.xml"), "expected a file that can be read");
    assertRefused(write("broken.xml", "<mujoco>"), "is no XML");
    write("model.xml", PLAIN);
    ModelFiles clash =
        ModelFiles.of(write("x.xml", "<mujoco><include file='model.xml'/></mujoco>"));
    assertThrows(ModelException.class, () -> clash.copyTo(folder.resolve("kept/model.xml")));
  }
}
