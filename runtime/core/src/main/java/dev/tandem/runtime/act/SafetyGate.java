package dev.tandem.runtime.act;

import dev.tandem.runtime.signal.Command;
import dev.tandem.runtime.signal.MutableCommand;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.runtime.time.Tick;
import java.util.Arrays;
import java.util.List;

/**
 * The only way from a proposed command to an actuator: runs every filter in order, with a check for
 * finite values around each; the worst verdict wins.
 *
 * <p>A stop latches: every later command is refused, whatever it is, until {@link #release}.
 */
public final class SafetyGate {
  /** {@link #stoppedBy()} when a value that is not finite came from the controller. */
  public static final int NOT_FINITE = -1;

  /** {@link #stoppedBy()} when somebody outside the chain asked for the stop. */
  public static final int REQUESTED = -2;

  private static final int NOBODY = Integer.MIN_VALUE;

  private final SafetyFilter[] filters;
  private final MutableCommand scratch;
  private final SafeCommand approved;
  private Verdict verdict = Verdict.PASSED;
  private final LimitMasks limits = new LimitMasks();
  private long modifiedMask;
  private int stoppedBy = NOBODY;
  private boolean commands;

  public SafetyGate(SignalSpec spec, List<SafetyFilter> filters) {
    if (filters.isEmpty() || filters.size() > Long.SIZE) {
      throw new IllegalArgumentException(
          "a gate needs 1 to " + Long.SIZE + " safety filters, got " + filters.size());
    }
    this.filters = filters.toArray(SafetyFilter[]::new);
    this.scratch = new MutableCommand(spec);
    this.approved = new SafeCommand(spec);
  }

  /**
   * Returns the approved command, valid until the next call; all zero, and not to be written, when
   * {@link #verdict()} is STOP.
   */
  @HotPath
  public SafeCommand pass(Tick tick, Observation observation, Command proposed) {
    scratch.copyFrom(proposed);
    forgetChanges();
    verdict = isStopped() ? Verdict.STOP : judge(tick, observation);
    commands = verdict != Verdict.STOP;
    if (commands) {
      approved.set(scratch);
    } else {
      approved.zero();
    }
    return approved;
  }

  /**
   * The command that was approved last, once more, if it {@link #hasCommand}; nothing is checked
   * again.
   */
  @HotPath
  public SafeCommand repeat() {
    forgetChanges();
    verdict = isStopped() ? Verdict.STOP : Verdict.MODIFIED;
    return approved;
  }

  /**
   * Whether there is a command that drives may be sent: none after a stop, and none before the
   * first one for drives that were without power, which zero torque would let fall.
   */
  @HotPath
  public boolean hasCommand() {
    return commands;
  }

  /** No command for drives without power; the next one starts from zero. */
  @HotPath
  public SafeCommand withhold() {
    forgetChanges();
    verdict = Verdict.STOP;
    clear();
    return approved;
  }

  @HotPath
  private void forgetChanges() {
    modifiedMask = 0;
    limits.clear();
  }

  @HotPath
  private void clear() {
    commands = false;
    approved.zero();
  }

  @HotPath
  private Verdict judge(Tick tick, Observation observation) {
    Verdict worst = Verdict.PASSED;
    for (int i = 0; i < filters.length; i++) {
      if (scratch.firstNotFinite() >= 0) {
        return stop(i == 0 ? NOT_FINITE : i - 1);
      }
      Verdict of = filters[i].apply(tick, observation, approved, scratch);
      limits.set(i, scratch.takeLimits());
      if (of == Verdict.STOP) {
        return stop(i);
      }
      modifiedMask |= of == Verdict.MODIFIED ? 1L << i : 0;
      worst = worst.worse(of);
    }
    return scratch.firstNotFinite() >= 0 ? stop(filters.length - 1) : worst;
  }

  @HotPath
  private Verdict stop(int by) {
    stoppedBy = by;
    modifiedMask |= by >= 0 ? 1L << by : 0;
    return Verdict.STOP;
  }

  /** Stops from outside the chain, for example on a broken sensor; latches like any other stop. */
  @HotPath
  public void requestStop() {
    stoppedBy = isStopped() ? stoppedBy : REQUESTED;
    verdict = Verdict.STOP;
    clear();
  }

  /**
   * Ends a latched stop. A deliberate act of a person or of an episode reset, never of a filter.
   */
  public void release() {
    stoppedBy = NOBODY;
    verdict = Verdict.PASSED;
  }

  @HotPath
  public boolean isStopped() {
    return stoppedBy != NOBODY;
  }

  /** The index of the filter that stopped the robot, {@link #NOT_FINITE} or {@link #REQUESTED}. */
  public int stoppedBy() {
    return stoppedBy;
  }

  /** The worst verdict of the last command. */
  public Verdict verdict() {
    return verdict;
  }

  /** Bit i is set when filter i changed or refused the last command. */
  public long modifiedMask() {
    return modifiedMask;
  }

  /** Which limits of which filters acted on the last command. */
  @HotPath
  public LimitMasks limits() {
    return limits;
  }

  /** Names of each filter's limits, in the filters' order. */
  public List<List<String>> limitNames() {
    return Arrays.stream(filters).map(SafetyFilter::limitNames).toList();
  }

  /** Names of the filters, in order. */
  public List<String> filterNames() {
    return Arrays.stream(filters).map(SafetyFilter::name).toList();
  }

  /** What the drives were last sent; zero after a stop. */
  public SafeCommand lastApplied() {
    return approved;
  }
}
