package dev.tandem.policies.stream;

import static dev.tandem.policies.stream.StreamFixture.EPISODE_STEPS;
import static dev.tandem.policies.stream.StreamFixture.array;
import static dev.tandem.policies.stream.StreamFixture.assertSameState;
import static dev.tandem.policies.stream.StreamFixture.last;
import static dev.tandem.policies.stream.StreamFixture.learner;
import static dev.tandem.policies.stream.StreamFixture.stream;
import static dev.tandem.policies.stream.StreamFixture.transition;
import static dev.tandem.policies.stream.StreamFixture.zeroButCriticBias;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.runtime.act.Verdict;
import dev.tandem.runtime.decide.Origin;
import dev.tandem.runtime.learn.NamedArray;
import dev.tandem.runtime.learn.Transition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class StreamLessonTest {
  @Test
  void tracesStartAnewWithEveryEpisode() {
    StreamLearner after = learner(2);
    StreamLearner within = learner(2);
    List<Transition> stream = stream(4, EPISODE_STEPS + 1);
    stream.subList(0, EPISODE_STEPS).forEach(after::observe);
    within.restore(after.export());
    float[] faded = array(after, "critic_trace/layer.2");
    after.observe(stream.get(EPISODE_STEPS));
    StreamLearner fresh = freshTraces(within, stream.get(EPISODE_STEPS));
    assertArrayEquals(array(fresh, "critic_trace/layer.2"), array(after, "critic_trace/layer.2"));
    assertArrayEquals(array(fresh, "actor_trace/layer.2"), array(after, "actor_trace/layer.2"));
    assertNotEquals(0, faded[0]);
    // the critic's trace of its bias is the number of steps that it credits, each faded
    assertEquals(1, last(array(after, "critic_trace/layer.2")), 1e-6);
  }

  /** The same learner, but with traces that are zero before {@code next}. */
  private static StreamLearner freshTraces(StreamLearner learner, Transition next) {
    List<NamedArray> arrays = new ArrayList<>();
    for (NamedArray array : learner.export()) {
      float[] values = array.name().contains("_trace") ? new float[array.values().length] : null;
      arrays.add(values == null ? array : new NamedArray(array.name(), array.shape(), values));
    }
    StreamLearner fresh = learner(99);
    fresh.restore(arrays);
    fresh.observe(next);
    return fresh;
  }

  @Test
  void withinAnEpisodeTracesFadeByDiscountTimesLambda() {
    StreamLearner learner = learner(2);
    stream(4, 3).forEach(learner::observe);
    double decay = 0.9 * 0.8;
    assertEquals(1 + decay + decay * decay, last(array(learner, "critic_trace/layer.2")), 1e-5);
  }

  @Test
  void aMissingTransitionCutsTheTraces() {
    StreamLearner learner = learner(2);
    List<Transition> stream = stream(4, 4);
    learner.observe(stream.get(0));
    learner.observe(stream.get(1));
    learner.observe(stream.get(3));
    assertEquals(1, last(array(learner, "critic_trace/layer.2")), 1e-6);
  }

  @Test
  void whatAPersonDidTeachesTheStatisticsOnly() {
    StreamLearner learner = learner(2);
    learner.observe(stream(4, 1).get(0));
    float[] actor = array(learner, "actor/layer.1");
    float[] critic = array(learner, "critic/layer.1");
    learner.observe(transition(0, 1, new SplittableRandom(1), false, Origin.HUMAN));
    assertArrayEquals(actor, array(learner, "actor/layer.1"));
    assertArrayEquals(critic, array(learner, "critic/layer.1"));
    assertEquals(0, last(array(learner, "critic_trace/layer.2")));
    assertEquals(2, learner.updates());
  }

  /** v is 1 everywhere and the reward 0: the error is -1, or 0.9 - 1 with what is bootstrapped. */
  @Test
  void aTerminatedStepBootstrapsNothingAndATruncatedOneDoes() {
    Transition step = stream(4, 1).get(0);
    StreamLearner terminated = zeroButCriticBias(1);
    StreamLearner truncated = zeroButCriticBias(1);
    terminated.observe(ending(step, true));
    truncated.observe(ending(step, false));
    double byTerminated = last(array(terminated, "critic/layer.2")) - 1;
    double byTruncated = last(array(truncated, "critic/layer.2")) - 1;
    assertTrue(byTerminated < -0.01, "moved by " + byTerminated);
    assertEquals(0.1, byTruncated / byTerminated, 1e-3);
  }

  /** The end of an episode, by the task or by the clock, without reward. */
  private static Transition ending(Transition t, boolean terminated) {
    return new Transition(
        t.episode(),
        t.step(),
        0,
        t.observation(),
        t.requestedAction(),
        t.appliedAction(),
        0,
        t.nextObservation(),
        terminated,
        !terminated,
        t.origin(),
        Verdict.PASSED,
        0);
  }

  /** At one standard deviation the likelihood asks for no other spread, so only entropy does. */
  @Test
  void entropyWidensTheActorWhateverTheSignOfTheError() {
    float action = (float) (1 + 3 * Math.log(2));
    for (int reward = -1; reward <= 1; reward += 2) {
      StreamLearner learner = zeroButCriticBias(0);
      Transition step = stream(4, 1).get(0);
      float[] taken = {action, action};
      learner.observe(
          new Transition(
              0,
              0,
              0,
              step.observation(),
              taken,
              taken,
              reward,
              step.nextObservation(),
              true,
              false,
              Origin.POLICY,
              Verdict.PASSED,
              0));
      float spread = last(array(learner, "actor/layer.2"));
      assertTrue(spread > 1e-5, "reward " + reward + " moved the spread by " + spread);
    }
  }

  @Test
  void learnsFromWhatWasAskedForNotFromWhatTheFiltersLeftOfIt() {
    StreamLearner cut = learner(1);
    StreamLearner uncut = learner(1);
    StreamLearner other = learner(1);
    cut.observe(asked(9, 4));
    uncut.observe(asked(9, 9));
    other.observe(asked(4, 4));
    assertSameState(uncut, cut);
    assertFalse(Arrays.equals(array(other, "actor/layer.2"), array(cut, "actor/layer.2")));
  }

  private static Transition asked(float requested, float applied) {
    Transition t = stream(1, 1).get(0);
    float[] request = {requested, 0};
    float[] apply = {applied, 0};
    return new Transition(
        0,
        0,
        0,
        t.observation(),
        request,
        apply,
        1,
        t.nextObservation(),
        false,
        false,
        Origin.POLICY,
        Verdict.PASSED,
        0);
  }

  /** The eighth number of the state is the discounted sum of the episode's rewards. */
  @Test
  void rewardsOfAnEpisodeAreNotSummedIntoTheNext() {
    StreamLearner learner = learner(1);
    List<Transition> stream = stream(3, EPISODE_STEPS + 2);
    stream.forEach(learner::observe);
    double expected =
        0.9 * stream.get(EPISODE_STEPS).reward() + stream.get(EPISODE_STEPS + 1).reward();
    assertEquals(expected, StreamFixture.real(learner, 7), 1e-12);
  }
}
