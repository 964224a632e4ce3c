package dev.tandem.simbridge.task;

import dev.tandem.runtime.learn.FeatureEncoder;
import dev.tandem.runtime.signal.Channel;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.HotPath;
import java.util.List;

/** Channels as they are, in SI units. */
final class ChannelFeatures implements FeatureEncoder {
  private final List<String> names;
  private final int[] channels;

  /**
   * Of these channels and blocks of channels, in this order.
   *
   * @param wanted such as {@code gripper.closed}, or {@code tool} for all of {@code tool.*}
   */
  ChannelFeatures(SignalSpec observation, List<String> wanted) {
    List<String> all = observation.channels().stream().map(Channel::name).toList();
    this.names =
        wanted.stream()
            .flatMap(name -> all.stream().filter(n -> n.equals(name) || n.startsWith(name + ".")))
            .toList();
    this.channels = names.stream().mapToInt(observation::indexOf).toArray();
  }

  @Override
  public List<String> names() {
    return names;
  }

  @Override
  @HotPath
  public void encode(Observation observation, float[] features) {
    for (int i = 0; i < channels.length; i++) {
      features[i] = (float) observation.get(channels[i]);
    }
  }
}
