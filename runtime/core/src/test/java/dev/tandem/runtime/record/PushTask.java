package dev.tandem.runtime.record;

import dev.tandem.runtime.learn.FeatureEncoder;
import dev.tandem.runtime.learn.Task;
import dev.tandem.runtime.signal.Action;
import dev.tandem.runtime.signal.Channel;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.signal.SignalSpec;
import java.util.ArrayList;
import java.util.List;

/**
 * A two-joint arm pushes until its first joint is beyond 1 rad; the reward is the way it went plus
 * a tenth of the applied push.
 */
public final class PushTask implements Task {
  public static final SignalSpec ACTION =
      new SignalSpec("action", SignalSpec.block("push", "N", 1));
  public static final SignalSpec COMMAND =
      new SignalSpec("command", SignalSpec.block("tau", "Nm", 2));

  private static final FeatureEncoder ENCODER =
      new FeatureEncoder() {
        @Override
        public List<String> names() {
          return List.of("q.0", "twice q.1");
        }

        @Override
        public void encode(Observation observation, float[] features) {
          features[0] = (float) observation.get(0);
          features[1] = (float) (2 * observation.get(1));
        }
      };

  private final int horizonSteps;

  public PushTask(int horizonSteps) {
    this.horizonSteps = horizonSteps;
  }

  /** Joints, efforts and a wrench, as an arm has them. */
  public static SignalSpec observationSpec() {
    List<Channel> channels = new ArrayList<>();
    channels.addAll(SignalSpec.block("q", "rad", 2));
    channels.addAll(SignalSpec.block("qd", "rad/s", 2));
    channels.addAll(SignalSpec.block("tau", "Nm", 2));
    channels.addAll(SignalSpec.block("wrench", "N", 6));
    return new SignalSpec("observation", channels);
  }

  @Override
  public String name() {
    return "push";
  }

  @Override
  public SignalSpec actionSpec() {
    return ACTION;
  }

  @Override
  public FeatureEncoder encoder() {
    return ENCODER;
  }

  @Override
  public int ticksPerDecision() {
    return 3;
  }

  @Override
  public int horizonSteps() {
    return horizonSteps;
  }

  @Override
  public double discount() {
    return 0.9;
  }

  @Override
  public double reward(Observation before, Action applied, Observation after) {
    return after.get(0) - before.get(0) + 0.1 * applied.get(0);
  }

  @Override
  public boolean terminated(Observation after) {
    return after.get(0) > 1;
  }

  @Override
  public boolean succeeded(Observation after) {
    return terminated(after);
  }

  @Override
  public void reset(long episodeSeed) {}
}
