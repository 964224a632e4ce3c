package dev.tandem.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the commands say that read a file when it is not there. */
final class InputFileTest {
  private static final String HOW = "; ./tandem demo makes a run in runs/ that has one\n";

  @TempDir Path folder;

  private static Stream<Arguments> commands() {
    return Stream.of(
        Arguments.of(List.of("eval"), "a checkpoint", "checkpoints/latest.ckpt"),
        Arguments.of(List.of("data", "verify"), "a journal", "journal.mcap"),
        Arguments.of(List.of("data", "show"), "a journal", "journal.mcap"));
  }

  private static void assertSays(String line, List<String> command, Path file) {
    List<String> arguments = new ArrayList<>(command);
    arguments.add(file.toString());
    CommandLineRun run = CommandLineRun.of(arguments.toArray(String[]::new));
    assertEquals("tandem: " + file + ": " + line + HOW, run.err());
    assertEquals(1, run.exit());
  }

  @ParameterizedTest
  @MethodSource("commands")
  void saysThatThereIsNothing(List<String> command, String what, String inRun) {
    Path none = folder.resolve("none");
    assertSays("expected " + what + " or a run's folder, found nothing", command, none);
  }

  @ParameterizedTest
  @MethodSource("commands")
  void saysWhatAFolderLacks(List<String> command, String what, String inRun) {
    assertSays(
        "expected a run's folder with " + inRun + ", found a folder without", command, folder);
  }

  @Test
  void saysThatACheckpointIsEmpty() throws IOException {
    Path empty = Files.createFile(folder.resolve("empty"));
    assertSays("expected a checkpoint, found an empty file", List.of("eval"), empty);
  }
}
