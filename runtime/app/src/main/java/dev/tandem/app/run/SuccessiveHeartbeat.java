package dev.tandem.app.run;

import dev.tandem.runtime.guard.Heartbeat;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.safety.watchdog.PageException;
import dev.tandem.safety.watchdog.RuntimeHeartbeat;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A run's heartbeat, which goes over from a watchdog's file to the one that has taken its place.
 * The control thread beats in the newest; another one makes it, and none is closed before the end,
 * for a beat may still be under way in it.
 */
final class SuccessiveHeartbeat implements Heartbeat, AutoCloseable {
  private final RandomGenerator random;
  private final List<RuntimeHeartbeat> all = new ArrayList<>();
  private volatile RuntimeHeartbeat newest;

  SuccessiveHeartbeat(RuntimeHeartbeat first, RandomGenerator random) {
    this.newest = first;
    this.random = random;
    all.add(first);
  }

  @Override
  @HotPath
  public Pulse beat(long nowNanos) {
    return newest.beat(nowNanos);
  }

  /** The one in which the run beats now. Any thread. */
  RuntimeHeartbeat newest() {
    return newest;
  }

  /** Throws {@link PageException} where there is none to go over to; all is then as before. */
  void goOver() {
    RuntimeHeartbeat next = newest.successor(random);
    all.add(next);
    newest = next;
  }

  /** Takes leave of the watchdog of now. */
  void leave() {
    newest.leave();
  }

  @Override
  public void close() {
    all.forEach(RuntimeHeartbeat::close);
  }
}
