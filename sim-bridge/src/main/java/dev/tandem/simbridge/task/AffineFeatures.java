package dev.tandem.simbridge.task;

import dev.tandem.runtime.learn.FeatureEncoder;
import dev.tandem.runtime.signal.Block;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.HotPath;
import java.util.ArrayList;
import java.util.List;

/**
 * Channels as a network likes them, about nought and scaled to about one, by an affine map that can
 * be undone: nothing is squashed. What is added first comes first.
 */
final class AffineFeatures implements FeatureEncoder {
  private final SignalSpec observation;
  private final List<Feature> features = new ArrayList<>();

  /** A channel less another, or less a number, in units of {@code scale}. */
  private record Feature(String name, int channel, int less, double middle, double scale) {
    private static final int NONE = -1;

    @HotPath
    double of(Observation observation) {
      double from = less == NONE ? middle : observation.get(less);
      return (observation.get(channel) - from) / scale;
    }
  }

  AffineFeatures(SignalSpec observation) {
    this.observation = observation;
  }

  /** Adds one channel less a number, in units of {@code scale}. */
  void channel(String name, double middle, double scale) {
    features.add(new Feature(name, observation.indexOf(name), Feature.NONE, middle, scale));
  }

  /** Adds a block of channels in units of {@code scale}. */
  void block(String name, double scale) {
    about(name, new double[observation.block(name).size()], scale);
  }

  /** Adds the first channels of a block, each less its middle, in units of {@code scale}. */
  void about(String name, double[] middle, double scale) {
    Block block = observation.block(name);
    for (int i = 0; i < middle.length; i++) {
      channel(observation.channel(block.offset() + i).name(), middle[i], scale);
    }
  }

  /** Adds {@code to_NAME}: a block seen from the tool, in units of {@code scale}. */
  void fromTool(String name, double scale) {
    Block block = observation.block(name);
    Block tool = observation.block("tool");
    for (int i = 0; i < block.size(); i++) {
      String seen = "to_" + observation.channel(block.offset() + i).name();
      features.add(new Feature(seen, block.offset() + i, tool.offset() + i, 0, scale));
    }
  }

  @Override
  public List<String> names() {
    return features.stream().map(Feature::name).toList();
  }

  @Override
  @HotPath
  public void encode(Observation seen, float[] to) {
    for (int i = 0; i < features.size(); i++) {
      to[i] = (float) features.get(i).of(seen);
    }
  }
}
