package dev.tandem.policies.stream;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.tandem.policies.TestSpaces;
import dev.tandem.policies.nn.PolicySpaces;
import dev.tandem.runtime.act.Verdict;
import dev.tandem.runtime.decide.Origin;
import dev.tandem.runtime.decide.Policy;
import dev.tandem.runtime.learn.NamedArray;
import dev.tandem.runtime.learn.Transition;
import dev.tandem.runtime.signal.MutableAction;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.time.MutableTick;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class StreamLearnerTest {
  private static final int FEATURES = 4;
  private static final int ACTIONS = 2;
  private static final int EPISODE_STEPS = 5;
  private static final PolicySpaces SPACES = TestSpaces.of(FEATURES, ACTIONS);
  private static final StreamConfig CONFIG = StreamConfig.defaults(0.9).withHidden(List.of(16, 16));

  private final MutableTick tick = new MutableTick(1_000_000);

  private static StreamLearner learner(long seed) {
    return new StreamLearner(SPACES, CONFIG, seed);
  }

  private static Transition transition(
      long episode, int step, RandomGenerator random, boolean last, Origin origin) {
    float[] action = draw(random, ACTIONS);
    return new Transition(
        episode,
        step,
        0,
        draw(random, FEATURES),
        action,
        action,
        random.nextGaussian(),
        draw(random, FEATURES),
        false,
        last,
        origin,
        Verdict.PASSED,
        0);
  }

  private static float[] draw(RandomGenerator random, int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  /** Whole episodes of five steps, the last of them truncated. */
  private static List<Transition> stream(long seed, int count) {
    RandomGenerator random = new SplittableRandom(seed);
    List<Transition> stream = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int step = i % EPISODE_STEPS;
      boolean last = step == EPISODE_STEPS - 1;
      stream.add(transition(i / EPISODE_STEPS, step, random, last, Origin.POLICY));
    }
    return stream;
  }

  private static float[] array(StreamLearner learner, String name) {
    for (NamedArray array : learner.export()) {
      if (array.name().equals(name)) {
        return array.values();
      }
    }
    throw new AssertionError("no array " + name);
  }

  private static void assertSameState(StreamLearner expected, StreamLearner found) {
    List<NamedArray> first = expected.export();
    List<NamedArray> second = found.export();
    assertEquals(first.size(), second.size());
    for (int i = 0; i < first.size(); i++) {
      assertEquals(first.get(i).name(), second.get(i).name());
      assertArrayEquals(first.get(i).values(), second.get(i).values(), first.get(i).name());
    }
  }

  private static Transition with(Transition t, double reward, boolean terminated) {
    return new Transition(
        t.episode(),
        t.step(),
        0,
        t.observation(),
        t.requestedAction(),
        t.appliedAction(),
        reward,
        t.nextObservation(),
        terminated,
        t.truncated() && !terminated,
        t.origin(),
        Verdict.PASSED,
        0);
  }

  private double[] act(Policy policy, float[] features) {
    MutableObservation observation = new MutableObservation(TestSpaces.observationSpec(FEATURES));
    for (int i = 0; i < FEATURES; i++) {
      observation.set(i, features[i]);
    }
    MutableAction action = new MutableAction(TestSpaces.actionSpec(ACTIONS));
    policy.act(tick, observation, action);
    return new double[] {action.get(0), action.get(1)};
  }

  /** One decision an episode, in which the first feature tells what is right. */
  @Test
  void findsTheActionThatPays() {
    StreamLearner learner = learner(3);
    RandomGenerator random = new SplittableRandom(3);
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
    assertEquals(2.5, act(learner.live(), new float[] {1, 0, 0, 0})[0], 0.3);
    assertEquals(-0.5, act(learner.live(), new float[] {-1, 0, 0, 0})[0], 0.3);
  }

  @Test
  void equalSeedsAndTransitionsGiveEqualBits() {
    StreamLearner first = learner(5);
    StreamLearner second = learner(5);
    for (Transition transition : stream(8, 300)) {
      first.observe(transition);
      second.observe(transition);
    }
    assertSameState(first, second);
    assertFalse(
        Arrays.equals(array(learner(6), "actor/layer.0"), array(learner(5), "actor/layer.0")));
  }

  @Test
  void restoredInTheMiddleOfAnEpisodeItGoesOnAsIfNeverStopped() {
    StreamLearner through = learner(5);
    List<Transition> stream = stream(8, 203);
    stream.forEach(through::observe);
    StreamLearner resumed = learner(77);
    resumed.restore(through.export());
    assertSameState(through, resumed);
    for (Transition transition : stream(8, 400).subList(203, 400)) {
      through.observe(transition);
      resumed.observe(transition);
    }
    assertSameState(through, resumed);
    assertEquals(400, resumed.steps());
  }

  @Test
  void refusesAForeignStateAndKeepsItsOwn() {
    StreamLearner learner = learner(1);
    StreamLearner untouched = learner(1);
    StreamLearner wider = new StreamLearner(SPACES, CONFIG.withHidden(List.of(16, 17)), 1);
    assertThrows(IllegalArgumentException.class, () -> learner.restore(wider.export()));
    List<NamedArray> tooMany = new ArrayList<>(learner.export());
    tooMany.add(new NamedArray("more", new int[] {1}, new float[1]));
    Exception error = assertThrows(IllegalArgumentException.class, () -> learner.restore(tooMany));
    assertEquals("stream learner state: no place for [more]", error.getMessage());
    assertSameState(untouched, learner);
  }

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

  private static float last(float[] values) {
    return values[values.length - 1];
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
    assertEquals(2, learner.steps());
  }

  /** v is 1 everywhere and the reward 0: the error is -1, or 0.9 - 1 with what is bootstrapped. */
  @Test
  void aTerminatedStepBootstrapsNothingAndATruncatedOneDoes() {
    Transition step = stream(4, 1).get(0);
    StreamLearner terminated = zeroButCriticBias(1);
    StreamLearner truncated = zeroButCriticBias(1);
    terminated.observe(with(step, 0, true));
    truncated.observe(with(step, 0, false));
    double byTerminated = last(array(terminated, "critic/layer.2")) - 1;
    double byTruncated = last(array(truncated, "critic/layer.2")) - 1;
    assertTrue(byTerminated < -0.01, "moved by " + byTerminated);
    assertEquals(0.1, byTruncated / byTerminated, 1e-3);
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

  private static StreamLearner zeroButCriticBias(float bias) {
    StreamLearner learner = learner(1);
    List<NamedArray> arrays = new ArrayList<>();
    for (NamedArray array : learner.export()) {
      boolean numbers = array.name().equals("numbers");
      float[] values = numbers ? array.values() : new float[array.values().length];
      if (array.name().equals("critic/layer.2")) {
        values[values.length - 1] = bias;
      }
      arrays.add(new NamedArray(array.name(), array.shape(), values));
    }
    learner.restore(arrays);
    return learner;
  }

  @Test
  void theLiveActorFollowsAndASnapshotStays() {
    StreamLearner learner = learner(4);
    Policy live = learner.live();
    stream(4, 20).forEach(learner::observe);
    Policy snapshot = learner.snapshot();
    float[] seen = {0.3f, -1, 0.5f, 2};
    double[] then = act(snapshot, seen);
    assertArrayEquals(then, act(live, seen));
    assertEquals(20, live.version());
    stream(5, 200).forEach(learner::observe);
    assertArrayEquals(then, act(snapshot, seen));
    assertNotEquals(then[0], act(live, seen)[0]);
    assertEquals(20, snapshot.version());
    assertEquals(220, live.version());
  }

  @Test
  void deterministicActionsStayWithinBoundsAndDrawnOnesNeedNot() {
    StreamLearner learner = learner(4);
    Policy exploring = learner.live().exploring(new SplittableRandom(1));
    RandomGenerator random = new SplittableRandom(2);
    double furthest = 0;
    for (int i = 0; i < 2000; i++) {
      float[] seen = draw(random, FEATURES);
      double bounded = act(learner.live(), seen)[0];
      assertTrue(bounded >= -2 && bounded <= 4, "found " + bounded);
      furthest = Math.max(furthest, Math.abs(act(exploring, seen)[0] - 1));
    }
    assertTrue(furthest > 3, "furthest from the centre " + furthest);
  }

  @Test
  void exploresWithTheSoftplusOfTheNetworksOutput() {
    StreamLearner learner = zeroButCriticBias(0);
    Policy exploring = learner.live().exploring(new SplittableRandom(5));
    double squares = 0;
    int draws = 20_000;
    for (int i = 0; i < draws; i++) {
      double off = (act(exploring, new float[FEATURES])[0] - 1) / 3;
      squares += off * off / draws;
    }
    assertEquals(Math.log(2), Math.sqrt(squares), 0.01);
  }

  @Test
  void allocatesNothingPerTransition() {
    StreamLearner learner = learner(1);
    List<Transition> stream = stream(9, 1000);
    Transition[] transitions = stream.toArray(Transition[]::new);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long least = Long.MAX_VALUE;
    for (int round = 0; round < 60 && least > 0; round++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < transitions.length; i++) {
        learner.observe(transitions[i]);
      }
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
    }
    assertEquals(0, least);
  }

  @Test
  void actingAllocatesNothing() {
    Policy policy = learner(1).live().exploring(RandomGenerator.of("L64X128MixRandom"));
    MutableObservation observation = new MutableObservation(TestSpaces.observationSpec(FEATURES));
    MutableAction action = new MutableAction(TestSpaces.actionSpec(ACTIONS));
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long least = Long.MAX_VALUE;
    for (int round = 0; round < 60 && least > 0; round++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < 1000; i++) {
        policy.act(tick, observation, action);
      }
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
    }
    assertEquals(0, least);
  }

  @Test
  void memoryIsWeightsTracesAndStatisticsAndDoesNotGrow() {
    StreamLearner learner = learner(1);
    long actor = (FEATURES + 1) * 16 + 17 * 16 + 17 * 2 * ACTIONS;
    long critic = (FEATURES + 1) * 16 + 17 * 16 + 17;
    long statistics = 8 + 2 * FEATURES;
    assertEquals(2 * 4 * (actor + critic) + 8 * statistics, learner.bytes());
    long before = learner.bytes();
    stream(3, 100).forEach(learner::observe);
    assertEquals(before, learner.bytes());
  }

  @Test
  void refusesTransitionsOfOtherSpaces() {
    StreamLearner learner = learner(1);
    Exception error =
        assertThrows(
            IllegalArgumentException.class,
            () -> learner.observe(TestSpaces.transition(1, 1, false)));
    assertEquals("transition, observation: expected 4 values, found 1", error.getMessage());
  }

  @Test
  void tellsOfDivergenceBeforeItTouchesTheActor() {
    StreamLearner learner = learner(1);
    Transition sane = stream(1, 1).get(0);
    float[] absurd = {1e30f, 0};
    Transition wild =
        new Transition(
            0,
            0,
            0,
            sane.observation(),
            absurd,
            absurd,
            1,
            sane.nextObservation(),
            false,
            false,
            Origin.POLICY,
            Verdict.PASSED,
            0);
    float[] actor = array(learner, "actor/layer.2");
    Exception error = assertThrows(IllegalStateException.class, () -> learner.observe(wild));
    assertTrue(String.valueOf(error.getMessage()).contains("expected finite numbers"), "" + error);
    assertArrayEquals(actor, array(learner, "actor/layer.2"));
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
    float[] words = array(learner, "numbers");
    long bits = 0;
    for (int i = 0; i < 4; i++) {
      bits |= (long) words[7 * 4 + i] << (16 * i);
    }
    double expected =
        0.9 * stream.get(EPISODE_STEPS).reward() + stream.get(EPISODE_STEPS + 1).reward();
    assertEquals(expected, Double.longBitsToDouble(bits), 1e-12);
  }
}
