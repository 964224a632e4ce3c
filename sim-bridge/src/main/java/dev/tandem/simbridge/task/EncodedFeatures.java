package dev.tandem.simbridge.task;

import dev.tandem.runtime.learn.FeatureEncoder;
import dev.tandem.runtime.sense.ImageEncoder;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.time.HotPath;
import java.util.ArrayList;
import java.util.List;

/**
 * Features, then the numbers that an encoder makes of images, each named with its fingerprint, so
 * that a policy is not driven through another one.
 *
 * @param block of the channels that have the numbers
 * @param firstChannel of them
 */
record EncodedFeatures(
    FeatureEncoder own, String block, ImageEncoder encoder, int firstChannel, int size)
    implements FeatureEncoder {
  EncodedFeatures(FeatureEncoder own, String block, ImageEncoder encoder, int firstChannel) {
    this(own, block, encoder, firstChannel, own.size() + encoder.names().size());
  }

  @Override
  public List<String> names() {
    List<String> names = new ArrayList<>(own.names());
    for (String name : encoder.names()) {
      names.add(block + "." + name + "@" + encoder.fingerprint());
    }
    return names;
  }

  @Override
  @HotPath
  public void encode(Observation seen, float[] to) {
    own.encode(seen, to);
    int count = own.size();
    for (int i = count; i < size; i++) {
      to[i] = (float) seen.get(firstChannel + i - count);
    }
  }
}
