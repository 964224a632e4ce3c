package dev.tandem.app.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AtomicFileTest {
  @TempDir Path folder;

  @Test
  void replacesTheWholeContentAndLeavesNothingElse() throws IOException {
    Path file = folder.resolve("a.txt");
    AtomicFile.write(file, "a long content");
    AtomicFile.write(file, "short");
    assertEquals("short", Files.readString(file));
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(file), files.toList());
    }
  }

  @Test
  void keepsTheEarlierFileWhenTheNewContentCannotBeWritten() throws IOException {
    Path file = folder.resolve("a.txt");
    AtomicFile.write(file, "earlier");
    Files.createDirectory(folder.resolve("a.txt.part"));
    WriteException e = assertThrows(WriteException.class, () -> AtomicFile.write(file, "later"));
    assertTrue(String.valueOf(e.getMessage()).startsWith(file + ": cannot be written: "));
    assertEquals("earlier", Files.readString(file));
  }

  @Test
  void takesTheRoomThatWasReservedForIt() throws IOException {
    Path file = folder.resolve("a.txt");
    AtomicFile.reserve(file, 5_000);
    assertEquals(5_000, Files.size(folder.resolve("a.txt.part")));
    assertFalse(Files.exists(file), "nothing to read yet");
    AtomicFile.write(file, "short");
    assertEquals("short", Files.readString(file));
    assertFalse(Files.exists(folder.resolve("a.txt.part")));
  }

  @Test
  void reservesNothingWhereThereIsNoRoom() throws IOException {
    Path file = folder.resolve("a.txt");
    Files.createSymbolicLink(folder.resolve("a.txt.part"), Path.of("/dev/full"));
    WriteException e = assertThrows(WriteException.class, () -> AtomicFile.reserve(file, 1));
    assertTrue(String.valueOf(e.getMessage()).contains("No space left on device"), e.getMessage());
  }

  @Test
  void saysThatTheDiskIsFull() {
    Path full = Path.of("/dev/full");
    IOException cause = assertThrows(IOException.class, () -> Files.write(full, new byte[1]));
    assertEquals(
        "/dev/full: cannot be written: No space left on device; make room or set run.directory to"
            + " a folder that can be written",
        new WriteException(full, cause).getMessage());
  }

  @Test
  void saysThatThereIsNoFolder() {
    Path file = folder.resolve("none/a.txt");
    WriteException e = assertThrows(WriteException.class, () -> AtomicFile.write(file, ""));
    assertTrue(String.valueOf(e.getMessage()).contains("no folder for "), e.getMessage());
  }
}
