package dev.tandem.app.cli;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.app.config.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WatchdogFileTest {
  private static final String USUAL = "; --file /dev/shm/tandem.watchdog is the usual one";

  @TempDir Path folder;

  private static String refusal(Path file) {
    return String.valueOf(
        assertThrows(ConfigurationException.class, () -> new WatchdogFile(file).check(true))
            .getMessage());
  }

  @Test
  void wantsTheFoldersToBeThereAndSaysHow() {
    Path missing = folder.resolve("missing");
    Path file = missing.resolve("page");
    assertEquals(
        "--file %2$s: expected a folder %1$s, found none; make it: mkdir -p %1$s"
                .formatted(missing, file)
            + USUAL,
        refusal(file));
  }

  @Test
  void takesNoFolderForAFileAndNoFileForAFolder() throws IOException {
    assertTrue(refusal(folder).contains("expected the name of a file, found " + folder));
    assertTrue(refusal(Path.of("/")).contains("expected the name of a file, found /, a folder"));
    Path file = Files.createFile(folder.resolve("file"));
    assertTrue(refusal(file.resolve("page")).contains("found a file in its place"));
  }

  @Test
  void takesAFileThatIsThereAndOneThatIsNot() throws IOException {
    assertDoesNotThrow(() -> new WatchdogFile(folder.resolve("new")).check(true));
    Path there = Files.createFile(folder.resolve("there"));
    assertDoesNotThrow(() -> new WatchdogFile(there).check(true));
  }

  @Test
  void isRefusedAsAWrongOption() {
    CommandLineRun run = CommandLineRun.of("watchdog", "--file", folder.toString(), "--json");
    assertEquals(2, run.exit());
    assertTrue(run.lastLine().contains("\"exit\":2"), run.lastLine());
  }
}
