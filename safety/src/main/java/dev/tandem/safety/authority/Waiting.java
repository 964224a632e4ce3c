package dev.tandem.safety.authority;

import dev.tandem.runtime.time.HotPath;

/**
 * Wishes that wait for the control thread, the next one first. Nothing in it ever changes: who asks
 * makes a new one, and who takes the first away finds the rest there, without an allocation. At
 * most one stop waits, always first.
 */
final class Waiting {
  /** Each for a tick of its own. */
  static final int MOST = 8;

  static final Waiting NOBODY = new Waiting();

  private final Asked first;
  private final Waiting rest;
  private final int size;

  private Waiting() {
    this.first = Asked.NOTHING;
    this.rest = this;
    this.size = 0;
  }

  private Waiting(Asked first, Waiting rest) {
    this.first = first;
    this.rest = rest;
    this.size = rest.size + 1;
  }

  @HotPath
  boolean isEmpty() {
    return size == 0;
  }

  @HotPath
  Asked first() {
    return first;
  }

  @HotPath
  Waiting rest() {
    return rest;
  }

  /**
   * With one more, and without what it takes back. The same where another stands for it, or too
   * many wait; what withholds is never one too many.
   */
  Waiting with(Asked asked) {
    Request request = asked.request();
    if (last().request() == request) {
      return this;
    }
    if (!request.withholds()) {
      return size < MOST ? append(asked) : this;
    }
    Waiting kept = without(request);
    if (kept.standingFor(request) != Asked.NOTHING) {
      return kept;
    }
    return request.stops() ? new Waiting(asked, kept) : kept.append(asked);
  }

  private Waiting without(Request later) {
    if (isEmpty()) {
      return this;
    }
    Waiting others = rest.without(later);
    return later.takesBack(first.request()) ? others : new Waiting(first, others);
  }

  /** The one that waits and is as good as this; {@link Asked#NOTHING} when none is. */
  Asked standingFor(Request request) {
    if (last().request() == request) {
      return last();
    }
    return request.stops() && first.request().stops() ? first : Asked.NOTHING;
  }

  /** Tells whoever waits here, and no more there, that its turn will not come. */
  void overtakenIn(Waiting later) {
    if (size > 0) {
      if (!later.has(first)) {
        first.dropped(Asked.State.OVERTAKEN);
      }
      rest.overtakenIn(later);
    }
  }

  boolean has(Asked asked) {
    return size > 0 && (first == asked || rest.has(asked));
  }

  private Asked last() {
    return size <= 1 ? first : rest.last();
  }

  private Waiting append(Asked asked) {
    return isEmpty() ? new Waiting(asked, NOBODY) : new Waiting(first, rest.append(asked));
  }
}
