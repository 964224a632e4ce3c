package dev.tandem.app.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.app.assembly.Tasks;
import dev.tandem.app.assembly.UnjournaledRecording;
import dev.tandem.app.settings.RunSettings;
import dev.tandem.policies.checkpoint.CheckpointFile;
import dev.tandem.runtime.act.Verdict;
import dev.tandem.runtime.decide.Origin;
import dev.tandem.runtime.learn.NamedArray;
import dev.tandem.runtime.learn.Transition;
import dev.tandem.simbridge.task.SimulatedTask;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the settings make of a run's parts. */
final class TrainingPartsTest {
  private static final String NEWEST_BIAS = "actor.newest/mean.bias";

  @TempDir private Path directory = Path.of("");

  private SmallRuns runs() {
    return new SmallRuns(
        directory,
        "steps=60",
        "demos.episodes=2",
        "learner.hidden=[8]",
        "learner.batch_size=16",
        "learner.updates_per_step=1",
        "evaluation.episodes=1");
  }

  @Test
  void learnsFromTheNewestOfThePolicysTransitionsAndFromAllThatAPersonDid() {
    RunSettings settings = runs().settings("learner.replay_capacity=3");
    SimulatedTask task = Tasks.create(settings);
    try (TrainingParts parts =
        TrainingParts.assemble(
            settings, new UnjournaledRecording(task), task, () -> false, EarlierRun.NONE)) {
      Experience experience = parts.trainer().experience().orElseThrow();
      for (int i = 0; i < 5; i++) {
        experience.show(transition(task, Origin.HUMAN));
        experience.accept(transition(task, Origin.HUMAN));
        experience.accept(transition(task, Origin.POLICY));
      }
      assertEquals(3, experience.online().size());
      assertEquals(10, experience.demonstrations().size());
    }
  }

  private static Transition transition(SimulatedTask task, Origin origin) {
    float[] features = new float[task.encoder().size()];
    float[] action = new float[task.actionSpec().size()];
    return new Transition(
        0, 0, 0, features, action, action, 0, features, false, false, origin, Verdict.PASSED, 0);
  }

  @Test
  void aRunGoesOnWithAMeanOfItsActorsAndWithoutItAgain() throws Exception {
    RunFolder plain = SmallRuns.folder(runs().run("run.name=plain"));
    RunReport averaged =
        runs().resume(plain, "run.name=averaged", "steps=120", "learner.averaged_actors=20");
    List<NamedArray> arrays = arrays(SmallRuns.folder(averaged));
    assertTrue(arrays.stream().anyMatch(array -> array.name().equals(NEWEST_BIAS)));
    RunReport newest = runs().resume(SmallRuns.folder(averaged), "run.name=newest", "steps=120");
    assertArrayEquals(
        values(arrays, NEWEST_BIAS), values(arrays(SmallRuns.folder(newest)), "actor/mean.bias"));
  }

  private static List<NamedArray> arrays(RunFolder folder) throws Exception {
    return new CheckpointFile(folder.checkpoint()).read().arrays();
  }

  private static float[] values(List<NamedArray> arrays, String name) {
    return arrays.stream()
        .filter(array -> array.name().equals(name))
        .findFirst()
        .orElseThrow()
        .values();
  }
}
