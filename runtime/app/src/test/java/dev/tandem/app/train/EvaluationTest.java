package dev.tandem.app.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.app.assembly.Rig;
import dev.tandem.app.assembly.Tasks;
import dev.tandem.app.assembly.UnjournaledRecording;
import dev.tandem.app.robot.Robot;
import dev.tandem.runtime.decide.InterventionSource;
import dev.tandem.runtime.decide.Policy;
import dev.tandem.runtime.signal.MutableAction;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.time.Tick;
import dev.tandem.simbridge.person.Expert;
import dev.tandem.simbridge.task.SimulatedTask;
import org.junit.jupiter.api.Test;

final class EvaluationTest {
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
