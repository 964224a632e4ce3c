package dev.tandem.policies;

import dev.tandem.policies.nn.PolicySpaces;
import dev.tandem.runtime.act.Verdict;
import dev.tandem.runtime.decide.Origin;
import dev.tandem.runtime.learn.FeatureEncoder;
import dev.tandem.runtime.learn.Transition;
import dev.tandem.runtime.signal.Channel;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.signal.SignalSpec;
import java.util.List;
import java.util.stream.IntStream;

/** Observations {@code s.0 ..} that are their own features, actions {@code a.0 ..} in [-2, 4] N. */
public final class TestSpaces {
  private TestSpaces() {}

  public static PolicySpaces of(int features, int actions) {
    return new PolicySpaces(new Identity(features), actionSpec(actions));
  }

  public static SignalSpec observationSpec(int features) {
    return new SignalSpec("observation", SignalSpec.block("s", "m", features));
  }

  public static SignalSpec actionSpec(int actions) {
    return new SignalSpec(
        "action",
        IntStream.range(0, actions).mapToObj(i -> new Channel("a." + i, "N", -2, 4)).toList());
  }

  /** One feature and one action; {@code value} goes into everything but the reward. */
  public static Transition transition(float value, double reward, boolean terminated) {
    float[] action = {value};
    return new Transition(
        0,
        0,
        0,
        new float[] {value},
        action,
        action,
        reward,
        new float[] {value + 0.5f},
        terminated,
        !terminated,
        Origin.POLICY,
        Verdict.PASSED,
        1);
  }

  /** One feature, one action in N, no reward. */
  public static Transition transition(long episode, int step, float feature, float actionN) {
    float[] observation = {feature};
    float[] action = {actionN};
    return new Transition(
        episode,
        step,
        0,
        observation,
        action,
        action,
        0,
        observation,
        false,
        false,
        Origin.SCRIPT,
        Verdict.PASSED,
        0);
  }

  private record Identity(int count) implements FeatureEncoder {
    @Override
    public List<String> names() {
      return IntStream.range(0, count).mapToObj(i -> "s." + i).toList();
    }

    @Override
    public int size() {
      return count;
    }

    @Override
    public void encode(Observation observation, float[] features) {
      for (int i = 0; i < features.length; i++) {
        features[i] = (float) observation.get(i);
      }
    }
  }
}
