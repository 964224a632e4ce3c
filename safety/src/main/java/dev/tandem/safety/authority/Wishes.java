package dev.tandem.safety.authority;

import dev.tandem.runtime.time.HotPath;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;

/**
 * What all who may ask have asked for, from any thread, and the control thread takes one a tick, in
 * the order in which it was asked for. A stop waits for nothing, what withholds takes back what was
 * asked for before it and is no stop, and reduced speed stands until it is withdrawn.
 */
final class Wishes {
  private static final AtomicReferenceFieldUpdater<Wishes, Waiting> WAITING =
      AtomicReferenceFieldUpdater.newUpdater(Wishes.class, Waiting.class, "waiting");

  private volatile Waiting waiting = Waiting.NOBODY;
  private volatile boolean reduced;

  /**
   * Puts it to the control thread.
   *
   * @param asked and not told to anybody else yet
   * @param recorded done once it waits, or does not, and before anybody is told
   * @return the one that stands for it
   */
  Asked ask(Asked asked, Runnable recorded) {
    Waiting before = waiting;
    Waiting after = before.with(asked);
    while (!WAITING.compareAndSet(this, before, after)) {
      before = waiting;
      after = before.with(asked);
    }
    before.overtakenIn(after);
    recorded.run();
    if (after.has(asked)) {
      return asked;
    }
    Asked other = after.standingFor(asked.request());
    if (other == Asked.NOTHING) {
      asked.dropped(Asked.State.TOO_MANY);
      return asked;
    }
    return other;
  }

  void reduce(boolean wanted) {
    reduced = wanted;
  }

  @HotPath
  boolean wantsReducedSpeed() {
    return reduced;
  }

  /** Whose turn it is; tries again only when somebody asks at the same moment. */
  @HotPath
  Asked take() {
    Waiting now = waiting;
    while (!now.isEmpty() && !WAITING.compareAndSet(this, now, now.rest())) {
      now = waiting;
    }
    return now.first();
  }

  /** Nothing was asked for. */
  void forget() {
    waiting = Waiting.NOBODY;
  }
}
