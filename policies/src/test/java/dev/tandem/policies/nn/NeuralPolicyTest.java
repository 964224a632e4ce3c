package dev.tandem.policies.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.management.ThreadMXBean;
import dev.tandem.policies.TestSpaces;
import dev.tandem.runtime.signal.MutableAction;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.time.MutableTick;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NeuralPolicyTest {
  private static final int FEATURES = 17;
  private static final int ACTIONS = 6;
  private final MutableTick tick = new MutableTick(1_000_000);
  private final MutableObservation observation =
      new MutableObservation(TestSpaces.observationSpec(FEATURES));
  private final MutableAction action = new MutableAction(TestSpaces.actionSpec(ACTIONS));

  @Test
  void scalesTheSquashedMeanToTheBoundsOfTheAction() {
    policyWithMean(100f).act(tick, observation, action);
    assertEquals(4, action.get(0), 1e-9);
    policyWithMean(-100f).act(tick, observation, action);
    assertEquals(-2, action.get(0), 1e-9);
    policyWithMean(0.5f).act(tick, observation, action);
    assertEquals(1 + 3 * Math.tanh(0.5), action.get(0), 1e-6);
  }

  @Test
  void takesTheSameActionTwiceWhenDeterministicAndAnotherWhenExploring() {
    NeuralPolicy policy = policyWithMean(0.1f);
    policy.act(tick, observation, action);
    double first = action.get(0);
    policy.act(tick, observation, action);
    assertEquals(first, action.get(0));
    policy.exploring(RandomGenerator.of("L64X128MixRandom")).act(tick, observation, action);
    assertNotEquals(first, action.get(0));
  }

  @Test
  void beingPreparedChangesNothing() {
    NeuralPolicy policy = policyWithMean(0.1f);
    observation.set(0, 0.7);
    policy.act(tick, observation, action);
    double before = action.get(0);
    observation.set(0, -0.7);
    policy.act(tick, observation, action);
    observation.set(0, 0.7);
    policy.prepare();
    policy.act(tick, observation, action);
    assertEquals(before, action.get(0));
  }

  @Test
  void exploresWithTheStandardDeviationOfTheNetwork() {
    NeuralPolicy policy = policyWithMean(0f).exploring(new SplittableRandom(5));
    double squares = 0;
    int draws = 20_000;
    for (int i = 0; i < draws; i++) {
      policy.act(tick, observation, action);
      double beforeSquash = Math.log((action.get(0) + 2) / (4 - action.get(0))) / 2;
      squares += beforeSquash * beforeSquash;
    }
    assertEquals(Math.exp(-1), Math.sqrt(squares / draws), 0.01);
  }

  @ParameterizedTest
  @EnumSource(Arithmetic.class)
  void allocatesNothing(Arithmetic arithmetic) {
    ActorShape shape = shape();
    ActorNetwork network = new ActorNetwork(shape, ActorNetworkTest.weights(shape, 1), arithmetic);
    NeuralPolicy policy =
        new NeuralPolicy(TestSpaces.of(FEATURES, ACTIONS), network, 1)
            .exploring(RandomGenerator.of("L64X128MixRandom"));
    assertEquals(0, leastBytesOfAThousandCalls(policy));
  }

  @Test
  void refusesANetworkForOtherSpaces() {
    ActorShape shape = shape();
    ActorNetwork network =
        new ActorNetwork(shape, new float[shape.layout().size()], Arithmetic.PLAIN);
    IllegalArgumentException error =
        assertThrows(
            IllegalArgumentException.class,
            () -> new NeuralPolicy(TestSpaces.of(9, ACTIONS), network, 1));
    assertEquals(
        "policy network: expected 9 features and 6 actions, found 17 and 6", error.getMessage());
  }

  /** The least of many rounds: compilation may still allocate in the first ones. */
  private long leastBytesOfAThousandCalls(NeuralPolicy policy) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long least = Long.MAX_VALUE;
    for (int round = 0; round < 60 && least > 0; round++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < 1000; i++) {
        policy.act(tick, observation, action);
        policy.prepare();
      }
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
    }
    return least;
  }

  /** A policy whose mean is {@code bias} and whose standard deviation is exp(-1). */
  private static NeuralPolicy policyWithMean(float bias) {
    ActorShape shape = shape();
    float[] weights = new float[shape.layout().size()];
    int mean = shape.layout().piece("mean.bias").offset();
    int logStd = shape.layout().piece("logStd.bias").offset();
    for (int i = 0; i < ACTIONS; i++) {
      weights[mean + i] = bias;
      weights[logStd + i] = -1;
    }
    ActorNetwork network = new ActorNetwork(shape, weights, Arithmetic.fastest());
    return new NeuralPolicy(TestSpaces.of(FEATURES, ACTIONS), network, 1);
  }

  private static ActorShape shape() {
    return new ActorShape(FEATURES, List.of(256, 256), ACTIONS, Activation.RELU, false, 1e-5, 5);
  }
}
