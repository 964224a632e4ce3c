package dev.tandem.policies.nn;

import dev.tandem.runtime.learn.FeatureEncoder;
import dev.tandem.runtime.learn.Task;
import dev.tandem.runtime.signal.SignalSpec;

/**
 * What a policy reads and writes.
 *
 * @param encoder of observations to features
 * @param action channels with finite bounds in SI units
 */
public record PolicySpaces(FeatureEncoder encoder, SignalSpec action) {
  public static PolicySpaces of(Task task) {
    return new PolicySpaces(task.encoder(), task.actionSpec());
  }

  public int features() {
    return encoder.size();
  }

  public int actions() {
    return action.size();
  }
}
