package dev.tandem.app.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.app.assembly.Rig;
import dev.tandem.app.assembly.Tasks;
import dev.tandem.app.settings.RunSettings;
import dev.tandem.runtime.record.TickRecord;
import dev.tandem.runtime.record.journal.CameraSummary;
import dev.tandem.runtime.record.journal.JournalFrame;
import dev.tandem.runtime.record.journal.JournalInspection;
import dev.tandem.simbridge.task.SimulatedTask;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Training, journals and rigs with cameras. */
final class SeenRunTest {
  private static final String CAMERAS =
      "cameras=[{name: front, width: 32, height: 24, rate_hz: 50},"
          + " {name: wrist, width: 16, height: 16, rate_hz: 20, delay_seconds: 0.03}]";

  @TempDir Path folder;

  @BeforeEach
  void requireRendering() {
    Seen.requireRendering();
  }

  private SmallRuns runs() {
    return CubeRuns.in(folder, CAMERAS);
  }

  @Test
  void theJournalHoldsEveryImageTiedToItsTickAndEqualRunsHaveEqualOnes() throws Exception {
    RunReport first = runs().run();
    JournalInspection found = JournalInspection.of(SmallRuns.folder(first).journal());
    assertEquals(List.of(), found.problems());
    CameraSummary front = found.contents().cameras().get(0);
    CameraSummary wrist = found.contents().cameras().get(1);
    assertEquals(front.seenImages(), front.images());
    assertEquals(wrist.seenImages(), wrist.images());
    assertEquals(32, front.width());
    assertEquals(0, front.mostAgeNanos());
    assertEquals(30_000_000, wrist.mostAgeNanos());
    RunJournal log = RunJournal.of(first);
    List<TickRecord> decisions = log.ticks().stream().filter(tick -> tick.decided).toList();
    assertEquals(200, decisions.size());
    for (TickRecord decision : decisions) {
      assertEquals(decision.startNanos, decision.imageStamps[0], "each decision, a new image");
      assertTrue(decision.startNanos - decision.imageStamps[1] <= 82_000_000, "20 Hz, 30 ms late");
    }
    assertFalse(
        Arrays.equals(log.frames("front").get(0).pixels(), log.frames("front").get(60).pixels()));
    RunReport second = runs().run("run.name=second");
    assertEquals(first.checkpointHash(), second.checkpointHash());
    assertEqualFrames(log.frames(), RunJournal.of(second).frames());
    RunReport blind = runs().run("run.name=blind", "cameras=[]");
    assertEquals(first.checkpointHash(), blind.checkpointHash(), "who is seen does as before");
  }

  private static void assertEqualFrames(List<JournalFrame> expected, List<JournalFrame> found) {
    assertEquals(expected.size(), found.size());
    for (int i = 0; i < expected.size(); i++) {
      assertArrayEquals(expected.get(i).pixels(), found.get(i).pixels(), "image " + i);
    }
  }

  @Test
  void everyEpisodeLooksAsItsSeedSaysAndTheJournalSaysHow() throws Exception {
    String[] looks = {
      "randomization.camera.angle_spread_rad=0.05",
      "randomization.camera.field_of_view=uniform(0.9, 1.1)",
      "randomization.light.brightness=uniform(0.5, 1.5)",
      "journal.every_frames=5"
    };
    RunJournal first = RunJournal.of(runs().run(looks));
    String note =
        first.notes().stream().filter(n -> n.startsWith("episode 0: ")).findFirst().orElseThrow();
    assertTrue(note.contains("camera.angle_spread_rad 0.050000"), note);
    assertTrue(note.contains("camera.field_of_view ") && note.contains("light.brightness "), note);
    RunJournal plain = RunJournal.of(runs().run("run.name=plain", "journal.every_frames=5"));
    assertEquals(plain.frames("front").size(), first.frames("front").size());
    assertTrue(plain.frames("front").size() <= 45, plain.frames("front").size() + " of some 210");
    assertFalse(
        Arrays.equals(
            plain.frames("front").get(0).pixels(), first.frames("front").get(0).pixels()));
    String[] again =
        Stream.concat(Arrays.stream(looks), Stream.of("run.name=again")).toArray(String[]::new);
    assertEqualFrames(first.frames(), RunJournal.of(runs().run(again)).frames());
  }

  @Test
  void aTickAllocatesNothingWithCamerasEither() {
    SimulatedTask task = Tasks.create(runs().settings());
    try (Rig rig = CubeRuns.byExpert(task)) {
      assertEquals(0, CubeRuns.leastBytes(rig, 400, () -> {}, () -> {}));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cameras=[{name: rear}] | camera named rear",
        "cameras=[{name: front}, {name: front}] | found front twice",
        "simulator=plant | expected mujoco",
        "cameras=[] | cameras: expected some with randomization.camera"
      })
  void whatCannotBeSeenIsRefused(String setting, String expected) {
    RunSettings settings = runs().settings(setting, "randomization.camera.dropped=0.1");
    var error = assertThrows(IllegalArgumentException.class, () -> Tasks.create(settings));
    assertTrue(String.valueOf(error.getMessage()).contains(expected), error.getMessage());
  }
}
