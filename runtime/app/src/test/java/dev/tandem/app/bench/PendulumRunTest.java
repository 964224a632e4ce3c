package dev.tandem.app.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.policies.nn.PolicySpaces;
import dev.tandem.policies.stream.StreamConfig;
import dev.tandem.policies.stream.StreamLearner;
import dev.tandem.runtime.decide.Policy;
import dev.tandem.runtime.learn.Transition;
import dev.tandem.runtime.signal.MutableAction;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.time.Tick;
import dev.tandem.simbridge.pendulum.Pendulum;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PendulumRunTest {
  /** Pumps energy into the rod while it hangs, and balances it once it is up. */
  private static final class SwingUp implements Policy {
    @Override
    public void act(Tick tick, Observation observation, MutableAction action) {
      double angleRad = Math.atan2(observation.get(1), observation.get(0));
      double velocity = observation.get(2);
      double energyJoules = velocity * velocity / 6 + 5 * (observation.get(0) - 1);
      double pump = energyJoules < 0 ? 2 : -2;
      boolean up = observation.get(0) > 0.85;
      action.set(0, up ? -10 * angleRad - 2 * velocity : pump * Math.signum(velocity));
    }

    @Override
    public long version() {
      return 7;
    }
  }

  /** Knows it all or nothing, and remembers what it was shown. */
  private static final class FakePupil implements Pupil {
    final List<Transition> seen = new ArrayList<>();
    private final Policy driver;
    private final Policy learnt;
    boolean closed;

    FakePupil(Policy policy) {
      this(policy, policy);
    }

    FakePupil(Policy driver, Policy learnt) {
      this.driver = driver;
      this.learnt = learnt;
    }

    @Override
    public Policy driver() {
      return driver;
    }

    @Override
    public void learn(Transition transition) {
      seen.add(transition);
    }

    @Override
    public Policy learnt() {
      return learnt;
    }

    @Override
    public long bytes() {
      return 42;
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  private static final class Limp implements Policy {
    @Override
    public void act(Tick tick, Observation observation, MutableAction action) {
      action.set(0, 9);
    }

    @Override
    public long version() {
      return 0;
    }
  }

  @Test
  void whoCanDoItHasSolvedItAtTheFirstEvaluation() {
    FakePupil pupil = new FakePupil(new SwingUp());
    PendulumRun run =
        PendulumRun.learn(
            () -> pupil, new PendulumRun.Patience(5000, 3), 1, (steps, meanReturn) -> {});
    assertTrue(run.solved(), "return " + run.meanReturn());
    assertEquals(600, run.envSteps());
    assertEquals(42, run.bytes());
    assertTrue(pupil.closed);
  }

  /** Good for so many evaluation episodes, and limp from then on. */
  private static final class Lucky implements Policy {
    private final Policy good = new SwingUp();
    private final Policy bad = new Limp();
    private int acts;

    Lucky(int episodes) {
      acts = episodes * 200;
    }

    @Override
    public void act(Tick tick, Observation observation, MutableAction action) {
      (acts-- > 0 ? good : bad).act(tick, observation, action);
    }

    @Override
    public long version() {
      return 0;
    }
  }

  @Test
  void whoIsGoodInTenEpisodesOnlyHasToGoOn() {
    PendulumRun run = learned(new FakePupil(new Limp(), new Lucky(10 + 50)));
    assertEquals(1000, run.envSteps());
    assertFalse(run.solved());
  }

  /**
   * Good, but lets go in one of the first hundred confirming episodes: -157.6, give or take 7.5.
   */
  private static final class Faltering implements Policy {
    private static final int FALTERS_AT = (10 + 5) * 200 + 130;
    private static final int RECOVERS_AT = (10 + 6) * 200;
    private final Policy good = new SwingUp();
    private final Policy bad = new Limp();
    private int acts;

    @Override
    public void act(Tick tick, Observation observation, MutableAction action) {
      boolean falters = acts >= FALTERS_AT && acts < RECOVERS_AT;
      (falters ? bad : good).act(tick, observation, action);
      acts++;
    }

    @Override
    public long version() {
      return 0;
    }
  }

  @Test
  void whoMayHaveBeenGoodEnoughByChanceHasToGoOn() {
    PendulumRun run = learned(new FakePupil(new Limp(), new Faltering()));
    assertEquals(400, run.envSteps());
    assertTrue(run.solved(), "return " + run.meanReturn());
  }

  @Test
  void whatItReportsHadNoSayInWhenToStop() {
    PendulumRun run = learned(new FakePupil(new Limp(), new Lucky(10 + 200)));
    assertEquals(200, run.envSteps());
    assertFalse(run.solved());
    assertTrue(run.meanReturn() < -1000, "return " + run.meanReturn());
    assertTrue(learned(new FakePupil(new Limp(), new Lucky(10 + 200 + 200))).solved());
  }

  private static PendulumRun learned(Pupil pupil) {
    return PendulumRun.learn(
        () -> pupil, new PendulumRun.Patience(1000, 1), 1, (steps, meanReturn) -> {});
  }

  @Test
  void whoCannotGivesUpWhenTheStepsAreUsedUp() {
    List<Long> evaluatedAt = new ArrayList<>();
    PendulumRun run =
        PendulumRun.learn(
            () -> new FakePupil(new Limp()),
            new PendulumRun.Patience(1000, 2),
            1,
            (steps, meanReturn) -> evaluatedAt.add(steps));
    assertFalse(run.solved());
    assertEquals(1000, run.envSteps());
    assertEquals(List.of(400L, 800L), evaluatedAt);
    assertTrue(run.meanReturn() < -1000, "return " + run.meanReturn());
  }

  @Test
  void transitionsTellWhatWasAskedAndWhatTheMotorCouldDoAndEndInATimeOut() {
    FakePupil pupil = new FakePupil(new Limp());
    new PendulumWorld().play(pupil, 3, 11);
    assertEquals(200, pupil.seen.size());
    for (int step = 0; step < 200; step++) {
      Transition transition = pupil.seen.get(step);
      assertEquals(step, transition.step());
      assertEquals(3, transition.episode());
      assertEquals(9, transition.requestedAction()[0]);
      assertEquals(2, transition.appliedAction()[0]);
      assertEquals(step == 199, transition.truncated());
      assertFalse(transition.terminated());
    }
    assertEquals(pupil.seen.get(0).nextObservation()[2], pupil.seen.get(1).observation()[2]);
  }

  @Test
  void theStreamingLearnerRepeatsItselfBitForBit() {
    assertEquals(streamed(), streamed());
  }

  private static double streamed() {
    Pendulum task = new Pendulum();
    StreamConfig config = StreamConfig.defaults(task.discount()).withHidden(List.of(8, 8));
    StreamLearner learner = new StreamLearner(PolicySpaces.of(task), config, 4);
    return PendulumRun.learn(
            () -> StreamPupil.of(learner, new SplittableRandom(4)),
            new PendulumRun.Patience(2000, 5),
            4,
            (steps, meanReturn) -> {})
        .meanReturn();
  }
}
