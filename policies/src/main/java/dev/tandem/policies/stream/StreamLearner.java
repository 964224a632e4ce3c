package dev.tandem.policies.stream;

import dev.tandem.policies.nn.ActionScaling;
import dev.tandem.policies.nn.PolicySpaces;
import dev.tandem.policies.sac.StepRandom;
import dev.tandem.runtime.decide.Origin;
import dev.tandem.runtime.decide.Policy;
import dev.tandem.runtime.learn.NamedArray;
import dev.tandem.runtime.learn.StreamingLearner;
import dev.tandem.runtime.learn.Transition;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Stream AC(lambda) (arXiv 2410.14606): an actor and a critic that learn from each transition once,
 * by eligibility traces, with a step that cannot overshoot. Unlike in the authors' program a
 * time-out is no end and bootstraps, and the observation does not hold the time. Equal transitions
 * give equal bits. One thread.
 *
 * <p>Only decisions of its own {@link #live} policy teach it anything: what a person or a script
 * did in between updates the statistics and cuts the traces, as does a missing transition.
 */
public final class StreamLearner implements StreamingLearner {
  private static final int FIRST_WEIGHTS = 4;

  private final PolicySpaces spaces;
  private final StreamConfig config;
  private final ActionScaling scaling;
  private final StreamActor actor;
  private final StreamNetwork critic;
  private final EligibilityTraces actorTraces;
  private final EligibilityTraces criticTraces;
  private final RewardScale rewards;
  private final float decay;
  private final StreamState state;
  private final float[] before;
  private final float[] after;
  private final double[] taken;
  private final float[] policyGradient;
  private final float[] valueGradient = {1};

  /**
   * @param seed of the first weights
   */
  public StreamLearner(PolicySpaces spaces, StreamConfig config, long seed) {
    this.spaces = spaces;
    this.config = config;
    this.scaling = new ActionScaling(spaces.action());
    int actions = spaces.actions();
    RandomGenerator random = StepRandom.at(seed, FIRST_WEIGHTS, 0);
    StreamConfig.Step step = config.step();
    actorTraces = EligibilityTraces.of(shape(2 * actions), step.size(), step.actorKappa());
    criticTraces = EligibilityTraces.of(shape(1), step.size(), step.criticKappa());
    actorTraces.network.draw(config.sparsity(), random);
    criticTraces.network.draw(config.sparsity(), random);
    actor = new StreamActor(actorTraces.network, new RunningMoments(spaces.features()));
    critic = criticTraces.network;
    rewards = new RewardScale(config.discount());
    decay = (float) (config.discount() * config.lambda());
    state = new StreamState(actor, actorTraces, criticTraces, rewards);
    before = new float[spaces.features()];
    after = new float[spaces.features()];
    taken = new double[actions];
    policyGradient = new float[2 * actions];
  }

  /** The actor that {@link #export} gave {@code arrays} of; throws when they are of another. */
  public static Policy policy(PolicySpaces spaces, List<NamedArray> arrays) {
    List<Integer> hidden = StreamState.hidden(arrays, spaces.features());
    StreamConfig config = StreamConfig.defaults(0.5).withHidden(hidden);
    StreamLearner learner = new StreamLearner(spaces, config, 0);
    learner.restore(arrays);
    return learner.snapshot();
  }

  private StreamShape shape(int outputs) {
    return new StreamShape(spaces.features(), config.hidden(), outputs);
  }

  @Override
  public void observe(Transition transition) {
    requireSize("observation", spaces.features(), transition.observation());
    requireSize("requestedAction", taken.length, transition.requestedAction());
    requireSize("nextObservation", spaces.features(), transition.nextObservation());
    boolean starts = !state.expects(transition);
    if (starts) {
      clearTraces();
      rewards.startEpisode();
    }
    actor.observations.normalise(transition.observation(), before);
    if (starts) {
      actor.observations.update(transition.observation());
    }
    actor.observations.update(transition.nextObservation());
    actor.observations.normalise(transition.nextObservation(), after);
    double reward = rewards.scale(transition.reward());
    if (transition.origin() == Origin.POLICY) {
      learn(transition, reward);
    } else {
      clearTraces();
    }
    actor.steps++;
    state.expectAfter(transition);
  }

  /** delta = r + gamma (1 - d) v(s') - v(s); truncated bootstraps. */
  private void learn(Transition transition, double reward) {
    double next = transition.terminated() ? 0 : critic.forward(after)[0];
    double delta = reward + config.discount() * next - critic.forward(before)[0];
    criticTraces.accumulate(valueGradient, decay);
    criticTraces.step(delta);
    for (int i = 0; i < taken.length; i++) {
      taken[i] = scaling.toUnitUnbounded(i, transition.requestedAction()[i]);
    }
    double entropyWeight = config.entropy() * Math.signum(delta);
    float[] outputs = actor.network.forward(before);
    ActorOutputs.gradient(outputs, taken, entropyWeight, policyGradient);
    actorTraces.accumulate(policyGradient, decay);
    actorTraces.step(delta);
  }

  private void clearTraces() {
    actorTraces.clear();
    criticTraces.clear();
  }

  @Override
  public long updates() {
    return actor.steps;
  }

  @Override
  public Policy live() {
    return new StreamPolicy(spaces, actor);
  }

  @Override
  public Policy snapshot() {
    return new StreamPolicy(spaces, actor.copy());
  }

  @Override
  public long bytes() {
    return state.bytes();
  }

  @Override
  public List<NamedArray> export() {
    return state.export();
  }

  @Override
  public void restore(List<NamedArray> arrays) {
    state.restore(arrays);
  }

  private static void requireSize(String field, int expected, float[] found) {
    if (found.length != expected) {
      throw new IllegalArgumentException(
          "transition, " + field + ": expected " + expected + " values, found " + found.length);
    }
  }
}
