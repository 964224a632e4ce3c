package dev.tandem.policies.stream;

import static dev.tandem.policies.stream.StreamFixture.FEATURES;
import static dev.tandem.policies.stream.StreamFixture.act;
import static dev.tandem.policies.stream.StreamFixture.draw;
import static dev.tandem.policies.stream.StreamFixture.learner;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.runtime.act.Verdict;
import dev.tandem.runtime.decide.Origin;
import dev.tandem.runtime.decide.Policy;
import dev.tandem.runtime.learn.Transition;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class StreamPaysTest {
  /** Nine learners, as each may be unlucky; one that learns nothing is 1.5 off. */
  @Test
  void findsTheActionThatPays() {
    double[] off = LongStream.rangeClosed(1, 9).mapToDouble(this::offAfterLessons).toArray();
    Arrays.sort(off);
    assertTrue(off[4] < 0.8, "median of " + Arrays.toString(off));
  }

  /** One decision an episode, in which the first feature tells what is right. */
  private double offAfterLessons(long seed) {
    StreamLearner learner = learner(seed);
    RandomGenerator random = new SplittableRandom(seed);
    Policy driver = learner.live().exploring(random);
    for (int episode = 0; episode < 20_000; episode++) {
      float[] seen = draw(random, FEATURES);
      double[] taken = act(driver, seen);
      double right = seen[0] > 0 ? 2.5 : -0.5;
      float[] action = {(float) taken[0], (float) taken[1]};
      double reward = -(taken[0] - right) * (taken[0] - right);
      learner.observe(
          new Transition(
              episode,
              0,
              0,
              seen,
              action,
              action,
              reward,
              seen,
              true,
              false,
              Origin.POLICY,
              Verdict.PASSED,
              0));
    }
    double atOne = Math.abs(act(learner.live(), new float[] {1, 0, 0, 0})[0] - 2.5);
    double atMinusOne = Math.abs(act(learner.live(), new float[] {-1, 0, 0, 0})[0] + 0.5);
    return Math.max(atOne, atMinusOne);
  }
}
