package dev.tandem.runtime.decide;

import dev.tandem.runtime.signal.MutableAction;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.signal.Signal;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.Clock;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.runtime.time.Tick;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The newest action of a policy that thinks on a thread of its own, behind which the control thread
 * never waits. Three preallocated places: one is written, one is read, and the third changes hands
 * by an atomic exchange; no lock. One thread offers, one thread acts.
 *
 * <p>An action that is older than the newest, comes twice, or is stamped later than it arrives is
 * dropped and counted, and the newest stands. Before the first one the action is zero.
 */
public final class ActionSlot implements Policy {
  /** {@link #newestNanos} before the first action. */
  public static final long NEVER = Long.MIN_VALUE;

  private static final int FRESH = 4;

  private final Clock clock;
  private final Place[] places = new Place[3];
  private final AtomicInteger between = new AtomicInteger(1);
  private int written;
  private int read = 2;
  private long lastSequence = Long.MIN_VALUE;
  private long lastStampNanos = NEVER;
  private long droppedSoFar;
  private volatile long dropped;
  private volatile long newestNanos = NEVER;
  private volatile boolean ended;

  /**
   * A slot without an action.
   *
   * @param clock the loop's, on which actions arrive
   */
  public ActionSlot(SignalSpec action, Clock clock) {
    this.clock = clock;
    for (int i = 0; i < places.length; i++) {
      places[i] = new Place(new MutableAction(action));
    }
  }

  /**
   * Hands an action over, as a copy. The offering thread alone.
   *
   * @param sequence grows with every action of this policy
   * @param stampNanos when it was decided, on the loop's clock
   * @param version of the policy that decided it
   * @return false when it was dropped
   */
  @HotPath
  public boolean offer(long sequence, long stampNanos, long version, Signal action) {
    boolean late = sequence <= lastSequence || stampNanos < lastStampNanos;
    if (late || stampNanos > clock.nanoTime()) {
      droppedSoFar++;
      dropped = droppedSoFar;
      return false;
    }
    lastSequence = sequence;
    lastStampNanos = stampNanos;
    places[written].set(stampNanos, version, action);
    written = between.getAndSet(written | FRESH) & ~FRESH;
    newestNanos = stampNanos;
    ended = false;
    return true;
  }

  /** The policy's process has ended, or its connection is closed: no more until the next action. */
  public void end() {
    ended = true;
  }

  /** True from {@link #end} to the next action. Any thread. */
  @HotPath
  public boolean isEnded() {
    return ended;
  }

  @Override
  @HotPath
  public void act(Tick tick, Observation observation, MutableAction action) {
    if ((between.get() & FRESH) != 0) {
      read = between.getAndSet(read) & ~FRESH;
    }
    action.copyFrom(places[read].action);
  }

  /** Of the action that {@link #act} gave last; {@link #NEVER} cannot be told from very old. */
  @Override
  @HotPath
  public long decidedNanos(Tick tick) {
    return places[read].stampNanos;
  }

  @Override
  @HotPath
  public long version() {
    return places[read].version;
  }

  /** When the newest action was decided, acted on or not. Any thread. */
  @HotPath
  public long newestNanos() {
    return newestNanos;
  }

  /** Actions that came twice, out of order or from the future. Any thread. */
  @HotPath
  public long droppedActions() {
    return dropped;
  }

  private static final class Place {
    final MutableAction action;
    long stampNanos = Long.MIN_VALUE / 2;
    long version;

    Place(MutableAction action) {
      this.action = action;
    }

    @HotPath
    void set(long decidedNanos, long by, Signal wanted) {
      stampNanos = decidedNanos;
      version = by;
      action.copyFrom(wanted);
    }
  }
}
