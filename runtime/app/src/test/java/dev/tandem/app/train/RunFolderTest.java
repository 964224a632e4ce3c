package dev.tandem.app.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.app.config.Configuration;
import dev.tandem.app.config.ConfigurationException;
import dev.tandem.app.config.Setting;
import dev.tandem.app.settings.RunSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RunFolderTest {
  @TempDir Path folder;

  private static RunFolder create(Path directory, String name) {
    List<Setting> place =
        List.of(
            new Setting("--set", "run.directory", directory.toString()),
            new Setting("--set", "run.name", "'" + name + "'"));
    return RunFolder.create(Configuration.load(RunSettings.defaults(), Optional.empty(), place));
  }

  private static String refusal(Path directory, String name) {
    var error = assertThrows(ConfigurationException.class, () -> create(directory, name));
    return String.valueOf(error.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"../out", "a/b", "/abs", "a\\b", ".", "..", "a/", " ", "   "})
  void aNameThatLeadsOutOfTheDirectoryIsRefused(String name) throws IOException {
    Path runs = folder.resolve("runs");
    assertEquals(
        "--set: run.name: expected the name of one folder, found \"" + name + "\"",
        refusal(runs, name));
    assertFalse(Files.exists(runs), "nothing is made before the name is good");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "..a", "a.b", "with space"})
  void aNameOfOneFolderIsTaken(String name) {
    assertEquals(folder.resolve(name), create(folder, name).path());
    assertTrue(Files.isDirectory(folder.resolve(name)));
  }

  @Test
  void aNameThatNoFileSystemTakesIsRefusedByItsBytes() {
    assertEquals(
        "--set: run.name: expected the name of one folder, of at most 255 bytes, found 256",
        refusal(folder, "\u00e9".repeat(128)));
    assertTrue(Files.isDirectory(create(folder, "x".repeat(255)).path()));
  }

  @Test
  void aDirectoryThatIsAFileIsBlamedOnTheDirectory() throws IOException {
    Path file = Files.writeString(folder.resolve("f"), "");
    String expected =
        "run.directory: expected a folder that can be written to, found the file " + file;
    assertEquals(expected, refusal(file, "a"));
    assertEquals(expected, refusal(file.resolve("below"), "a"));
    assertEquals(expected, refusal(file.resolve("below/it"), ""));
  }

  @Test
  void aNameThatIsTakenIsBlamedOnTheName() {
    create(folder, "a");
    assertEquals(
        "run.name: "
            + folder.resolve("a")
            + " is there already and kept; choose another or leave it empty",
        refusal(folder, "a"));
  }

  @Test
  void whatTheSystemSaysIsToldWithoutTheNamesOfJavaClasses() {
    String message = refusal(Path.of("/proc/none"), "a");
    assertTrue(message.startsWith("run.directory: expected a folder that can be"), message);
    assertFalse(message.contains("Exception"), message);
  }

  @Test
  void anEmptyNameIsMadeOfTaskAndSeed() {
    String name = String.valueOf(create(folder, "").path().getFileName());
    assertTrue(name.matches("peg-insert-seed1-\\d{8}-\\d{6}"), name);
  }

  @Test
  void keepsNothingOfUseBeforeTheFirstRecord() {
    assertEquals(Optional.empty(), create(folder, "a").kept());
  }
}
