package dev.tandem.simbridge.remote;

import dev.tandem.runtime.act.Verdict;
import dev.tandem.runtime.signal.Channel;
import dev.tandem.runtime.signal.ImageSpec;
import dev.tandem.runtime.signal.SignalSpec;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Adds what it is told to the seed, three times an episode; throws when told 13. */
final class Counter implements Environment {
  /** Larger than all else that a frame may have. */
  static final ImageSpec IMAGE = new ImageSpec("eye", 640, 600, 3);

  private final AtomicInteger open;
  private final List<Message.ImageOffer> images;
  private double sum;
  private int steps;

  /** Counts itself among the open ones. */
  Counter(AtomicInteger open, boolean shown) {
    this.open = open;
    this.images = shown ? List.of(new Message.ImageOffer(IMAGE, 2, 0)) : List.of();
    open.incrementAndGet();
  }

  @Override
  public Message.Spec spec() {
    return spec(images);
  }

  static Message.Spec spec(List<Message.ImageOffer> images) {
    SignalSpec action = new SignalSpec("action", List.of(new Channel("more", "1", -1, 1)));
    SignalSpec observation = new SignalSpec("observation", List.of(Channel.of("sum", "1")));
    return new Message.Spec(Role.TASK, "count", "none", observation, action, 0.5, 3).with(images);
  }

  /** As bright as the sum. */
  @Override
  public List<Message.Picture> pictures() {
    byte[] pixels = new byte[IMAGE.bytes()];
    Arrays.fill(pixels, (byte) sum);
    return List.of(new Message.Picture(0.5 * steps, pixels));
  }

  @Override
  public double[] reset(long seed) {
    steps = 0;
    sum = seed;
    return new double[] {sum};
  }

  @Override
  public Message.Outcome step(double[] action) {
    if (action[0] == 13) {
      throw new IllegalStateException("thirteen");
    }
    sum += action[0];
    steps++;
    return new Message.Outcome(
        new double[] {sum}, sum, false, steps == 3, false, Verdict.PASSED, 0.5 * steps, action, "");
  }

  @Override
  public void close() {
    open.decrementAndGet();
  }
}
