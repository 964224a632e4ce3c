package dev.tandem.runtime.record.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.runtime.record.TickGap;
import dev.tandem.runtime.record.TickHandler;
import dev.tandem.runtime.record.TickRecord;
import dev.tandem.runtime.record.mcap.MemoryFile;
import dev.tandem.runtime.time.SystemClock;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class RecorderThreadTest {
  private static final int RING_TICKS = 64;

  @TempDir Path directory;

  private static RecorderThread thread(Recorder recorder) {
    return new RecorderThread(recorder, new SystemClock(), 100_000);
  }

  @Test
  void goesOnRecordingAfterASensorThatWasNotFinite() {
    Path path = directory.resolve("journal.mcap");
    Recording recording = Recording.at(path);
    try (RecorderThread thread = thread(recording.recorder)) {
      thread.start();
      recording.script.decide(0).decide(Double.NaN).decide(0).decide(0).decide(0);
    }
    JournalLog log = new JournalLog(path);
    assertEquals(5, log.ticks.size());
    assertEquals(2, log.transitions.size(), "the steps that touch the broken tick are none");
    List<String> notes =
        log.events.stream()
            .filter(e -> e.kind() == JournalEvent.Kind.NOTE)
            .map(e -> e.text())
            .toList();
    assertEquals(1, notes.size());
    assertTrue(notes.get(0).startsWith("no transition: episode 0, step 0, next"), notes.get(0));
  }

  @Test
  void fallsBehindWhenMoreThanHalfOfTheRingWaits() {
    Recording recording = Recording.at(directory.resolve("journal.mcap"));
    RecorderThread thread = thread(recording.recorder);
    for (int i = 0; i < RING_TICKS / 2; i++) {
      recording.script.hold(0);
    }
    assertTrue(thread.keepsUp());
    recording.script.hold(0);
    assertFalse(thread.keepsUp());
    thread.start();
    while (!thread.keepsUp()) {
      Thread.onSpinWait();
    }
    thread.close();
  }

  @Test
  void fallsBehindForAsLongAsTheDiskIsFull() {
    Recording recording = Recording.on(new MemoryFile(6_000));
    RecorderThread thread = thread(recording.recorder);
    thread.start();
    for (int i = 0; thread.failure().isEmpty(); i++) {
      recording.script.decide(i * 1e-9);
      Thread.onSpinWait();
    }
    assertFalse(thread.keepsUp());
    assertThrows(JournalWriteException.class, thread::close);
  }

  @Test
  void goesOnByItselfWhenTheDiskTakesRecordsAgain() {
    FullDiskSwitch disk = new FullDiskSwitch();
    Recording recording = Recording.on(disk);
    RecorderThread thread = thread(recording.recorder);
    thread.start();
    disk.full = true;
    for (int i = 0; thread.failure().isEmpty(); i++) {
      recording.script.decide(i * 1e-9);
      Thread.onSpinWait();
    }
    disk.full = false;
    while (!thread.keepsUp()) {
      Thread.onSpinWait();
    }
    thread.close();
    assertEquals(0, thread.unacknowledgedTicks());
    JournalLog log = new JournalLog(disk.inner.bytes(), disk.inner.bytes().length);
    assertEquals(List.of(), log.problems);
    assertTrue(log.events.stream().anyMatch(e -> e.text().startsWith("the disk failed and takes")));
  }

  @Test
  void showsWhoeverLooksOnEveryTickAndGap() {
    List<Long> ticks = new ArrayList<>();
    List<TickGap> gaps = new ArrayList<>();
    Recording recording = Recording.at(directory.resolve("journal.mcap"));
    Recorder recorder =
        new Recorder(
            recording.ring,
            recording.journal,
            recording.assembler,
            transition -> {},
            new TickHandler() {
              @Override
              public void onTick(TickRecord record) {
                ticks.add(record.tick);
              }

              @Override
              public void onGap(TickGap gap) {
                gaps.add(gap);
              }
            });
    for (int i = 0; i < RING_TICKS + 3; i++) {
      recording.script.hold(0);
    }
    thread(recorder).close();
    assertEquals(RING_TICKS, ticks.size());
    assertEquals(List.of(new TickGap(64, 66, 3, 64_000_000)), gaps);
  }

  /** A disk that is full while somebody says so. */
  private static final class FullDiskSwitch implements WritableByteChannel {
    final MemoryFile inner = new MemoryFile();
    volatile boolean full;

    @Override
    public int write(ByteBuffer source) throws IOException {
      if (full) {
        throw new IOException("No space left on device");
      }
      return inner.write(source);
    }

    @Override
    public boolean isOpen() {
      return inner.isOpen();
    }

    @Override
    public void close() {
      inner.close();
    }
  }
}
