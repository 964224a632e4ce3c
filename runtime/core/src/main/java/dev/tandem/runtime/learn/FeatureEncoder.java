package dev.tandem.runtime.learn;

import dev.tandem.runtime.signal.Channel;
import dev.tandem.runtime.signal.Observation;
import java.util.List;

/**
 * Picks, differences and scales what a policy sees of an observation, most to values of about [-1,
 * 1], where nothing else keeps them. Called by the control thread and by the recorder, so it keeps
 * no state.
 */
public interface FeatureEncoder {
  /** One name a feature, in order; written to the journal and checked against checkpoints. */
  List<String> names();

  /** Writes {@code names().size()} features to {@code features}. Allocates nothing. */
  void encode(Observation observation, float[] features);

  default int size() {
    return names().size();
  }

  /** The same with unit and bounds, for who shall be told; without both unless it has some. */
  default List<Channel> channels() {
    return names().stream().map(name -> Channel.of(name, "1")).toList();
  }
}
