package dev.tandem.app.bench;

import dev.tandem.policies.nn.PolicySpaces;
import dev.tandem.runtime.learn.FeatureEncoder;
import dev.tandem.runtime.signal.Channel;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.HotPath;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Spaces of a given size whose features are the observation's first channels. */
final class BenchSpaces {
  private BenchSpaces() {}

  static PolicySpaces of(int features, int actions) {
    List<String> names = IntStream.range(0, features).mapToObj(i -> "feature_" + i).toList();
    FeatureEncoder encoder =
        new FeatureEncoder() {
          @Override
          public List<String> names() {
            return names;
          }

          @Override
          @HotPath
          public void encode(Observation observation, float[] to) {
            for (int i = 0; i < to.length; i++) {
              to[i] = (float) observation.get(i);
            }
          }
        };
    List<Channel> channels = new ArrayList<>();
    for (int i = 0; i < actions; i++) {
      channels.add(new Channel("action." + i, "1", -1, 1));
    }
    return new PolicySpaces(encoder, new SignalSpec("bench action", channels));
  }
}
