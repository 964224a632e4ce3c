package dev.tandem.safety.filter;

import dev.tandem.runtime.act.ActionFilter;
import dev.tandem.runtime.act.Verdict;
import dev.tandem.runtime.model.JointState;
import dev.tandem.runtime.model.RobotModel;
import dev.tandem.runtime.signal.MutableAction;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.runtime.time.Tick;
import java.util.List;

/**
 * Keeps the tool point plus the displacement {@code dx, dy, dz} inside a box. A displacement only
 * ever becomes shorter: a tool that is outside may stay or come back, and is not pushed.
 */
public final class WorkspaceBoxFilter implements ActionFilter {
  private final RobotModel model;
  private final JointState state;
  private final WorkspaceBox box;
  private final int[] channels = new int[3];
  private final double[] tool = new double[16];

  public WorkspaceBoxFilter(
      SignalSpec observation, SignalSpec action, RobotModel model, WorkspaceBox box) {
    this.model = model;
    this.state = new JointState(observation, model.joints());
    this.box = box;
    channels[0] = action.indexOf("dx");
    channels[1] = action.indexOf("dy");
    channels[2] = action.indexOf("dz");
  }

  @Override
  @HotPath
  public Verdict apply(Tick tick, Observation observation, MutableAction action) {
    state.read(observation);
    if (!state.isFinite() || action.firstNotFinite() >= 0) {
      action.zero();
      return Verdict.STOP;
    }
    model.update(state.q(), 0);
    model.toolInBase(tool);
    Verdict verdict = Verdict.PASSED;
    for (int axis = 0; axis < 3; axis++) {
      double wanted = action.get(channels[axis]);
      double allowed = allowed(axis, wanted);
      if (allowed != wanted) {
        action.set(channels[axis], allowed);
        action.limitedBy(2 * axis + (allowed < wanted ? 1 : 0));
        verdict = Verdict.MODIFIED;
      }
    }
    return verdict;
  }

  /** A wall for each end of each axis. */
  @Override
  public List<String> limitNames() {
    return List.of("x min", "x max", "y min", "y max", "z min", "z max");
  }

  @HotPath
  private double allowed(int axis, double wanted) {
    double at = tool[4 * axis + 3];
    double least = Math.min(0, box.minMetres()[axis] - at);
    double most = Math.max(0, box.maxMetres()[axis] - at);
    return Math.max(least, Math.min(most, wanted));
  }
}
