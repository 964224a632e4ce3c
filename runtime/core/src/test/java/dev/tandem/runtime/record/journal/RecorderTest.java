package dev.tandem.runtime.record.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.runtime.act.Verdict;
import dev.tandem.runtime.learn.Transition;
import dev.tandem.runtime.record.TickGap;
import dev.tandem.runtime.record.mcap.MemoryFile;
import dev.tandem.runtime.time.SystemClock;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecorderTest {
  @TempDir Path directory;
  private Path path = Path.of("");

  @BeforeEach
  void choosePath() {
    path = directory.resolve("journal.mcap");
  }

  @Test
  void handsOnATransitionOnlyWhenTheJournalHasIt() {
    List<Integer> inJournal = new ArrayList<>();
    try (Recording recording = Recording.at(path)) {
      Recorder recorder =
          new Recorder(
              recording.ring,
              recording.journal,
              recording.assembler,
              transition -> inJournal.add(new JournalLog(path).transitions.size()));
      recording.script.decide(0).decide(0);
      recorder.poll();
      recording.script.decide(0);
      recorder.poll();
    }

    assertEquals(List.of(1, 2), inJournal);
  }

  /** As after a kill, with no transition that would force it to the disk. */
  @Test
  void howARobotStoppedIsSafeWithThePollThatTookIt() {
    try (Recording recording = Recording.at(path)) {
      recording.script.hold(0);
      recording.recorder.note(JournalEvent.note(1, "stopped, STOP0"));
      recording.recorder.poll();
      JournalLog log = new JournalLog(path);
      assertTrue(log.events.stream().anyMatch(event -> event.text().equals("stopped, STOP0")));
      assertEquals(List.of(), log.transitions);
    }
  }

  @Test
  void journalsAllTicksAndTransitionsOfARun() {
    List<Transition> acknowledged;
    try (Recording recording = Recording.at(path)) {
      recording.episode(0).episode(1);
      acknowledged = recording.acknowledged;
    }

    JournalLog log = new JournalLog(path);
    assertEquals(2 * (3 * Recording.HORIZON_STEPS + 1), log.ticks.size());
    assertEquals(2 * Recording.HORIZON_STEPS, acknowledged.size());
    Transitions.assertSame(acknowledged, log.transitions);
    assertEquals(List.of(), log.problems);
  }

  @Test
  void writesGapsAlsoTheOneAtTheVeryEnd() {
    try (Recording recording = Recording.at(path)) {
      hold(recording, 70);
      recording.recorder.poll();
      hold(recording, 64);
      hold(recording, 2);
    }

    JournalLog log = new JournalLog(path);
    assertEquals(
        List.of(new TickGap(64, 69, 6, 64_000_000), new TickGap(134, 135, 2, 134_000_000)),
        log.gaps);
    assertEquals(128, log.ticks.size());
  }

  @Test
  void tellsEpisodesNewWeightsAndStops() {
    try (Recording recording = Recording.at(path)) {
      recording.script.startEpisode(3).decide(0);
      recording.script.verdict = Verdict.STOP;
      recording.script.hold(0).hold(0).endEpisode(0);
      recording.script.verdict = Verdict.PASSED;
      recording.script.policyVersion = 9;
      recording.script.startEpisode(4).decide(0).decide(0);
    }

    assertEquals(
        List.of(
            "EPISODE_STARTED tick 0, episode 3: at step 0",
            "WEIGHTS_SWAPPED tick 0, episode 3: policy version 0",
            "MODE_CHANGED tick 0, episode 3: to ARMED",
            "SAFETY_STOP tick 1, episode 3: step 0",
            "EPISODE_ENDED tick 3, episode 3: after step 0",
            "EPISODE_STARTED tick 4, episode 4: at step 0",
            "WEIGHTS_SWAPPED tick 4, episode 4: policy version 9"),
        new JournalLog(path).events.stream().map(e -> e.kind() + " " + e.text()).toList());
  }

  @Test
  void writesDownWhatItIsTold() {
    JournalEvent note = JournalEvent.note(3, "the lamp flickers");
    try (Recording recording = Recording.at(path)) {
      recording.recorder.note(note);
    }

    assertEquals(List.of(note), new JournalLog(path).events);
  }

  @Test
  void keepsWhatWasCompleteWhenANumberIsNotFinite() {
    try (Recording recording = Recording.at(path)) {
      recording.script.decide(0).decide(0.5).decide(Double.NaN);

      var thrown = assertThrows(IllegalArgumentException.class, recording.recorder::poll);

      assertEquals(
          "episode 0, step 1, nextObservation[0]: expected finite, found NaN", thrown.getMessage());
      assertEquals(1, recording.acknowledged.size());
    }
    JournalInspection inspection = JournalInspection.of(path);
    assertTrue(inspection.complete());
    assertEquals(1, inspection.transitions());
    assertEquals(
        List.of("tick 2, observation[0]: expected finite, found NaN"), inspection.problems());
  }

  @Test
  void recordsOnAThreadOfItsOwn() {
    Recording recording = Recording.at(path);
    try (RecorderThread thread = thread(recording)) {
      thread.start();
      recording.script.decide(0).decide(0).endEpisode(0);
    }

    assertEquals(2, JournalInspection.of(path).transitions());
    assertTrue(JournalInspection.of(path).complete());
  }

  @Test
  void throwsWhatItsThreadFailedWithWhenItIsClosed() {
    Recording recording = Recording.on(new MemoryFile(6_000));
    RecorderThread thread = thread(recording);
    thread.start();
    for (int i = 0; thread.failure().isEmpty(); i++) {
      recording.script.decide(i * 1e-9);
      Thread.onSpinWait();
    }

    var thrown = assertThrows(JournalWriteException.class, thread::close);

    assertSame(thread.failure().orElseThrow(), thrown);
  }

  @Test
  void reportsAFailureThatComesOnlyWithTheClosing() {
    Recording recording = Recording.on(new MemoryFile(5_000));
    RecorderThread thread = thread(recording);
    assertFalse(thread.failure().isPresent());
    hold(recording, 64);

    assertThrows(JournalWriteException.class, thread::close);
  }

  @Test
  void throwsTheFirstFailureWhenTheClosingFailsToo() {
    Recording recording = Recording.at(path);
    recording.script.decide(0).decide(0);
    Recorder recorder =
        new Recorder(
            recording.ring,
            recording.journal,
            recording.assembler,
            transition -> {
              throw new IllegalStateException("step " + transition.step());
            });
    RecorderThread thread = new RecorderThread(recorder, new SystemClock(), 100_000);
    thread.start();
    while (thread.failure().isEmpty()) {
      Thread.onSpinWait();
    }
    recording.script.decide(0);

    var thrown = assertThrows(IllegalStateException.class, thread::close);

    assertEquals("step 0", thrown.getMessage());
  }

  private static RecorderThread thread(Recording recording) {
    return new RecorderThread(recording.recorder, new SystemClock(), 100_000);
  }

  private static void hold(Recording recording, int ticks) {
    for (int i = 0; i < ticks; i++) {
      recording.script.hold(0.001 * i);
    }
  }
}
