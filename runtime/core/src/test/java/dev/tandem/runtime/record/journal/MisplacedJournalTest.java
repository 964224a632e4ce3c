package dev.tandem.runtime.record.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.runtime.record.mcap.MemoryFile;
import dev.tandem.runtime.time.SimulatedClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A journal that is deleted, moved or replaced takes every byte, and nobody will find them. */
class MisplacedJournalTest {
  private static final long LOOK_NANOS = 1_000_000_000;

  @TempDir Path directory;

  private final SimulatedClock clock = new SimulatedClock();
  private Path folder;
  private Path path;
  private Recording recording;
  private SteadyRecorder steady;

  @BeforeEach
  void record() throws IOException {
    folder = Files.createDirectory(directory.resolve("run"));
    path = folder.resolve("journal.mcap");
    recording = Recording.at(path);
    steady = new SteadyRecorder(recording.recorder, clock);
    recording.script.decide(0);
    steady.poll();
    assertTrue(steady.keepsUp());
  }

  private void lookAgain() {
    clock.advanceNanos(LOOK_NANOS);
    recording.script.hold(0);
    steady.poll();
  }

  private String failure() {
    return steady.failure().map(e -> String.valueOf(e.getMessage())).orElse("");
  }

  @Test
  void seesWithinASecondThatItWasDeletedAndSaysSoAtTheEnd() throws IOException {
    Files.delete(path);
    clock.advanceNanos(LOOK_NANOS - 1);
    steady.poll();
    assertTrue(steady.keepsUp(), "the file system is not asked more often");
    clock.advanceNanos(1);
    steady.poll();
    assertFalse(steady.keepsUp());
    String expected = "journal " + path + ": is gone: deleted or moved while it was being written";
    assertEquals(expected, failure());
    assertEquals(expected, assertThrows(JournalException.class, steady::close).getMessage());
  }

  @Test
  void seesThatItsFolderWasMovedAndGoesOnWhenItIsBack() throws IOException {
    Path elsewhere = Files.move(folder, directory.resolve("elsewhere"));
    lookAgain();
    assertFalse(steady.keepsUp());
    lookAgain();
    Files.move(elsewhere, folder);
    lookAgain();
    assertTrue(steady.keepsUp());
    assertEquals("", failure());
    steady.close();
    JournalLog log = new JournalLog(path);
    assertEquals(List.of(), log.problems);
    assertEquals(4, log.ticks.size(), "what came meanwhile is in it, too");
    long told = log.events.stream().filter(e -> e.text().contains("is gone")).count();
    assertEquals(1, told);
  }

  @Test
  void seesThatAnotherFileHasItsName() throws IOException {
    Files.move(path, folder.resolve("old.mcap"));
    Files.copy(folder.resolve("old.mcap"), path);
    lookAgain();
    assertTrue(failure().contains("is another file now"), failure());
    assertThrows(JournalException.class, steady::close);
  }

  @Test
  void seesAtTheEndWhatHappenedSinceTheLastLook() throws IOException {
    Files.delete(path);
    assertThrows(JournalException.class, steady::close);
  }

  @Test
  void asksNothingOfWhatIsNoFile() {
    Recording memory = Recording.on(new MemoryFile(1_000_000));
    assertEquals(java.util.Optional.empty(), memory.journal.misplaced());
    memory.close();
  }
}
