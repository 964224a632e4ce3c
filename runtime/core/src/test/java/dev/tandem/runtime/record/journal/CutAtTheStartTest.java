package dev.tandem.runtime.record.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.runtime.record.mcap.MemoryFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left of a journal whose process was killed when it had only just begun. */
class CutAtTheStartTest {
  @TempDir Path directory;
  private Path path = Path.of("");

  @BeforeEach
  void choosePath() {
    path = directory.resolve("journal.mcap");
  }

  @Test
  void anEmptyFileIsAJournalThatWasCutBeforeItsFirstRecord() throws IOException {
    Files.createFile(path);

    JournalLog log = new JournalLog(path);
    JournalInspection inspection = JournalInspection.of(path);

    assertEquals(List.of("offset 0: truncated before the first record"), log.cuts);
    assertEquals(List.of(), log.problems);
    assertEquals(log.cuts, inspection.problems());
    assertEquals(0, inspection.records());
    assertEquals(0, inspection.transitions());
    assertFalse(inspection.complete());
    assertEquals(0, JournalReader.readTransitions(path, t -> {}).usableBytes());
  }

  @Test
  void aCutAnywhereBeforeTheFirstRecordIsOneCutAndNoDamage() throws IOException {
    byte[] beginning = beginning();
    int bytes = 0;
    for (; new JournalLog(beginning, bytes).runs.isEmpty(); bytes += bytes < 20 ? 1 : 17) {
      int afterWholeRecords = (int) new JournalLog(beginning, bytes).scan.usableBytes();
      assertIsCut(Arrays.copyOf(beginning, bytes));
      assertIsCut(Arrays.copyOf(beginning, afterWholeRecords));
    }
    assertTrue(bytes > 1000, "went through the schemas, to " + bytes);
    Files.write(path, beginning);
    assertEquals(List.of(), JournalInspection.of(path).problems());
  }

  private void assertIsCut(byte[] left) throws IOException {
    Files.write(path, left);

    JournalInspection inspection = JournalInspection.of(path);

    assertEquals(1, inspection.problems().size(), "cut at " + left.length);
    assertTrue(inspection.problems().get(0).contains("truncated"), "cut at " + left.length);
    assertEquals(0, inspection.records(), "cut at " + left.length);
    assertFalse(inspection.complete(), "cut at " + left.length);
    JournalReader.readTransitions(path, t -> {});
  }

  @Test
  void aFewBytesThatAreNotTheMagicsFirstAreNoJournal() throws IOException {
    Files.write(path, new byte[] {(byte) 0x89, 'M', 'K'});

    assertThrows(JournalException.class, () -> JournalInspection.of(path));
  }

  @Test
  void aDamagedDescriptionOfTheRunIsMissedAlsoWhenTheJournalWasNeverClosed() throws IOException {
    byte[] damaged = beginning();
    damaged[damaged.length - 60] ^= 1;
    Files.write(path, damaged);

    List<String> problems = JournalInspection.of(path).problems();

    assertTrue(
        problems.contains("expected a record on /tandem/run, found none"), problems::toString);
  }

  @Test
  void allUpToTheRunsDescriptionIsWrittenInOnePiece() {
    List<Integer> pieces = new ArrayList<>();
    MemoryFile disk = new MemoryFile();
    Recording.on(
        new WritableByteChannel() {
          @Override
          public int write(ByteBuffer source) throws IOException {
            pieces.add(source.remaining());
            return disk.write(source);
          }

          @Override
          public boolean isOpen() {
            return disk.isOpen();
          }

          @Override
          public void close() {
            disk.close();
          }
        });

    assertEquals(List.of(disk.bytes().length), pieces);
    assertEquals(1, new JournalLog(disk.bytes(), disk.bytes().length).runs.size());
  }

  /** A journal as it is when it has just been created. */
  private static byte[] beginning() {
    MemoryFile disk = new MemoryFile();
    Recording.on(disk);
    return disk.bytes();
  }
}
