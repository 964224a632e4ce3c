package dev.tandem.simbridge.mujoco;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
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

  private static String included(String inner) {
    return "<mujoco>" + inner + "</mujoco>";
  }

  /** The names of the files that a copy of {@code main} has, which MuJoCo loads. */
  private List<String> kept(Path main) throws IOException {
    Path copy = folder.resolve("kept").resolve("model.xml");
    ModelFiles files = ModelFiles.of(main);
    files.copyTo(copy);
    MujocoModel.load(Natives.mujoco(), main).close();
    MujocoModel.load(Natives.mujoco(), copy).close();
    assertEquals(files.sha256(), ModelFiles.of(copy).sha256());
    try (Stream<Path> all = Files.walk(copy.resolveSibling(""))) {
      return all.filter(Files::isRegularFile)
          .map(each -> copy.resolveSibling("").relativize(each).toString())
          .sorted()
          .toList();
    }
  }

  /** Whatever they are named, and from the main one's folder on, whoever includes them. */
  @Test
  void whatAnIncludedFileIncludesIsKept() throws IOException {
    write("sub/part2.mjcf", included("<worldbody><geom size='2'/></worldbody>"));
    write("sub/part.mjcf", included("<include file='sub/part2.mjcf'/>"));
    Path main = write("body.xml", included("<Include file='sub/part.mjcf'/>"));
    assertEquals(List.of("model.xml", "sub/part.mjcf", "sub/part2.mjcf"), kept(main));
  }

  /** A texture of one white pixel, as MuJoCo reads those that are no PNG. */
  private void pixel(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, new byte[] {1, 0, 0, 0, 1, 0, 0, 0, -1, -1, -1});
  }

  @Test
  void eachKindOfFileIsLookedForInItsOwnFolder() throws IOException {
    for (String each : List.of("skin.bin", "t/skin.bin", "m/skin.bin")) {
      pixel(each);
    }
    for (String each : List.of("hills.bin", "t/hills.bin", "m/hills.bin", "old/hills.bin")) {
      hills(each, 0);
    }
    write("late.mjcf", included("<compiler texturedir='t'/><compiler meshdir='m'/>"));
    Path main =
        write(
            "body.xml",
            included(
                "<compiler meshdir='old'/><include file='late.mjcf'/><asset>"
                    + "<texture name='skin' type='2d' file='skin.bin'/>"
                    + "<hfield name='hills' file='hills.bin' size='1 1 1 1'/></asset>"));
    assertEquals(List.of("late.mjcf", "m/hills.bin", "model.xml", "t/skin.bin"), kept(main));
  }

  @Test
  void pathsAreStrippedWhereTheModelSaysSo() throws IOException {
    hills("hills.bin", 0);
    hills("far/hills.bin", 0);
    String asset = "<asset><hfield name='h' file='far/hills.bin' size='1 1 1 1'/></asset>";
    Path strips = write("body.xml", included("<compiler strippath='true'/>" + asset));
    assertEquals(List.of("hills.bin", "model.xml"), kept(strips));
    Path keeps = write("other/body.xml", included("<compiler strippath='false'/>" + asset));
    hills("other/hills.bin", 0);
    hills("other/far/hills.bin", 0);
    Files.delete(folder.resolve("kept/hills.bin"));
    assertEquals(List.of("far/hills.bin", "model.xml"), kept(keeps));
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
  }

  @Test
  void aCopyInWhichTwoHaveOneNameIsRefusedBeforeAnythingIsWritten() throws IOException {
    write("model.xml", PLAIN);
    ModelFiles clash =
        ModelFiles.of(write("x.xml", "<mujoco><include file='model.xml'/></mujoco>"));
    Path kept = folder.resolve("kept/model.xml");
    assertThrows(ModelException.class, () -> clash.copyTo(kept));
    assertFalse(Files.exists(kept.resolveSibling("")));
    assertThrows(ModelException.class, () -> clash.requireFree("model.xml"));
    clash.requireFree("x.xml");
    ModelFiles.of(folder.resolve("model.xml")).copyTo(kept);
  }

  /** MuJoCo's parser is laxer than XML is. */
  @Test
  void whatMujocoTakesForXmlIsTaken() throws IOException {
    List<String> parts =
        List.of("a & b.mjcf", "Miller <1>.mjcf", "late.mjcf", "no.mjcf", "neither.mjcf");
    for (String each : parts) {
      write(each, included("<worldbody><geom size='1'/></worldbody>"));
    }
    Path main = folder.resolve("body.xml");
    Files.write(
        main,
        """

         <?xml version="1.0"?><!DOCTYPE mujoco><!-- -- <include file='no.mjcf'/> -- >-- \u00e9 -->
        <mujoco
          model =\t"R&D \u00e9 > here" ><![CDATA[> <include file='neither.mjcf'/>]]>
          <include file='a & b.mjcf'></include><include file="late&#46;&#x6d;jcf"
        /><worldbody><geom size="1"/></worldbody></mujoco>
        """
            .getBytes(StandardCharsets.ISO_8859_1));
    assertEquals(List.of("a & b.mjcf", "late.mjcf", "model.xml"), kept(main));
    Path named = write("other.xml", included("<include file='Miller &lt;1&gt;.mjcf'/>"));
    Files.delete(folder.resolve("kept/a & b.mjcf"));
    Files.delete(folder.resolve("kept/late.mjcf"));
    assertEquals(List.of("Miller <1>.mjcf", "model.xml"), kept(named));
  }

  /** As one with an umlaut where the locale is POSIX. */
  @Test
  void aNameThatNoFileCanHaveIsRefusedWithAWayOut() throws IOException {
    Path main = write("body.xml", included("<include file='&#xD800;.mjcf'/>"));
    ModelException refused = assertThrows(ModelException.class, () -> ModelFiles.of(main));
    assertTrue(refused.toString().endsWith("; start with LC_ALL=C.UTF-8"), refused::toString);
  }

  /** It was judged by MuJoCo before, in words of its own. */
  @Test
  void whatIsNoXmlEndsWhereItEnds() throws IOException {
    for (String text : List.of("<", "<a b", "<a b=", "<a b='", "<a b=c/>", "<!--", "<a", "no")) {
      assertEquals(64, ModelFiles.of(write("broken.xml", text)).sha256().length(), text);
    }
  }
}
