package dev.tandem.app.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.app.assembly.Driver;
import dev.tandem.app.assembly.Rig;
import dev.tandem.app.assembly.Tasks;
import dev.tandem.app.assembly.UnjournaledRecording;
import dev.tandem.app.robot.Robot;
import dev.tandem.runtime.act.Verdict;
import dev.tandem.runtime.decide.InterventionSource;
import dev.tandem.runtime.decide.Policy;
import dev.tandem.runtime.learn.Transition;
import dev.tandem.runtime.signal.MutableAction;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.time.Tick;
import dev.tandem.simbridge.person.InterventionRule;
import dev.tandem.simbridge.person.ScriptedPerson;
import dev.tandem.simbridge.person.ScriptedPerson.Role;
import dev.tandem.simbridge.task.SimulatedTask;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;

class EpisodeRunnerTest {
  private static final int NEVER = Integer.MAX_VALUE;

  private final List<Transition> transitions = new ArrayList<>();

  /** Moves by a constant displacement, in metres along dx. */
  private static Policy constant(double metres) {
    return asking(() -> metres);
  }

  private static Policy asking(DoubleSupplier metres) {
    return new Policy() {
      @Override
      public void act(Tick tick, Observation observation, MutableAction action) {
        action.zero();
        action.set(0, metres.getAsDouble());
      }

      @Override
      public long version() {
        return 0;
      }
    };
  }

  private static Rig rig(SimulatedTask task, InterventionSource person, Policy policy) {
    return new Rig(Robot.shipped(), task, person, policy, new UnjournaledRecording(task));
  }

  private String stopOf(SimulatedTask task, Policy policy) {
    EpisodeRunner runner =
        new EpisodeRunner(rig(task, InterventionSource.NOBODY, policy), () -> false, false);
    RunStoppedException stop =
        assertThrows(RunStoppedException.class, () -> runner.run(3, 1, transitions::add));
    return String.valueOf(stop.getMessage());
  }

  @Test
  void aSensorThatGoesBlindStopsTheRunAndIsNamed() {
    String message = stopOf(new FaultyTask(250, NEVER), constant(0));
    assertEquals(
        "stopped in episode 3: tick 251, observation hole.2: expected finite, found NaN;"
            + " then STOP0: tick 251, the command was refused by FiniteObservationFilter;"
            + " observation hole.2 is not finite",
        message);
  }

  @Test
  void stepsThatWereWholeBeforeTheStopAreKept() {
    stopOf(new FaultyTask(250, NEVER), constant(0));
    assertEquals(2, transitions.size());
  }

  @Test
  void aPolicyThatAsksForNanThreeTimesStopsTheRunAndIsNamed() {
    String message = stopOf(Tasks.create("peg-insert", "plant"), constant(Double.NaN));
    assertEquals("stopped in episode 3: tick 201, action dx: expected finite, found NaN", message);
  }

  @Test
  void aStopMayEndTheEpisodeOnlyAndTheNextOneRuns() {
    SimulatedTask task = Tasks.create("peg-insert", "plant");
    boolean[] harmful = {true};
    Policy policy = asking(() -> harmful[0] ? Double.NaN : 0);
    EpisodeRunner runner =
        new EpisodeRunner(rig(task, InterventionSource.NOBODY, policy), () -> false, true);
    assertFalse(runner.run(3, 1, transitions::add));
    Transition last = transitions.get(transitions.size() - 1);
    assertEquals(Verdict.STOP, last.worstVerdict());
    assertTrue(last.truncated());
    harmful[0] = false;
    runner.run(4, 1, transitions::add);
    assertEquals(4, transitions.get(transitions.size() - 1).episode());
  }

  @Test
  void aRewardThatIsNanEndsTheRunAndIsNamed() {
    EpisodeRunner runner =
        new EpisodeRunner(
            rig(new FaultyTask(NEVER, 2), InterventionSource.NOBODY, constant(0)),
            () -> false,
            false);
    var error =
        assertThrows(IllegalArgumentException.class, () -> runner.run(3, 1, transitions::add));
    assertEquals("episode 3, step 2, reward: expected finite, found NaN", error.getMessage());
  }

  @Test
  void endsBeforeTheNextDecisionWhenAskedAndKeepsTheStepsThatWereWhole() {
    SimulatedTask task = Tasks.create("peg-insert", "plant");
    Rig rig = rig(task, InterventionSource.NOBODY, constant(0));
    EpisodeRunner runner = new EpisodeRunner(rig, () -> transitions.size() >= 3, false);
    assertThrows(CancellationException.class, () -> runner.run(0, 1, transitions::add));
    assertEquals(3, transitions.size());
    rig.recording().drain(transitions::add);
    assertEquals(4, transitions.size(), "the step that was under way is whole and recorded");
    assertTrue(transitions.get(3).truncated() && !transitions.get(3).terminated());
  }

  @Test
  void timeOutsAreTruncatedAndNeverTerminated() {
    SimulatedTask task = Tasks.create("peg-insert", "plant");
    EpisodeRunner runner =
        new EpisodeRunner(rig(task, InterventionSource.NOBODY, constant(0)), () -> false, false);
    assertEquals(false, runner.run(0, 1, transitions::add));
    assertEquals(task.horizonSteps(), transitions.size());
    Transition last = transitions.get(transitions.size() - 1);
    assertTrue(last.truncated() && !last.terminated());
    assertTrue(transitions.stream().filter(Transition::endsEpisode).count() == 1);
  }

  /** What noisy senses say of one moment, they say once: who judges twice must judge the same. */
  @Test
  void anEpisodeIsOverWhenItsLastTransitionSaysSoAlsoByNoisySenses() {
    SimulatedTask task =
        Tasks.create(
            ServedExample.settings(
                "reach", "plant", "randomization.sensing.scene_noise_metres=0.02"));
    Policy expert = Driver.expert(task).policy();
    EpisodeRunner runner =
        new EpisodeRunner(rig(task, InterventionSource.NOBODY, expert), () -> false, false);
    for (int episode = 0; episode < 20; episode++) {
      transitions.clear();
      runner.run(episode, episode, transitions::add);
      Transition last = transitions.remove(transitions.size() - 1);
      boolean early = transitions.size() + 1 < task.horizonSteps();
      assertEquals(early, last.terminated(), "the last of episode " + episode);
      assertTrue(transitions.stream().noneMatch(Transition::terminated), "episode " + episode);
    }
  }

  @Test
  void aPersonWhoSeesTheHoleInsertsThePegNearlyAlways() {
    SimulatedTask task = Tasks.create("peg-insert", "plant");
    ScriptedPerson person =
        new ScriptedPerson(
            task.expert(),
            new InterventionRule(5, 0.001, 0.04, 8, 0, 0.1),
            new SplittableRandom(3));
    EpisodeRunner runner = new EpisodeRunner(rig(task, person, constant(0)), () -> false, false);
    int successes = 0;
    for (int episode = 0; episode < 40; episode++) {
      person.startEpisode(Role.DEMONSTRATES);
      successes += runner.run(episode, 100 + episode, transitions::add) ? 1 : 0;
    }
    assertTrue(successes >= 38, "inserted " + successes + " of 40");
    double rewards = transitions.stream().mapToDouble(Transition::reward).sum();
    assertEquals(successes, rewards, "the reward is 1 for each insertion");
  }
}
