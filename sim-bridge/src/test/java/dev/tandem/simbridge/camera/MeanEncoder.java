package dev.tandem.simbridge.camera;

import dev.tandem.runtime.sense.ImageEncoder;
import dev.tandem.runtime.signal.ImageSpec;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** Says how bright the first pixel of each picture is; can be held up, and can fail. */
public final class MeanEncoder implements ImageEncoder {
  final Semaphore mayEncode = new Semaphore(1 << 20);
  final AtomicInteger asked = new AtomicInteger();
  volatile boolean fails;

  private final List<ImageSpec> images;
  private final List<String> names;

  public MeanEncoder(List<ImageSpec> images, List<String> names) {
    this.images = images;
    this.names = names;
  }

  @Override
  public List<ImageSpec> images() {
    return images;
  }

  @Override
  public List<String> names() {
    return names;
  }

  @Override
  public String fingerprint() {
    return "0123456789ab";
  }

  @Override
  public void encode(byte[][] pixels, float[] numbers) {
    mayEncode.acquireUninterruptibly();
    if (fails) {
      throw new IllegalStateException("cannot see");
    }
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = pixels[i % pixels.length][0] & 0xff;
    }
    asked.incrementAndGet();
  }
}
