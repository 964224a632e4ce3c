package dev.tandem.simbridge.locomotion;

import dev.tandem.runtime.learn.FeatureEncoder;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.HotPath;
import java.util.ArrayList;
import java.util.List;

/**
 * All that is observed but where it is and whether it has diverged, as it is: what is published was
 * learnt from that.
 */
final class BodyFeatures implements FeatureEncoder {
  private final List<String> names = new ArrayList<>();
  private final int[] channels;
  private final int firstSpeed;
  private final int afterSpeeds;
  private final double mostSpeed;

  BodyFeatures(SignalSpec observation, Gait gait) {
    int positions = observation.block("q").size();
    int speeds = observation.block("qd").size();
    if (gait.hiddenPositions() >= positions) {
      throw new IllegalArgumentException(
          "hidden_positions: expected less than the %d of this body, found %d"
              .formatted(positions, gait.hiddenPositions()));
    }
    List<Integer> seen = new ArrayList<>();
    List<Integer> hidden =
        List.of(observation.indexOf("forward.0"), observation.indexOf("diverged.0"));
    for (int i = gait.hiddenPositions(); i < observation.size(); i++) {
      if (!hidden.contains(i)) {
        seen.add(i);
        names.add(observation.channel(i).name());
      }
    }
    this.channels = seen.stream().mapToInt(Integer::intValue).toArray();
    this.firstSpeed = positions - gait.hiddenPositions();
    this.afterSpeeds = firstSpeed + speeds;
    this.mostSpeed = gait.mostSpeed();
  }

  @Override
  public List<String> names() {
    return List.copyOf(names);
  }

  @Override
  @HotPath
  public void encode(Observation observation, float[] features) {
    for (int i = 0; i < channels.length; i++) {
      double value = observation.get(channels[i]);
      boolean speed = i >= firstSpeed && i < afterSpeeds;
      features[i] = (float) (speed ? Math.max(-mostSpeed, Math.min(mostSpeed, value)) : value);
    }
  }
}
