package dev.tandem.runtime.record.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tandem.runtime.record.TickRecord;
import dev.tandem.runtime.record.mcap.MemoryFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
  void takesNothingMoreWhileTheDiskIsFullAndClosesTheFileAllTheSame() {
    MemoryFile disk = new MemoryFile(8_000);
    Recording recording = Recording.on(disk);
    fill(recording);
    recording.script.hold(0);

    assertThrows(JournalWriteException.class, recording.journal::flush);
    JournalEvent note = JournalEvent.note(0, "lost");
    assertThrows(JournalWriteException.class, () -> recording.journal.event(note));
    long lost = recording.recorder.unacknowledgedTicks();
    assertThrows(JournalWriteException.class, recording.recorder::close);

    assertEquals(8_000, disk.bytes().length);
    assertFalse(disk.isOpen());
    assertEquals(lost, recording.recorder.unacknowledgedTicks());
    assertTrue(lost > 1, "with the one that is still in the ring: " + lost);
  }

  @ParameterizedTest
  @ValueSource(ints = {6_000, 6_400, 6_800, 7_200})
  void goesOnWhereItWasWhenThereIsRoomAgainAndNothingIsMissing(int capacityBytes) {
    MemoryFile disk = new MemoryFile(capacityBytes);
    Recording recording = Recording.on(disk);
    fill(recording);
    recording.script.hold(0);
    assertThrows(JournalWriteException.class, recording.recorder::poll);

    disk.grow(1_000_000);
    recording.recorder.poll();
    recording.episode(1_000);
    recording.close();

    JournalLog log = new JournalLog(disk.bytes(), disk.bytes().length);
    assertEquals(List.of(), log.problems);
    assertEquals(List.of(), log.gaps);
    assertEquals(0, recording.recorder.unacknowledgedTicks());
    Transitions.assertSame(recording.acknowledged, log.transitions);
    for (int i = 0; i < log.ticks.size(); i++) {
      assertEquals(i, log.ticks.get(i).tick);
    }
  }

  @Test
  void leavesAGapForEveryTickThatTheRingHadNoRoomForMeanwhile() {
    MemoryFile disk = new MemoryFile(8_000);
    Recording recording = Recording.on(disk);
    fill(recording);
    long before = recording.ring.waitingTicks();
    for (int i = 0; i < 100; i++) {
      recording.script.hold(0);
    }
    disk.grow(1_000_000);
    recording.close();

    JournalLog log = new JournalLog(disk.bytes(), disk.bytes().length);
    long lost = log.gaps.stream().mapToLong(gap -> gap.lostTicks()).sum();
    assertEquals(before + 100 - 64, lost);
    TickRecord last = log.ticks.get(log.ticks.size() - 1);
    assertEquals(last.tick + 1, log.ticks.size(), "the gap is at the very end");
    assertEquals(last.tick + 1, log.gaps.get(0).firstTick());
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
