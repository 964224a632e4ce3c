package dev.tandem.policies.stream;

import dev.tandem.policies.nn.ActionScaling;
import dev.tandem.policies.nn.PolicySpaces;
import dev.tandem.runtime.decide.Policy;
import dev.tandem.runtime.signal.MutableAction;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.runtime.time.Tick;
import java.util.random.RandomGenerator;

/**
 * A Gaussian actor that drives. Deterministic it takes the mean, cut to the action's bounds.
 * Exploring it asks for what it drew, in or out of bounds: the action filters cut it, and the
 * learner needs to know what was asked for. It computes in its network's scratch arrays, and so do
 * those that explore with it: one thread for all of them, of a live actor that which learns.
 */
final class StreamPolicy implements Policy {
  private static final RandomGenerator NEVER_ASKED = () -> 0;

  private final PolicySpaces spaces;
  private final StreamActor actor;
  private final boolean explores;
  private final RandomGenerator random;
  private final StreamNetwork network;
  private final ActionScaling scaling;
  private final float[] features;
  private final float[] inputs;

  StreamPolicy(PolicySpaces spaces, StreamActor actor) {
    this(spaces, actor, false, NEVER_ASKED);
  }

  private StreamPolicy(
      PolicySpaces spaces, StreamActor actor, boolean explores, RandomGenerator random) {
    this.spaces = spaces;
    this.actor = actor;
    this.explores = explores;
    this.random = random;
    this.network = actor.network;
    this.scaling = new ActionScaling(spaces.action());
    this.features = new float[spaces.features()];
    this.inputs = new float[spaces.features()];
  }

  @Override
  public StreamPolicy exploring(RandomGenerator random) {
    return new StreamPolicy(spaces, actor, true, random);
  }

  @Override
  @HotPath
  public void act(Tick tick, Observation observation, MutableAction action) {
    spaces.encoder().encode(observation, features);
    actor.observations.normalise(features, inputs);
    float[] outputs = network.forward(inputs);
    for (int i = 0; i < action.size(); i++) {
      action.set(i, scaling.toSi(i, explores ? drawn(outputs, i) : bounded(outputs, i)));
    }
  }

  @HotPath
  private double drawn(float[] outputs, int action) {
    double noise = ActorOutputs.standardDeviation(outputs, action) * random.nextGaussian();
    return ActorOutputs.mean(outputs, action) + noise;
  }

  @HotPath
  private static double bounded(float[] outputs, int action) {
    return Math.max(-1, Math.min(1, ActorOutputs.mean(outputs, action)));
  }

  @Override
  @HotPath
  public long version() {
    return actor.steps;
  }
}
