package dev.tandem.app.run;

import dev.tandem.safety.authority.Asked;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;

/**
 * Tells a person what came of everything that was asked for, in the order in which it was. One
 * thread asks, another tells; neither waits.
 */
final class Answers {
  /** That are not told yet. */
  static final int MOST = 100;

  private final BlockingQueue<Said> untold = new ArrayBlockingQueue<>(MOST);
  private final Consumer<String> say;
  private Optional<Asked> last = Optional.empty();
  private boolean saidNotReady;

  /** A wish, as it was said and as it was asked. */
  private record Said(Wish wish, Asked asked) {}

  Answers(Consumer<String> say) {
    this.say = say;
  }

  /** There will be one to this, but to the same again at once only one. The person's thread. */
  void expect(Wish wish, Asked asked) {
    if (asked.state() == Asked.State.TOO_MANY) {
      say.accept(wish.word() + ": too much was said at once, nothing comes of it; say it again");
      return;
    }
    boolean same = last.equals(Optional.of(asked));
    last = Optional.of(asked);
    if (!same && !untold.offer(new Said(wish, asked))) {
      say.accept(wish.word() + ": heard; too much was said at once to answer it");
    }
  }

  /** Whether the control thread has still to hear something. Any thread. */
  boolean isExpected() {
    return untold.stream().anyMatch(said -> said.asked().state() == Asked.State.WAITS);
  }

  /**
   * All that there are. One thread, beside the loop.
   *
   * @param ready whether the loop ticks
   * @param startsByItself whether nobody needs to say go
   */
  void tell(boolean ready, boolean startsByItself) {
    Said next = untold.peek();
    while (next != null && next.asked().state() != Asked.State.WAITS) {
      say.accept(next.wish().answer(next.asked(), startsByItself));
      untold.remove();
      next = untold.peek();
    }
    if (next != null && !ready && !saidNotReady) {
      saidNotReady = true;
      say.accept(next.wish().word() + ": the run is not ready yet, answered when it is");
    }
  }

  /** The same of the last ones, once the loop has ended: what still waits has waited in vain. */
  void tellLast() {
    for (Said last = untold.poll(); last != null; last = untold.poll()) {
      boolean waits = last.asked().state() == Asked.State.WAITS;
      say.accept(
          waits
              ? last.wish().word() + ": nothing came of it, the run has ended"
              : last.wish().answer(last.asked(), false));
    }
  }
}
