package dev.tandem.simbridge.locomotion;

import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.simbridge.world.BodyWorld;
import java.util.List;

/** Whether a body is healthy, of what is observed of it alone. */
final class Vigour {
  private static final int FIRST_STATE = 2;

  private final int[] channels;
  private final List<Gait.Range> ranges;
  private final double mostState;
  private final int states;

  Vigour(BodyWorld world, Gait.Health health) {
    SignalSpec observation = world.observationSpec();
    this.ranges = health.ranges();
    this.channels = ranges.stream().mapToInt(range -> channel(world, range)).toArray();
    this.mostState = health.mostState();
    this.states = observation.block("q").size() + observation.block("qd").size();
  }

  private static int channel(BodyWorld world, Gait.Range range) {
    List<Integer> positions = world.positionsOf(range.joint());
    if (range.axis() < 0 || range.axis() >= positions.size()) {
      throw new IllegalArgumentException(
          "healthy range of %s: expected axis 0 to %d, found %d"
              .formatted(range.joint(), positions.size() - 1, range.axis()));
    }
    return positions.get(range.axis());
  }

  boolean isHealthy(Observation seen) {
    for (int i = 0; i < channels.length; i++) {
      double value = seen.get(channels[i]);
      if (!(ranges.get(i).min() < value && value < ranges.get(i).max())) {
        return false;
      }
    }
    for (int i = FIRST_STATE; i < states; i++) {
      if (!(Math.abs(seen.get(i)) < mostState)) {
        return false;
      }
    }
    return true;
  }
}
