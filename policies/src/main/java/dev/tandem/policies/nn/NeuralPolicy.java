package dev.tandem.policies.nn;

import dev.tandem.runtime.decide.Policy;
import dev.tandem.runtime.signal.MutableAction;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.runtime.time.Tick;
import java.util.random.RandomGenerator;

/**
 * An actor that drives: observation, features, network, tanh, action in SI units within its bounds.
 * Deterministic it takes the mean, exploring it draws from the Gaussian. Never changes after it was
 * made; one instance a control thread, as it holds scratch arrays.
 */
public final class NeuralPolicy implements Policy {
  private static final RandomGenerator NEVER_ASKED = () -> 0;

  private final PolicySpaces spaces;
  private final ActorNetwork network;
  private final long version;
  private final boolean explores;
  private final RandomGenerator random;
  private final ActionScaling scaling;
  private final float[] features;
  private final float[] mean;
  private final float[] logStd;

  /** The deterministic policy of {@code network}. */
  public NeuralPolicy(PolicySpaces spaces, ActorNetwork network, long version) {
    this(spaces, network, version, false, NEVER_ASKED);
  }

  private NeuralPolicy(
      PolicySpaces spaces,
      ActorNetwork network,
      long version,
      boolean explores,
      RandomGenerator random) {
    if (network.shape().features() != spaces.features()
        || network.shape().actions() != spaces.actions()) {
      throw new IllegalArgumentException(
          "policy network: expected %d features and %d actions, found %d and %d"
              .formatted(
                  spaces.features(),
                  spaces.actions(),
                  network.shape().features(),
                  network.shape().actions()));
    }
    this.spaces = spaces;
    this.network = network;
    this.version = version;
    this.explores = explores;
    this.random = random;
    this.scaling = new ActionScaling(spaces.action());
    this.features = new float[spaces.features()];
    this.mean = new float[spaces.actions()];
    this.logStd = new float[spaces.actions()];
  }

  /** The same policy drawing its actions; only the control thread may use {@code random}. */
  @Override
  public NeuralPolicy exploring(RandomGenerator random) {
    return new NeuralPolicy(spaces, network.forAnotherThread(), version, true, random);
  }

  /** The same policy taking its mean. */
  public NeuralPolicy deterministic() {
    return new NeuralPolicy(spaces, network.forAnotherThread(), version);
  }

  public ActorShape shape() {
    return network.shape();
  }

  /** A copy, in the order of {@link ActorShape#layout}. */
  public float[] weights() {
    return network.weights();
  }

  @Override
  @HotPath
  public void act(Tick tick, Observation observation, MutableAction action) {
    spaces.encoder().encode(observation, features);
    network.forward(features);
    network.mean(mean);
    if (explores) {
      disturb();
    }
    for (int i = 0; i < mean.length; i++) {
      action.set(i, scaling.toSi(i, Math.tanh(mean[i])));
    }
  }

  @Override
  @HotPath
  public void prepare() {
    network.forward(features);
  }

  private void disturb() {
    network.logStd(logStd);
    for (int i = 0; i < mean.length; i++) {
      mean[i] += (float) (Math.exp(logStd[i]) * random.nextGaussian());
    }
  }

  @Override
  @HotPath
  public long version() {
    return version;
  }
}
