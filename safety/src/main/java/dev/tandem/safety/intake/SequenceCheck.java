package dev.tandem.safety.intake;

import dev.tandem.runtime.time.HotPath;
import dev.tandem.runtime.time.Tick;

/**
 * Whether the drives' frames are numbered on: a number is new when it is larger than the last new
 * one, by no more than the ticks that have passed, and a few that drives and loop may differ by. So
 * one number that was spoilt on its way makes old ones of none that come after it. Control thread.
 */
public final class SequenceCheck {
  private static final long AHEAD = 5;

  private double newest;
  private long newestTick;
  private boolean started;

  /** The first finite one is new. */
  @HotPath
  public boolean isNew(Tick tick, double number) {
    boolean isNew = Double.isFinite(number) && (!started || isNext(tick, number));
    if (isNew) {
      begin(tick, number);
    }
    return isNew;
  }

  @HotPath
  private boolean isNext(Tick tick, double number) {
    double by = number - newest;
    return by > 0 && by <= tick.index() - newestTick + AHEAD;
  }

  /** Takes a number for new, whatever came before it. */
  @HotPath
  void begin(Tick tick, double number) {
    newest = number;
    newestTick = tick.index();
    started = true;
  }

  /** The next one is the first. */
  public void restart() {
    started = false;
  }
}
