package dev.tandem.safety.authority;

import dev.tandem.runtime.guard.Fault;
import dev.tandem.runtime.guard.Mode;
import dev.tandem.runtime.time.HotPath;

/**
 * What became of something that a person asked for. The control thread settles it, once; any thread
 * may look.
 */
public final class Asked {
  static final Asked NOTHING = new Asked(Request.NONE);

  private final Request request;
  private Mode before = Mode.OFF;
  private Mode after = Mode.OFF;
  private Fault objection = Fault.NONE;
  private long faults;
  private long waitNanos;
  private volatile State state = State.WAITS;

  /** How far it has come. */
  public enum State {
    /** For the control thread's next tick, or the one after: a wish a tick. */
    WAITS,
    /** By the control thread; granted or not, as {@link #before} and {@link #after} tell. */
    HEARD,
    /** A stop, or a wish that nobody drives, came after it and took its place. */
    OVERTAKEN,
    /** So many wait already that it was not even put to the control thread. */
    TOO_MANY
  }

  Asked(Request request) {
    this.request = request;
  }

  Request request() {
    return request;
  }

  /** Says so to whoever looks; nobody does at {@link #NOTHING}. */
  @HotPath
  void heard(Mode modeBefore, Mode modeAfter, Fault why, long seen, long forNanos) {
    if (this == NOTHING) {
      return;
    }
    before = modeBefore;
    after = modeAfter;
    objection = why;
    faults = seen;
    waitNanos = forNanos;
    state = State.HEARD;
  }

  /** Nobody will hear it. */
  void dropped(State why) {
    state = why;
  }

  public State state() {
    return state;
  }

  /** The mode in which it was heard. */
  public Mode before() {
    return before;
  }

  /** The mode of the tick that heard it. */
  public Mode after() {
    return after;
  }

  /**
   * What spoke against it when it was heard; {@link Fault#NONE} when nothing did, though the mode
   * may not have been one in which it can be granted.
   */
  public Fault objection() {
    return objection;
  }

  /** Bits of all faults that were seen in the tick that heard it, whatever the reaction. */
  public long faults() {
    return faults;
  }

  /** For how long the objection holds, where that is known (F42); else 0. */
  public long waitNanos() {
    return waitNanos;
  }
}
