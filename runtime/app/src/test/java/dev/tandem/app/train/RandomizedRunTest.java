package dev.tandem.app.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.app.assembly.Tasks;
import dev.tandem.app.settings.RunSettings;
import dev.tandem.runtime.record.journal.JournalEvent;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.time.MutableTick;
import dev.tandem.simbridge.task.SimulatedTask;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RandomizedRunTest {
  private static final String[] VARIED = {
    "randomization.physics.mass=uniform(0.9, 1.1)",
    "randomization.sensing.joint_noise_rad=uniform(0, 0.001)",
    "randomization.drives.delay_seconds=0.002"
  };

  @TempDir Path folder;

  private SmallRuns runs() {
    return new SmallRuns(
        folder,
        "task=reach",
        "steps=100",
        "demos.episodes=2",
        "evaluation.episodes=1",
        "learner.hidden=[8]",
        "learner.batch_size=8",
        "learner.threads=1");
  }

  private static List<String> events(RunReport report) {
    return notes(report, "physics.mass");
  }

  private static List<String> notes(RunReport report, String words) {
    return RunJournal.of(report).events().stream()
        .map(JournalEvent::toString)
        .filter(text -> text.contains(words))
        .toList();
  }

  @Test
  void everyEpisodesWorldStandsInTheJournalAndFollowsFromTheSeed() throws Exception {
    RunReport first = runs().run(VARIED);
    List<String> conditions = events(first);
    assertTrue(conditions.size() >= 4, conditions::toString);
    assertTrue(conditions.get(0).contains("episode 0: physics.mass "), conditions.get(0));
    assertTrue(conditions.get(0).contains("drives.delay_seconds 0.0020000"), conditions.get(0));
    assertEquals(conditions.size(), conditions.stream().distinct().count());
    RunReport again = runs().run(with("run.name=second"));
    assertEquals(conditions, events(again));
    assertEquals(first.checkpointHash(), again.checkpointHash());
    assertNotEquals(first.checkpointHash(), runs().run("run.name=nominal").checkpointHash());
  }

  /** Nor one without noise: until it is seen, it is read where it stood. */
  @Test
  void anArmThatIsSensedLateIsNotTakenForADeadOne() throws Exception {
    RunReport report = runs().run("randomization.sensing.arm_delay_seconds=0.02");
    assertEquals(List.of(), notes(report, "stopped"));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void episodesThatSafetyCutsShortAreCounted(int environments) throws Exception {
    RunReport report =
        runs()
            .run(
                "randomization.physics.gravity=2",
                "learner.safety.stop_ends_episode=true",
                "demos.episodes=0",
                "person.corrects=false",
                "simulation.environments=" + environments);
    TrainedEpisodes trained = report.trained();
    assertTrue(trained.stopped() > 0 && trained.stopped() <= trained.ended(), trained.toString());
    assertEquals(notes(report, "stopped in episode").size(), trained.stopped());
    assertEquals(0, runs().run("run.name=whole").trained().stopped());
  }

  /** Of a policy that sees the tool alone, as most of ours. */
  @Test
  void whatJointsAreMeasuredWrongReachesTheToolWhereItComesFromThem() throws Exception {
    assertEquals(0, seenToolError("0"));
    assertTrue(seenToolError("1") > 1e-3, "seen");
  }

  private double seenToolError(String toolFromJoints) {
    SimulatedTask task =
        Tasks.create(
            runs()
                .settings(
                    "randomization.sensing.joint_bias_rad=0.05",
                    "randomization.sensing.tool_from_joints=" + toolFromJoints));
    task.reset(1);
    MutableObservation seen = new MutableObservation(task.observationSpec());
    task.simulator().observe(seen);
    task.taskSensor().sample(new MutableTick(task.periodNanos()), seen);
    int tool = task.observationSpec().block("tool").offset();
    return Math.abs(seen.get(tool) - task.truth(seen).get(tool))
        + Math.abs(seen.get(tool + 1) - task.truth(seen).get(tool + 1));
  }

  private static String[] with(String name) {
    return Stream.concat(Stream.of(VARIED), Stream.of(name)).toArray(String[]::new);
  }

  @Test
  void aForeignSimulatorIsNotRandomisedButItsDrivesAndSensesMayBe() {
    RunSettings physics = runs().settings("simulator=remote:localhost:1", VARIED[0]);
    var error = assertThrows(RuntimeException.class, () -> Tasks.create(physics));
    assertTrue(
        String.valueOf(error.getMessage()).startsWith("simulator: expected plant or mujoco"),
        error.getMessage());
  }
}
