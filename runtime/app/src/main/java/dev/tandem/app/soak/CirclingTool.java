package dev.tandem.app.soak;

import dev.tandem.runtime.model.RobotModel;
import dev.tandem.runtime.signal.Block;
import dev.tandem.runtime.signal.MutableAction;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.signal.SignalSpec;

/**
 * Where a soak's policy wants the tool: round a circle in the middle of the arm's workspace, turned
 * to and fro about all three axes, from how it was turned at first. By where the arm truly is: the
 * policy is no victim of what its sensors say.
 */
final class CirclingTool {
  private static final double[] MIDDLE_METRES = {0.5, 0, 0.25};
  private static final double RADIUS_METRES = 0.1;
  private static final double RAD_PER_S = 1.5;
  private static final double MOST_STEP_METRES = 0.03;

  /** Faster together than the set point may turn, so that it does so at its limits. */
  private static final double TURN_RAD = 0.35;

  private static final double[] TURNS_RAD_PER_S = {2.3, 1.9, 2.9};
  private static final double MOST_TURN_RAD = 0.2;

  private final RobotModel model;
  private final Block tool;
  private final Block joints;
  private final double[] q;
  private final double[] pose = new double[16];
  private final double[] first = new double[16];
  private boolean begun;

  /**
   * @param observation with {@link TrueState}
   * @param model of its own
   */
  CirclingTool(SignalSpec observation, RobotModel model) {
    this.model = model;
    this.tool = observation.block(TrueState.PREFIX + "tool");
    this.joints = observation.block(TrueState.PREFIX + "q");
    this.q = new double[joints.size()];
  }

  /** The way there in base axes: metres, then a rotation vector in rad. */
  void aim(Observation seen, double seconds, MutableAction action) {
    look(seen);
    double onCircleRad = RAD_PER_S * seconds;
    double[] off = {
      RADIUS_METRES * Math.cos(onCircleRad), RADIUS_METRES * Math.sin(onCircleRad), 0
    };
    for (int axis = 0; axis < 3; axis++) {
      double way = MIDDLE_METRES[axis] + off[axis] - seen.get(tool.offset() + axis);
      action.set(axis, Math.clamp(way, -MOST_STEP_METRES, MOST_STEP_METRES));
      double wanted = TURN_RAD * Math.sin(TURNS_RAD_PER_S[axis] * seconds);
      double turn = wanted + back(axis);
      action.set(3 + axis, Math.clamp(turn, -MOST_TURN_RAD, MOST_TURN_RAD));
    }
  }

  private void look(Observation seen) {
    for (int i = 0; i < q.length; i++) {
      q[i] = seen.get(joints.offset() + i);
    }
    model.update(q, 0);
    model.toolInBase(pose);
    if (!begun) {
      System.arraycopy(pose, 0, first, 0, pose.length);
      begun = true;
    }
  }

  /**
   * About one axis, how far it is turned from how it was at first; half the sum of columns' ways.
   */
  private double back(int axis) {
    int next = (axis + 1) % 3;
    int last = (axis + 2) % 3;
    double sum = 0;
    for (int column = 0; column < 3; column++) {
      sum += pose[4 * next + column] * first[4 * last + column];
      sum -= pose[4 * last + column] * first[4 * next + column];
    }
    return sum / 2;
  }
}
