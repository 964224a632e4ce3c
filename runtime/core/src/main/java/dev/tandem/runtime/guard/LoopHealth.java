package dev.tandem.runtime.guard;

import dev.tandem.runtime.signal.Command;
import dev.tandem.runtime.time.HotPath;

/**
 * What the loop knows of itself at the beginning of a tick, for its monitors; preallocated, written
 * by the loop, read by nobody else than the control thread.
 */
public final class LoopHealth {
  /** {@link #commandRefusedBy} when the gate refused nothing. */
  public static final int NOBODY = Integer.MIN_VALUE;

  /** The mode of the last tick. */
  public Mode mode = Mode.OFF;

  /** Index of the first sensor with a device fault in this tick, or -1. */
  public int faultySensor = -1;

  /** Index of the sensor that has had nothing new for longest, or -1 when all have in this tick. */
  public int staleSensor = -1;

  /** For how long that sensor has had nothing new; 0 when all have. */
  public long staleNanos;

  /** Index of the first observation channel that is not finite in this tick, or -1. */
  public int badChannel = -1;

  /** What that channel, or else the last unusable action, held. */
  public double badValue;

  /** Decisions in a row whose action was not finite or refused by an action filter. */
  public int unusableActions;

  /** Index of the action's first value that was not finite in the last decision, or -1. */
  public int badAction = -1;

  /** Index of the action filter that refused in the last decision, or -1. */
  public int actionRefusedBy = -1;

  /** Bit i is set while an action is held that action filter i changed. */
  public long modifiedActionMask;

  /** What the safety gate's latched stop came from, see {@code SafetyGate.stoppedBy}. */
  public int commandRefusedBy = NOBODY;

  /** Which of that filter's limits acted, see {@code SafetyFilter.limitNames}. */
  public long commandRefusedLimits;

  /** True when the last write failed. */
  public boolean actuatorFault;

  /** Age of the action that is held. */
  public long actionAgeNanos;

  /** Duration of the last tick, from its beginning to its record. */
  public long lastExecutionNanos;

  /** Ticks that were skipped just before this one. */
  public long skippedTicks;

  /** By how much this tick began after its deadline. */
  public long latenessNanos;

  /** Records that the ring had no room for, since the start. */
  public long lostRecords;

  /** True when the person wants to drive. */
  public boolean humanDrives;

  /** True when the person's device is silent. */
  public boolean humanLost;

  /**
   * Notes that the gate refused {@code proposed}.
   *
   * @param limits of that filter, which made it refuse
   */
  @HotPath
  public void refused(int by, long limits, Command proposed) {
    commandRefusedBy = by;
    commandRefusedLimits = limits;
    badValue = 0;
    for (int i = proposed.size() - 1; i >= 0; i--) {
      badValue = Double.isFinite(proposed.get(i)) ? badValue : proposed.get(i);
    }
  }
}
