package dev.tandem.runtime.record.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tandem.runtime.record.mcap.MemoryFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;

class FullDiskTest {
  @Test
  void endsInOneLineThatSaysWhatIsSafeAndWhatToDo() {
    MemoryFile disk = new MemoryFile(8_000);
    Recording recording = Recording.on(disk);

    JournalWriteException thrown = fill(recording);

    assertEquals(
        "journal disk.mcap: writing a chunk of "
            + chunkBytes(thrown)
            + " bytes failed: No space left on device; the first "
            + thrown.safeBytes()
            + " bytes with "
            + thrown.safeTransitions()
            + " transitions are safe; make room on the disk",
        thrown.getMessage());
    assertTrue(thrown.safeBytes() > 0 && thrown.safeBytes() <= 8_000);
    assertEquals(recording.acknowledged.size(), thrown.safeTransitions());
  }

  @Test
  void losesNothingThatWasAcknowledgedBefore() {
    for (int capacity = 6_000; capacity < 7_000; capacity += 7) {
      MemoryFile disk = new MemoryFile(capacity);
      Recording recording = Recording.on(disk);
      fill(recording);

      JournalLog log = new JournalLog(disk.bytes(), disk.bytes().length);
      int safe = recording.acknowledged.size();
      Transitions.assertSame(recording.acknowledged, log.transitions.subList(0, safe));
    }
  }

  @Test
  void staysFailedAndClosesQuietly() {
    MemoryFile disk = new MemoryFile(8_000);
    Recording recording = Recording.on(disk);
    JournalWriteException first = fill(recording);
    int written = disk.bytes().length;

    assertSame(first, assertThrows(JournalWriteException.class, () -> recording.journal.flush()));
    recording.journal.close();

    assertEquals(written, disk.bytes().length);
    assertFalse(disk.isOpen());
  }

  @Test
  void saysSoWhenNotEvenTheHeaderFits() {
    MemoryFile disk = new MemoryFile(100);

    var thrown = assertThrows(JournalWriteException.class, () -> Recording.on(disk));

    assertTrue(thrown.toString().contains("the first 0 bytes with 0 transitions are safe"));
    assertFalse(disk.isOpen());
  }

  @Test
  void reportsTheDeviceThatIsAlwaysFull() throws IOException {
    Path device = Path.of("/dev/full");
    assumeTrue(Files.exists(device), "there is no /dev/full here");
    try (FileChannel full = FileChannel.open(device, StandardOpenOption.WRITE)) {
      var thrown =
          assertThrows(
              JournalWriteException.class,
              () -> Journal.on(full, device, Recording.run(), Recording.settings()));

      assertTrue(thrown.toString().contains("No space left on device"));
    }
  }

  private static JournalWriteException fill(Recording recording) {
    return assertThrows(
        JournalWriteException.class,
        () -> {
          for (int episode = 0; ; episode++) {
            recording.episode(episode);
          }
        });
  }

  private static String chunkBytes(JournalWriteException thrown) {
    String message = thrown.toString();
    return message.replaceAll("(?s).*a chunk of (\\d+) bytes failed.*", "$1");
  }
}
