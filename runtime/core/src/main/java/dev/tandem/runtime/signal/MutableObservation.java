package dev.tandem.runtime.signal;

import java.util.List;

/** The single-writer form of {@link Observation}; sensors write it, everybody else reads. */
public final class MutableObservation extends SignalArray implements Observation {
  private final MutableImage[] images;

  public MutableObservation(SignalSpec spec) {
    this(spec, List.of());
  }

  public MutableObservation(SignalSpec spec, List<ImageSpec> images) {
    super(spec);
    this.images = images.stream().map(MutableImage::new).toArray(MutableImage[]::new);
  }

  @Override
  public int imageCount() {
    return images.length;
  }

  @Override
  public MutableImage image(int slot) {
    return images[slot];
  }
}
