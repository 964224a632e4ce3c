package dev.tandem.app.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.app.assembly.Bodies;
import dev.tandem.app.assembly.Tasks;
import dev.tandem.app.config.Configuration;
import dev.tandem.app.settings.RunSettings;
import dev.tandem.runtime.learn.Transition;
import dev.tandem.runtime.record.journal.JournalInspection;
import dev.tandem.simbridge.task.SimulatedTask;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole runs of bodies that a file brings. */
final class LocomotionRunTest {
  private static final Path EXAMPLES = Path.of("..", "..", "examples", "locomotion");

  @TempDir Path folder;

  @BeforeEach
  void requireMujoco() {
    Seen.requireMujoco();
  }

  private SmallRuns carts() throws Exception {
    String[] settings = Carts.settings(Carts.file(folder, 4));
    String[] all = Arrays.copyOf(settings, settings.length + 1);
    all[settings.length] = "steps=600";
    return new SmallRuns(folder, all);
  }

  /** At full power it would go 2 m/s, 40 decisions long: a return of less than 80. */
  @Test
  void aCartLearnsToGoForwardAndItsEpisodesAreTruncated() throws Exception {
    RunReport report = carts().run();
    double learnt = report.evaluation().meanReturn();
    double before = carts().run("run.name=before", "steps=0").evaluation().meanReturn();
    assertTrue(learnt > 40 && learnt > before + 20, learnt + " after " + before);
    assertEquals(List.of(), JournalInspection.of(SmallRuns.folder(report).journal()).problems());
    List<Transition> all = RunJournal.of(report).transitions();
    assertEquals(600, all.size());
    for (int i = 0; i < all.size(); i++) {
      assertEquals(i % 40 == 39, all.get(i).truncated(), "step " + i);
      assertFalse(all.get(i).terminated());
    }
  }

  @Test
  void equalRunsLearnTheSame() throws Exception {
    String first = carts().run("steps=120").checkpointHash();
    assertEquals(first, carts().run("run.name=again", "steps=120").checkpointHash());
  }

  @ParameterizedTest
  @CsvSource({"one-leg, 11, 3, 1", "two-legs, 17, 6, 0"})
  void theExamplesHaveTheSpacesOfWhatTheyAreLike(
      String name, int features, int actions, double healthy) {
    RunSettings settings =
        Configuration.load(
            RunSettings.defaults(), Optional.of(EXAMPLES.resolve(name + ".yaml")), List.of());
    assertEquals("examples/locomotion/" + name + ".xml", settings.locomotion().model());
    assertEquals(healthy, settings.locomotion().healthyReward());
    SimulatedTask task =
        Tasks.create(carts("locomotion.model='" + EXAMPLES.resolve(name + ".xml") + "'", settings));
    try {
      assertEquals(features, task.encoder().size());
      assertEquals(actions, task.actionSpec().size());
    } finally {
      task.simulator().close();
    }
  }

  private static RunSettings carts(String setting, RunSettings settings) {
    return Configuration.load(
        settings, Optional.empty(), List.of(dev.tandem.app.config.Setting.parse(setting)));
  }

  /** Facts of Gymnasium's environments, version 4. */
  @ParameterizedTest
  @CsvSource({
    "hopper, 4, 1, 0.001, 1, 0.005, true",
    "walker2d, 4, 1, 0.001, 1, 0.005, true",
    "half-cheetah, 5, 1, 0.1, 0, 0.1, false",
    "ant, 5, 2, 0.5, 1, 0.1, true",
    "humanoid, 5, 2, 0.1, 5, 0.01, true"
  })
  void theFiguresOfGymnasiumsTasksAreThere(
      String name,
      int skip,
      int hidden,
      double control,
      double healthy,
      double noise,
      boolean terminates) {
    RunSettings settings =
        Configuration.load(
            RunSettings.defaults(), Optional.of(EXAMPLES.resolve(name + ".yaml")), List.of());
    assertEquals(skip, settings.locomotion().frameSkip());
    assertEquals(hidden, settings.locomotion().hiddenPositions());
    assertEquals(control, settings.locomotion().controlCost());
    assertEquals(healthy, settings.locomotion().healthyReward());
    assertEquals(noise, settings.locomotion().resetNoise());
    assertEquals(terminates, settings.locomotion().terminateWhenUnhealthy());
    assertEquals(1000, settings.locomotion().horizonSteps());
    assertEquals("sac", settings.learner().algorithm());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "simulator=plant | simulator: expected mujoco with task locomotion, found plant",
        "locomotion.model='' | locomotion.model: expected an MJCF file with task locomotion",
        "demos.episodes=2 | demos.episodes: expected 0, as nobody can show it",
        "person.corrects=true | person.corrects: expected false",
        "locomotion.model=/nowhere.xml | locomotion.model: /nowhere.xml: ",
        "locomotion.healthy=[{joint: hip}] | expected a joint named hip, found none"
      })
  void whatCannotWorkIsRefusedWithItsKey(String setting, String expected) throws Exception {
    RunSettings settings = carts().settings(setting);
    var error =
        assertThrows(
            IllegalArgumentException.class,
            () -> {
              Bodies.requireUntaught(settings);
              Tasks.create(settings);
            });
    assertTrue(String.valueOf(error.getMessage()).contains(expected), error.getMessage());
  }
}
