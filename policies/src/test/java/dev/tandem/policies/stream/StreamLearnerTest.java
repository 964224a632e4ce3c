package dev.tandem.policies.stream;

import static dev.tandem.policies.stream.StreamFixture.ACTIONS;
import static dev.tandem.policies.stream.StreamFixture.CONFIG;
import static dev.tandem.policies.stream.StreamFixture.FEATURES;
import static dev.tandem.policies.stream.StreamFixture.SPACES;
import static dev.tandem.policies.stream.StreamFixture.act;
import static dev.tandem.policies.stream.StreamFixture.array;
import static dev.tandem.policies.stream.StreamFixture.assertSameState;
import static dev.tandem.policies.stream.StreamFixture.draw;
import static dev.tandem.policies.stream.StreamFixture.learner;
import static dev.tandem.policies.stream.StreamFixture.stream;
import static dev.tandem.policies.stream.StreamFixture.transition;
import static dev.tandem.policies.stream.StreamFixture.zeroButCriticBias;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.policies.TestSpaces;
import dev.tandem.policies.jvm.SteadyAllocation;
import dev.tandem.runtime.act.Verdict;
import dev.tandem.runtime.decide.Origin;
import dev.tandem.runtime.decide.Policy;
import dev.tandem.runtime.learn.NamedArray;
import dev.tandem.runtime.learn.Transition;
import dev.tandem.runtime.signal.MutableAction;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.time.MutableTick;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StreamLearnerTest {
  private final MutableTick tick = new MutableTick(1_000_000);

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
    assertEquals(400, resumed.updates());
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

  /** Whatever happens in an episode, with the policy acting in between. */
  @Test
  void neitherLearningNorActingAllocatesAnything() {
    StreamLearner learner = learner(1);
    Policy policy = learner.live().exploring(RandomGenerator.of("L64X128MixRandom"));
    MutableObservation observation = new MutableObservation(TestSpaces.observationSpec(FEATURES));
    MutableAction action = new MutableAction(TestSpaces.actionSpec(ACTIONS));
    Transition[] stream = Eventful.stream(9).toArray(Transition[]::new);
    long bytes =
        SteadyAllocation.bytes(
            () -> {
              for (int i = 0; i < stream.length; i++) {
                policy.act(tick, observation, action);
                learner.observe(stream[i]);
              }
            });
    assertEquals(0, bytes);
  }

  @Test
  void memoryIsWeightsTracesScratchAndStatisticsAndDoesNotGrow() {
    StreamLearner learner = learner(1);
    long actor = (FEATURES + 1) * 16 + 17 * 16 + 17 * 2 * ACTIONS;
    long critic = (FEATURES + 1) * 16 + 17 * 16 + 17;
    long statistics = 8 + 2 * FEATURES;
    long least = 2 * 4 * (actor + critic) + 8 * statistics;
    assertTrue(learner.bytes() > least, learner.bytes() + " of " + least);
    assertTrue(learner.bytes() < 4 * least, learner.bytes() + " of " + least);
    long before = learner.bytes();
    stream(3, 100).forEach(learner::observe);
    assertEquals(before, learner.bytes());
  }

  @ParameterizedTest
  @CsvSource({
    "3, 2, 4, 'observation: expected 4 values, found 3'",
    "4, 1, 4, 'requestedAction: expected 2 values, found 1'",
    "4, 3, 4, 'requestedAction: expected 2 values, found 3'",
    "4, 2, 5, 'nextObservation: expected 4 values, found 5'"
  })
  void refusesTransitionsOfOtherSpacesInMidEpisodeTooAndLearnsNothingFromThem(
      int features, int actions, int nextFeatures, String problem) {
    StreamLearner learner = learner(1);
    StreamLearner untouched = learner(1);
    learner.observe(stream(1, 1).get(0));
    untouched.observe(stream(1, 1).get(0));
    for (int step = 0; step < 2; step++) {
      Transition foreign = sized(step, features, actions, nextFeatures);
      Exception error =
          assertThrows(IllegalArgumentException.class, () -> learner.observe(foreign));
      assertEquals("transition, " + problem, error.getMessage());
    }
    assertSameState(untouched, learner);
  }

  private static Transition sized(int step, int features, int actions, int nextFeatures) {
    float[] action = new float[actions];
    return new Transition(
        0,
        step,
        0,
        new float[features],
        action,
        action,
        0,
        new float[nextFeatures],
        false,
        false,
        Origin.POLICY,
        Verdict.PASSED,
        0);
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
}
