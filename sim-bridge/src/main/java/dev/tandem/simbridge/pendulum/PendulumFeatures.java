package dev.tandem.simbridge.pendulum;

import dev.tandem.runtime.learn.FeatureEncoder;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.time.HotPath;
import java.util.List;

/** Cosine and sine of the angle, and the speed as a fraction of the largest one. */
final class PendulumFeatures implements FeatureEncoder {
  private static final List<String> NAMES = List.of("cos", "sin", "velocity");

  @Override
  public List<String> names() {
    return NAMES;
  }

  @Override
  @HotPath
  public void encode(Observation observation, float[] features) {
    features[0] = (float) observation.get(0);
    features[1] = (float) observation.get(1);
    features[2] = (float) (observation.get(2) / PendulumPlant.MAX_SPEED_RAD_PER_S);
  }
}
