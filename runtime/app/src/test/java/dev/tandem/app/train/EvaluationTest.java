package dev.tandem.app.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.app.assembly.Rig;
import dev.tandem.app.assembly.Tasks;
import dev.tandem.app.assembly.UnjournaledRecording;
import dev.tandem.app.robot.Robot;
import dev.tandem.runtime.decide.InterventionSource;
import dev.tandem.runtime.decide.Policy;
import dev.tandem.runtime.guard.Fault;
import dev.tandem.runtime.signal.MutableAction;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.time.Tick;
import dev.tandem.simbridge.person.Expert;
import dev.tandem.simbridge.task.SimulatedTask;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class EvaluationTest {
  private static final int NEVER = 0;

  private final SimulatedTask task = Tasks.create("reach", "plant");

  private EvaluationSummary evaluate(Policy policy, int episodes) {
    Rig rig =
        new Rig(
            Robot.shipped(),
            task,
            InterventionSource.NOBODY,
            policy,
            new UnjournaledRecording(task));
    return new Evaluation(rig, () -> false).run("policy", 7, episodes);
  }

  @Test
  void theMeanCycleTimeIsThatOfTheEpisodesThatSucceeded() {
    var policy = new OneEpisodesExpert(task);
    EvaluationSummary found = evaluate(policy, 2);
    assertEquals(1, found.successes());
    assertEquals(0.5, found.successRate());
    assertTrue(policy.expertSteps > 1 && policy.expertSteps < task.horizonSteps());
    assertEquals(0.1 * policy.expertSteps, found.meanCycleSeconds(), 1e-9);
  }

  /** Its second episode is stopped, and those after it are as if it had not been. */
  @Test
  void aStopEndsItsEpisodeIsCountedWithItsCauseAndTheNextOneRuns() {
    EvaluationSummary found = evaluate(new HarmfulIn(2, task), 4);
    assertEquals(4, found.episodes());
    assertEquals(3, found.successes());
    assertEquals(1, found.stopped());
    assertEquals(Map.of(Fault.ACTION_UNUSABLE, 1), found.stops());
    EvaluationSummary all = evaluate(new HarmfulIn(NEVER, task), 4);
    assertEquals(4, all.successes());
    assertEquals(Map.of(), all.stops());
  }

  /** The expert, but for one episode of those that begin with another target each. */
  private static final class HarmfulIn implements Policy {
    private final int harmfulEpisode;
    private final Expert expert;
    private final int target;
    private double targetMetres = Double.NaN;
    private int episode;

    HarmfulIn(int harmfulEpisode, SimulatedTask task) {
      this.harmfulEpisode = harmfulEpisode;
      this.expert = task.expert();
      this.target = task.observationSpec().indexOf("target.0");
    }

    @Override
    public void act(Tick tick, Observation observation, MutableAction action) {
      if (observation.get(target) != targetMetres) {
        targetMetres = observation.get(target);
        episode++;
      }
      expert.act(observation, action);
      if (episode == harmfulEpisode) {
        action.set(0, Double.NaN);
      }
    }

    @Override
    public long version() {
      return 0;
    }
  }

  /** Knows the way in the first episode, by its target, and does nothing in any other. */
  private static final class OneEpisodesExpert implements Policy {
    private final Expert expert;
    private final int target;
    private double firstTargetMetres = Double.NaN;
    private int expertSteps;

    OneEpisodesExpert(SimulatedTask task) {
      this.expert = task.expert();
      this.target = task.observationSpec().indexOf("target.0");
    }

    @Override
    public void act(Tick tick, Observation observation, MutableAction action) {
      double targetMetres = observation.get(target);
      if (Double.isNaN(firstTargetMetres)) {
        firstTargetMetres = targetMetres;
      }
      action.zero();
      if (targetMetres == firstTargetMetres) {
        expert.act(observation, action);
        expertSteps++;
      }
    }

    @Override
    public long version() {
      return 0;
    }
  }
}
