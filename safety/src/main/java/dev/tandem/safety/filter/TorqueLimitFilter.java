package dev.tandem.safety.filter;

import dev.tandem.runtime.act.SafetyFilter;
import dev.tandem.runtime.act.Verdict;
import dev.tandem.runtime.model.JointState;
import dev.tandem.runtime.model.RobotModel;
import dev.tandem.runtime.signal.Block;
import dev.tandem.runtime.signal.Channel;
import dev.tandem.runtime.signal.Command;
import dev.tandem.runtime.signal.MutableCommand;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.runtime.time.Tick;
import java.util.List;

/**
 * Keeps every channel of a command within its spec's bounds, and {@code tau} within the joints'
 * torque limits as well.
 */
public final class TorqueLimitFilter implements SafetyFilter {
  private final List<String> names;
  private final double[] min;
  private final double[] max;

  public TorqueLimitFilter(SignalSpec command, RobotModel model) {
    this.names = command.channels().stream().map(Channel::name).toList();
    this.min = command.channels().stream().mapToDouble(Channel::min).toArray();
    this.max = command.channels().stream().mapToDouble(Channel::max).toArray();
    Block torques = JointState.block(command, "tau", model.joints());
    for (int joint = 0; joint < model.joints(); joint++) {
      int i = torques.offset() + joint;
      min[i] = Math.max(min[i], -model.limits(joint).maxTorqueNm());
      max[i] = Math.min(max[i], model.limits(joint).maxTorqueNm());
      if (!(min[i] < 0 && max[i] > 0)) {
        throw new IllegalArgumentException(
            command.name()
                + ": torques of both signs must be allowed in "
                + command.channel(i).name()
                + ", got "
                + min[i]
                + " to "
                + max[i]
                + " Nm");
      }
    }
  }

  @Override
  @HotPath
  public Verdict apply(
      Tick tick, Observation observation, Command lastApplied, MutableCommand command) {
    Verdict verdict = Verdict.PASSED;
    for (int i = 0; i < min.length; i++) {
      double wanted = command.get(i);
      if (Double.isNaN(wanted)) {
        command.limitedBy(i);
        return Verdict.STOP;
      }
      double allowed = Math.max(min[i], Math.min(max[i], wanted));
      if (allowed != wanted) {
        command.set(i, allowed);
        command.limitedBy(i);
        verdict = Verdict.MODIFIED;
      }
    }
    return verdict;
  }

  /** A limit is called like its channel. */
  @Override
  public List<String> limitNames() {
    return names;
  }
}
