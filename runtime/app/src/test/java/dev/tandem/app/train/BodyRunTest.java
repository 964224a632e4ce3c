package dev.tandem.app.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.app.assembly.Bodies;
import dev.tandem.app.assembly.Tasks;
import dev.tandem.runtime.learn.Transition;
import dev.tandem.runtime.record.journal.JournalInspection;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs of bodies that diverge or differ from episode to episode. */
final class BodyRunTest {
  @TempDir Path folder;

  @BeforeEach
  void requireMujoco() {
    Seen.requireMujoco();
  }

  private SmallRuns runs(double gear) throws Exception {
    return new SmallRuns(folder, Carts.settings(Carts.file(folder, gear)));
  }

  /** Full power is 1e6 m/s more in every step; exploring, some episodes live a while. */
  @Test
  void anEpisodeWhoseBodyDivergesEndsAndTheRunGoesOn() throws Exception {
    RunReport report = runs(1e8).run("steps=60", "learner.start_steps=60");
    assertEquals(60, report.envSteps());
    assertEquals(0, report.evaluation().successes());
    assertTrue(Double.isFinite(report.evaluation().meanReturn()));
    assertEquals(List.of(), JournalInspection.of(SmallRuns.folder(report).journal()).problems());
    RunJournal journal = RunJournal.of(report);
    List<Transition> ends = journal.transitions().stream().filter(Transition::endsEpisode).toList();
    assertTrue(ends.size() > 5, "episodes: " + ends.size());
    for (Transition end : ends) {
      assertTrue(end.terminated() && !end.truncated(), end.toString());
      assertTrue(end.reward() <= 0 && end.reward() >= -0.001, "reward " + end.reward());
      String told = "episode " + end.episode() + ": the body diverged: ";
      assertEquals(1, journal.notes().stream().filter(text -> text.startsWith(told)).count(), told);
    }
  }

  @Test
  void aBodyThatDiffersFromEpisodeToEpisodeIsLearntFromAndToldOf() throws Exception {
    String[] varied = {
      "steps=120",
      "randomization.physics.mass=uniform(0.8, 1.2)",
      "randomization.drives.delay_seconds=0.02",
      "randomization.sensing.joint_noise_rad=0.01",
      "randomization.pushes.per_second=2",
      "randomization.pushes.torque_nm=1"
    };
    RunReport report = runs(4).run(varied);
    List<String> events = RunJournal.of(report).notes();
    assertEquals(3, events.stream().filter(text -> text.contains(": physics.mass ")).count());
    varied[0] = "run.name=again";
    String[] again = java.util.Arrays.copyOf(varied, varied.length + 1);
    again[varied.length] = "steps=120";
    assertEquals(report.checkpointHash(), runs(4).run(again).checkpointHash());
    String plain = runs(4).run("run.name=plain", "steps=120").checkpointHash();
    assertNotEquals(plain, report.checkpointHash());
  }

  @ParameterizedTest
  @CsvSource({
    "physics.load_mass, 2, 1.0",
    "drives.no_load_speed_rad_per_s, 5, 0.0",
    "sensing.tool_from_joints, 1, 0.0",
    "sensing.scene_noise_metres, 0.1, 0.0",
    "sensing.scene_bias_metres, 0.1, 0.0",
    "sensing.scene_period_seconds, 0.1, 0.0",
    "sensing.scene_delay_seconds, 0.1, 0.0",
    "sensing.scene_jitter_seconds, 0.1, 0.0",
    "sensing.scene_dropped, 0.1, 0.0"
  })
  void whatMeansNothingForABodyIsRefused(String key, String value, String nominal)
      throws Exception {
    var settings = runs(4).settings("randomization." + key + "=" + value);
    var error = assertThrows(IllegalArgumentException.class, () -> Tasks.create(settings));
    String expected = "randomization." + key + ": expected " + nominal + " with task locomotion";
    assertTrue(String.valueOf(error.getMessage()).startsWith(expected), error.getMessage());
  }

  @Test
  void aRunKnowsItsBodyByItsSealWhereverItsFileLies() throws Exception {
    SmallRuns carts = runs(4);
    var sealed = Bodies.sealed(carts.settings("steps=80"));
    assertFalse(sealed.locomotion().seal().isEmpty());
    RunReport report = carts.run(sealed, EarlierRun.NONE);
    Carts.file(folder, 5);
    var error = assertThrows(IllegalArgumentException.class, () -> Tasks.create(sealed));
    String words = String.valueOf(error.getMessage());
    assertTrue(words.startsWith("locomotion.model: expected the model with SHA-256 "), words);
    var other = Bodies.sealed(carts.settings("steps=80"));
    RunFolder earlier = SmallRuns.folder(report);
    var refused =
        assertThrows(
            dev.tandem.app.config.ConfigurationException.class,
            () -> EarlierRun.in(earlier, other));
    assertTrue(String.valueOf(refused.getMessage()).contains("locomotion.seal"), words);
    var eval =
        assertThrows(
            dev.tandem.app.config.ConfigurationException.class,
            () -> OwnCheckpoint.requireTaught(earlier.checkpoint(), other));
    assertTrue(String.valueOf(eval.getMessage()).contains("locomotion.seal"), words);
    OwnCheckpoint.requireTaught(earlier.checkpoint(), sealed);
  }
}
