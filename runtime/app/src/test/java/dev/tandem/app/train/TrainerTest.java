package dev.tandem.app.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.app.assembly.Rig;
import dev.tandem.app.assembly.Tasks;
import dev.tandem.app.assembly.UnjournaledRecording;
import dev.tandem.app.robot.Robot;
import dev.tandem.app.settings.SafetySettings;
import dev.tandem.policies.nn.PolicySpaces;
import dev.tandem.policies.replay.UniformReplay;
import dev.tandem.policies.rlpd.RlpdSampler;
import dev.tandem.policies.rlpd.UpdateSchedule;
import dev.tandem.runtime.decide.InterventionSource;
import dev.tandem.runtime.learn.Learner;
import dev.tandem.runtime.learn.LearnerStats;
import dev.tandem.simbridge.fault.FaultyLearner;
import dev.tandem.simbridge.task.SimulatedTask;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class TrainerTest {
  private static final SafetyLesson NO_LESSON = new SafetyLesson(SafetySettings.none());

  /** An episode of the reach task with the trainer listening. */
  private static void play(Learner learner) {
    play(learner, () -> false);
  }

  /** The same, in which the trainer alone hears {@code stop}. */
  private static void play(Learner learner, BooleanSupplier stop) {
    SimulatedTask task = Tasks.create("reach", "plant");
    UniformReplay buffer = new UniformReplay(1000, PolicySpaces.of(task));
    Exploration exploration = Exploration.of(learner, new SplittableRandom(1));
    Trainer trainer =
        new ReplayTrainer(
            learner,
            new Experience(buffer, buffer, NO_LESSON),
            new RlpdSampler(buffer, buffer, 2, 1),
            new ReplayTrainer.Pace(new UpdateSchedule(0), stop),
            exploration,
            task);
    Rig rig =
        new Rig(
            Robot.shipped(),
            task,
            InterventionSource.NOBODY,
            exploration.slots().get(0),
            new UnjournaledRecording(task));
    new EpisodeRunner(rig, () -> false, false).run(0, 1, trainer);
  }

  private static Stream<Arguments> diverged() {
    double nan = Double.NaN;
    double infinity = Double.POSITIVE_INFINITY;
    return Stream.of(
        Arguments.of(new LearnerStats(nan, 2, 3, 4, 5), "critic loss NaN"),
        Arguments.of(new LearnerStats(1, -infinity, 3, 4, 5), "actor loss -Infinity"),
        Arguments.of(new LearnerStats(1, 2, infinity, 4, 5), "temperature Infinity"),
        Arguments.of(new LearnerStats(1, 2, 3, nan, 5), "entropy NaN"),
        Arguments.of(new LearnerStats(1, 2, 3, 4, infinity), "mean Q Infinity"),
        Arguments.of(new LearnerStats(nan, 2, 3, 4, nan), "critic loss NaN, mean Q NaN"));
  }

  @ParameterizedTest
  @MethodSource("diverged")
  void namesStepUpdateAndWhatIsNotFinite(LearnerStats stats, String found) {
    var error = assertThrows(DivergedException.class, () -> play(new ScriptedLearner(stats)));
    assertEquals(
        "learning diverged at environment step 3, update 3: expected finite, found "
            + found
            + "; a lower learner.optimiser.learning_rate or a gradient_clip may help",
        error.getMessage());
  }

  @Test
  void neverTakesThePolicyOfAnUpdateThatDiverged() {
    ScriptedLearner learner = new ScriptedLearner(new LearnerStats(Double.NaN, 2, 3, 4, 5));
    assertThrows(DivergedException.class, () -> play(learner));
    assertEquals(1 + 2, learner.snapshots(), "the first, and one after each good update");
  }

  @Test
  void aLearnerThatIsKilledEndsTheEpisodeAndItsHalfMadePolicyNeverActs() {
    ScriptedLearner learner = new ScriptedLearner(ScriptedLearner.GOOD);
    var killed = new FaultyLearner(learner, 3, () -> new OutOfMemoryError("a test"));
    var error = assertThrows(OutOfMemoryError.class, () -> play(killed));
    assertEquals("a test", error.getMessage());
    assertEquals(3, learner.updates());
    assertEquals(1 + 2, learner.snapshots(), "the first, and one after each whole update");
  }

  @Test
  void learnsOnWhileAllIsFinite() {
    ScriptedLearner learner = new ScriptedLearner(ScriptedLearner.GOOD);
    play(learner);
    assertTrue(learner.updates() > 3, "updates " + learner.updates());
  }

  @Test
  void catchesUpNoFurtherOnceItIsToldToStop() {
    ScriptedLearner learner = new ScriptedLearner(ScriptedLearner.GOOD);
    play(learner, () -> learner.updates() == 2);
    assertEquals(2, learner.updates());
  }
}
