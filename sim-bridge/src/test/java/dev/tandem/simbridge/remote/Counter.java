package dev.tandem.simbridge.remote;

import dev.tandem.runtime.act.Verdict;
import dev.tandem.runtime.signal.Channel;
import dev.tandem.runtime.signal.SignalSpec;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Adds what it is told to the seed, three times an episode; throws when told 13. */
final class Counter implements Environment {
  private final AtomicInteger open;
  private double sum;
  private int steps;

  /** Counts itself among the open ones. */
  Counter(AtomicInteger open) {
    this.open = open;
    open.incrementAndGet();
  }

  @Override
  public Message.Spec spec() {
    SignalSpec action = new SignalSpec("action", List.of(new Channel("more", "1", -1, 1)));
    SignalSpec observation = new SignalSpec("observation", List.of(Channel.of("sum", "1")));
    return new Message.Spec(Role.TASK, "count", "none", observation, action, 0.5, 3);
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
