package dev.tandem.simbridge.task;

import dev.tandem.runtime.learn.FeatureEncoder;
import dev.tandem.runtime.signal.Block;
import dev.tandem.runtime.signal.Channel;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.HotPath;
import java.util.ArrayList;
import java.util.List;

/**
 * Channels under the names, in the order and in the units in which somebody published them: nothing
 * is shifted, and nothing scaled but for a unit. What is added first comes first.
 */
final class PublishedNumbers implements FeatureEncoder {
  private final SignalSpec observation;
  private final List<Told> all = new ArrayList<>();

  /** A channel, times how many of its published units make one of ours. */
  private record Told(Channel as, int channel, double unitsPerOurs) {
    @HotPath
    float of(Observation seen) {
      return (float) (seen.get(channel) * unitsPerOurs);
    }
  }

  PublishedNumbers(SignalSpec observation) {
    this.observation = observation;
  }

  /** Adds a block of channels as {@code name.first} and so on; unbounded, as those they are of. */
  PublishedNumbers block(String block, String name, int first) {
    Block its = observation.block(block);
    for (int i = 0; i < its.size(); i++) {
      int channel = its.offset() + i;
      String unit = observation.channel(channel).unit();
      all.add(new Told(Channel.of(name + "." + (first + i), unit), channel, 1));
    }
    return this;
  }

  /** Adds one channel. */
  PublishedNumbers channel(String channel, String name, double unitsPerOurs) {
    Channel as = Channel.of(name, "1");
    all.add(new Told(as, observation.indexOf(channel), unitsPerOurs));
    return this;
  }

  @Override
  public List<Channel> channels() {
    return all.stream().map(Told::as).toList();
  }

  @Override
  public List<String> names() {
    return channels().stream().map(Channel::name).toList();
  }

  @Override
  public int size() {
    return all.size();
  }

  @Override
  @HotPath
  public void encode(Observation seen, float[] to) {
    for (int i = 0; i < all.size(); i++) {
      to[i] = all.get(i).of(seen);
    }
  }
}
