package dev.tandem.safety.authority;

import dev.tandem.runtime.guard.Fault;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.runtime.time.Tick;

/**
 * A hold that outlasts a short one. A policy that misses a tick or two drives on by itself; one
 * that was kept from driving for longer must not surprise whoever has stepped up to the standing
 * arm, and put right what held it. Control thread.
 */
final class LongHold {
  /** As long as the policy stays silent after a person has let go (F32). */
  static final long SHORTEST_NANOS = 500_000_000;

  private boolean drove;
  private long freeNanos;
  private volatile Fault by = Fault.NONE;

  /**
   * Every tick in which the policy may drive, or a person does.
   *
   * @param hold what keeps the policy from driving; {@link Fault#NONE} when nothing does
   * @param human whether a person drives, who gives it back by letting go
   */
  @HotPath
  void follow(Tick tick, Fault hold, boolean human) {
    if (human || hold == Fault.NONE) {
      drove = true;
      freeNanos = tick.startNanos();
    } else if (by == Fault.NONE && drove && tick.startNanos() - freeNanos >= SHORTEST_NANOS) {
      by = hold;
    }
    if (human) {
      forget();
    }
  }

  /** Somebody has decided anew who drives. */
  @HotPath
  void end() {
    drove = false;
    forget();
  }

  @HotPath
  private void forget() {
    if (by != Fault.NONE) {
      by = Fault.NONE;
    }
  }

  /** What held the policy for so long; {@link Fault#NONE} while none did. Any thread. */
  @HotPath
  Fault by() {
    return by;
  }
}
