package dev.tandem.runtime.record;

import dev.tandem.runtime.act.LimitMasks;
import dev.tandem.runtime.act.Verdict;
import dev.tandem.runtime.decide.Origin;
import dev.tandem.runtime.guard.Mode;
import dev.tandem.runtime.signal.SignalSpec;

/**
 * Everything that one control tick knew and did; a preallocated slot of the ring. Written by the
 * control thread, read by the recorder.
 */
public final class TickRecord {
  public long tick;
  public long startNanos;
  public long latenessNanos;

  /** Ticks that the loop itself skipped just before this one. */
  public long skippedTicks;

  public long executionNanos;

  /** Episode and step that this tick belongs to. */
  public long episode;

  public int step;

  /** True in the first tick of a step: requested and applied action were decided here. */
  public boolean decided;

  /**
   * True in the tick after an episode's last step: nothing is decided here, its observation is the
   * next observation of that step.
   */
  public boolean episodeEnd;

  public Origin origin = Origin.FALLBACK;
  public Mode mode = Mode.ARMED;

  /** Bits of the faults that were seen, see {@code Fault.bit}. */
  public long faults;

  public Verdict verdict = Verdict.PASSED;

  /** Bit i is set when safety filter i changed or refused the command. */
  public long modifiedMask;

  /** Bit i is set when action filter i changed the action that is held. */
  public long modifiedActionMask;

  /** Which limits of the safety filters acted. */
  public final LimitMasks commandLimits = new LimitMasks();

  /** Which limits of the action filters acted on the action that is held. */
  public final LimitMasks actionLimits = new LimitMasks();

  public long policyVersion;

  public final double[] observation;
  public final double[] requestedAction;
  public final double[] appliedAction;
  public final double[] proposedCommand;
  public final double[] appliedCommand;

  /** When the images that this tick saw were taken, [image]; negative where there was none yet. */
  public long[] imageStamps = {};

  /** Numbers of {@link #setPoint}. */
  public static final int POSE = 12;

  /** Whether the controller pulled the tool somewhere; not while the arm brakes or is blind. */
  public boolean hasSetPoint;

  /** To where, if so: the first three rows of the pose, 4x4 in base axes. */
  public final double[] setPoint = new double[POSE];

  /** For a loop without images. */
  public TickRecord(SignalSpec observation, SignalSpec action, SignalSpec command) {
    this(observation, action, command, 0);
  }

  /** For a loop that sees so many images. */
  public TickRecord(SignalSpec observation, SignalSpec action, SignalSpec command, int images) {
    this(
        new double[observation.size()],
        new double[action.size()],
        new double[action.size()],
        new double[command.size()],
        new double[command.size()]);
    imageStamps = new long[images];
  }

  /** Takes the arrays over, as a journal's reader has them. */
  public TickRecord(
      double[] observation,
      double[] requestedAction,
      double[] appliedAction,
      double[] proposedCommand,
      double[] appliedCommand) {
    this.observation = observation;
    this.requestedAction = requestedAction;
    this.appliedAction = appliedAction;
    this.proposedCommand = proposedCommand;
    this.appliedCommand = appliedCommand;
  }
}
