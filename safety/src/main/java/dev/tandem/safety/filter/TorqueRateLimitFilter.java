package dev.tandem.safety.filter;

import dev.tandem.runtime.act.SafetyFilter;
import dev.tandem.runtime.act.Verdict;
import dev.tandem.runtime.model.JointState;
import dev.tandem.runtime.model.RobotModel;
import dev.tandem.runtime.signal.Block;
import dev.tandem.runtime.signal.Command;
import dev.tandem.runtime.signal.MutableCommand;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.runtime.time.Tick;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Limits how fast a joint torque changes, from what the drives were sent in the tick before, so
 * that one bad step cannot shock a gearbox.
 *
 * <p>After a stop the drives' brakes hold the arm and the last torque is zero, which is no place to
 * start from: the arm would fall while the torque climbs. So when all last torques are exactly zero
 * the change counts from the torque that balances gravity at the measured posture, which moves
 * nothing; a controller that starts bumplessly passes, one that does not climbs from there.
 *
 * <p>A command with power that is all zero would be taken for none in the next tick, and its torque
 * counted from elsewhere; so one of its torques becomes the smallest number there is.
 */
public final class TorqueRateLimitFilter implements SafetyFilter {
  private final RobotModel model;
  private final JointState state;
  private final Block torques;
  private final double maxRateNmPerS;
  private final double[] from;
  private final double[] motionless;

  public TorqueRateLimitFilter(
      SignalSpec observation, SignalSpec command, RobotModel model, double maxRateNmPerS) {
    if (!(maxRateNmPerS > 0)) {
      throw new IllegalArgumentException("maxRateNmPerS must be > 0, got " + maxRateNmPerS);
    }
    this.model = model;
    this.state = new JointState(observation, model.joints());
    this.torques = JointState.block(command, "tau", model.joints());
    this.maxRateNmPerS = maxRateNmPerS;
    this.from = new double[model.joints()];
    this.motionless = new double[model.joints()];
  }

  @Override
  @HotPath
  public Verdict apply(
      Tick tick, Observation observation, Command lastApplied, MutableCommand command) {
    double maxStepNm = maxRateNmPerS * tick.periodNanos() * 1e-9;
    start(observation, lastApplied);
    Verdict verdict = Verdict.PASSED;
    for (int joint = 0; joint < from.length; joint++) {
      int i = torques.offset() + joint;
      double wanted = command.get(i);
      double allowed = Math.max(from[joint] - maxStepNm, Math.min(from[joint] + maxStepNm, wanted));
      if (Double.isNaN(allowed)) {
        command.limitedBy(joint);
        return Verdict.STOP;
      }
      if (allowed != wanted) {
        command.set(i, allowed);
        command.limitedBy(joint);
        verdict = Verdict.MODIFIED;
      }
    }
    return isNone(command) ? markAsDriven(command) : verdict;
  }

  @HotPath
  private Verdict markAsDriven(MutableCommand command) {
    command.set(torques.offset(), Double.MIN_VALUE);
    return Verdict.MODIFIED;
  }

  @HotPath
  private boolean isNone(Command command) {
    boolean none = true;
    for (int joint = 0; joint < from.length; joint++) {
      none &= command.get(torques.offset() + joint) == 0;
    }
    return none;
  }

  /** Joints count from 1. */
  @Override
  public List<String> limitNames() {
    return IntStream.rangeClosed(1, from.length)
        .mapToObj(j -> "joint " + j + " torque rate")
        .toList();
  }

  @HotPath
  private void start(Observation observation, Command lastApplied) {
    for (int joint = 0; joint < from.length; joint++) {
      from[joint] = lastApplied.get(torques.offset() + joint);
    }
    if (isNone(lastApplied)) {
      state.read(observation);
      model.update(state.q(), 0);
      model.biasTorque(motionless, 0, from);
    }
  }
}
