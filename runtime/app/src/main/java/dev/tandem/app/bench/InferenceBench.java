package dev.tandem.app.bench;

import dev.tandem.app.report.JsonObject;
import dev.tandem.policies.nn.Activation;
import dev.tandem.policies.nn.ActorNetwork;
import dev.tandem.policies.nn.ActorShape;
import dev.tandem.policies.nn.Arithmetic;
import dev.tandem.policies.nn.NeuralPolicy;
import dev.tandem.policies.nn.PolicySpaces;
import dev.tandem.runtime.signal.MutableAction;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.MutableTick;
import java.util.List;
import java.util.SplittableRandom;

/** One decision of a 256x256 actor on the control thread: 17 features, 6 actions, batch 1. */
public final class InferenceBench {
  private static final int FEATURES = 17;
  private static final int ACTIONS = 6;
  private static final int WARM_UP_CALLS = 50_000;
  private static final int TIMED_CALLS = 100_000;

  private InferenceBench() {}

  /** A policy of random weights. */
  static NeuralPolicy policy(PolicySpaces spaces, long seed) {
    ActorShape shape =
        new ActorShape(
            spaces.features(),
            List.of(256, 256),
            spaces.actions(),
            Activation.RELU,
            false,
            1e-5,
            5);
    float[] weights = new float[shape.layout().size()];
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) (0.1 * (random.nextDouble() - 0.5));
    }
    return new NeuralPolicy(spaces, new ActorNetwork(shape, weights, Arithmetic.fastest()), 0);
  }

  /** Keys {@code p50_us, p99_us, bytes_per_call}. */
  public static JsonObject run(long seed) {
    return run(seed, WARM_UP_CALLS, TIMED_CALLS);
  }

  static JsonObject run(long seed, int warmUpCalls, int calls) {
    PolicySpaces spaces = BenchSpaces.of(FEATURES, ACTIONS);
    NeuralPolicy policy = policy(spaces, seed);
    MutableObservation observation =
        new MutableObservation(new SignalSpec("bench", SignalSpec.block("feature", "1", FEATURES)));
    MutableAction action = new MutableAction(spaces.action());
    MutableTick tick = new MutableTick(1_000_000);
    Samples samples =
        Samples.of(
            warmUpCalls,
            calls,
            () -> {
              observation.set(0, -action.get(0));
              policy.act(tick, observation, action);
            });
    return new JsonObject()
        .put("p50_us", samples.micros(0.5))
        .put("p99_us", samples.micros(0.99))
        .put("bytes_per_call", samples.bytesPerCall())
        .put("arithmetic", Arithmetic.fastest().toString());
  }
}
