package dev.tandem.runtime.signal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The names, units and bounds of a signal's channels, in order. */
public record SignalSpec(String name, List<Channel> channels) {
  public SignalSpec {
    channels = List.copyOf(channels);
    Set<String> seen = new HashSet<>();
    for (Channel channel : channels) {
      if (!seen.add(channel.name())) {
        throw new IllegalArgumentException(name + ": channel " + channel.name() + " stands twice");
      }
    }
  }

  public int size() {
    return channels.size();
  }

  public Channel channel(int index) {
    return channels.get(index);
  }

  /** Where {@code channel} stands; throws with the names there are when it does not. */
  public int indexOf(String channel) {
    for (int i = 0; i < channels.size(); i++) {
      if (channels.get(i).name().equals(channel)) {
        return i;
      }
    }
    throw new IllegalArgumentException(
        name + " has no channel " + channel + "; it has " + channelNames());
  }

  /** The neighbouring channels {@code prefix.*}; throws when there are none or others between. */
  public Block block(String prefix) {
    int first = -1;
    int last = -1;
    int count = 0;
    for (int i = 0; i < channels.size(); i++) {
      if (channels.get(i).name().startsWith(prefix + ".")) {
        first = first < 0 ? i : first;
        last = i;
        count++;
      }
    }
    if (count == 0 || last - first + 1 != count) {
      throw new IllegalArgumentException(
          name + " has no block " + prefix + ".*; it has " + channelNames());
    }
    return new Block(first, count);
  }

  /** A block of {@code size} unbounded channels {@code prefix.0 ..}. */
  public static List<Channel> block(String prefix, String unit, int size) {
    List<Channel> block = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      block.add(Channel.of(prefix + "." + i, unit));
    }
    return block;
  }

  private List<String> channelNames() {
    return channels.stream().map(Channel::name).toList();
  }
}
