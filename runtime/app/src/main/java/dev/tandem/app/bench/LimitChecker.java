package dev.tandem.app.bench;

import dev.tandem.app.assembly.Rig;
import dev.tandem.app.robot.Robot;
import dev.tandem.runtime.model.JointLimits;
import dev.tandem.runtime.model.RobotModel;
import dev.tandem.runtime.record.TickRecord;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.safety.barrier.BarrierConfig;

/**
 * Looks at what the arm did and was told, with arithmetic of its own. It shares with the filters
 * the figures of the robot's file and the robot's model, asked for where links are (tests compare
 * them with a chain that is written down there), and for mass matrix and bias torque (tests compare
 * them with MuJoCo's); distances, differences, elimination and where the tool is, which the
 * simulator says, are not the filters'.
 *
 * <p>Accelerations that are asked of joints are the limit that gives way first when not all can be
 * kept: where none has to they are judged, elsewhere counted in a row of their own. Which of both
 * it is in a tick is the filters' word, and the only one that is believed.
 */
public final class LimitChecker {
  private static final double ROUNDING = 1e-9;
  private static final double DT_SECONDS = Rig.PERIOD_NANOS * 1e-9;

  private final BarrierConfig config;
  private final RobotModel model;
  private final SpaceChecker space;
  private final LimitTable.Row position;
  private final LimitTable.Row speed;
  private final AskedAcceleration asked;
  private final MeasuredAcceleration measured;
  private final LimitTable.Row torque;
  private final LimitTable.Row rate;
  private final LimitTable.Row toolSpeed;
  private final LimitTable.Row reducedSpeed;
  private final LimitTable.Row toolBox;
  private final LimitTable.Row finite;
  private final int q;
  private final int qd;
  private final int tool;
  private final int toolVelocity;
  private final double[] previous = new double[7];
  private boolean stopped = true;

  /** Adds its limits to {@code table}. */
  public LimitChecker(Robot limits, SignalSpec observation, LimitTable table) {
    this.config = limits.barrier();
    this.model = limits.model();
    this.position = table.add("joint_position_outside_rad", 0);
    this.speed = table.add("joint_speed_ratio", 1);
    double torqueStepNm = config.maxTorqueRateNmPerS() * DT_SECONDS;
    this.asked = new AskedAcceleration(model, limits.file().joints(), torqueStepNm, table);
    this.measured = new MeasuredAcceleration(limits.file().joints(), DT_SECONDS, table);
    this.torque = table.add("torque_ratio", 1);
    this.rate = table.add("torque_step_nm", torqueStepNm);
    this.toolSpeed = table.add("tool_speed_m_per_s", config.tool().maxSpeedMPerS());
    this.reducedSpeed =
        table.add("reduced_tool_speed_m_per_s", limits.file().reduced().toolSpeedMPerS());
    this.toolBox = table.add("tool_box_outside_m", 0);
    this.space = new SpaceChecker(model, config.space(), table);
    this.finite = table.addSign("not_finite");
    this.q = observation.block("q").offset();
    this.qd = observation.block("qd").offset();
    this.tool = observation.block("tool").offset();
    this.toolVelocity = observation.block("tool_velocity").offset();
  }

  /** The drives hold the arm before the next tick. */
  void restart() {
    stopped = true;
  }

  /** What the drives were told before is not known: steps count from this tick on. */
  public void follow(TickRecord tick) {
    System.arraycopy(tick.appliedCommand, 0, previous, 0, previous.length);
    stopped = false;
  }

  /**
   * How a tick was.
   *
   * @param stopped whether the drives got no command
   * @param reduced whether the tool must keep to its reduced speed
   * @param asked where accelerations that are asked for are counted
   */
  public record State(boolean stopped, boolean reduced, Asked asked) {}

  /** In what kind of tick accelerations are asked for. */
  public enum Asked {
    /** In one in which every limit can be kept. */
    WITHIN_LIMITS,

    /** In one in which some limit has to give way, and accelerations are the first that do. */
    WHERE_LIMITS_GIVE_WAY,

    /** Nobody knows. */
    UNKNOWN
  }

  /** The next tick. */
  public void check(TickRecord tick, State state) {
    double[] seen = tick.observation;
    boolean allFinite = true;
    for (double value : seen) {
      allFinite &= Double.isFinite(value);
    }
    for (double value : tick.appliedCommand) {
      allFinite &= Double.isFinite(value);
    }
    finite.saw(allFinite ? 0 : 1);
    joints(seen);
    model.update(seen, q);
    torques(tick, state.stopped());
    measured.check(seen, qd, tick.tick, state.stopped());
    if (state.stopped()) {
      asked.lose();
    } else if (state.asked() != Asked.UNKNOWN) {
      asked.check(seen, qd, tick.appliedCommand, state.asked() == Asked.WHERE_LIMITS_GIVE_WAY);
    }
    toolPoint(seen, state.reduced());
    space.check();
  }

  /**
   * Of a tick with power that was {@link #check}ed.
   *
   * @param givesWay whether some limit had to give way
   */
  public void checkAsked(TickRecord tick, boolean givesWay) {
    model.update(tick.observation, q);
    asked.check(tick.observation, qd, tick.appliedCommand, givesWay);
  }

  private void joints(double[] seen) {
    double outside = Double.NEGATIVE_INFINITY;
    double ratio = 0;
    for (int i = 0; i < model.joints(); i++) {
      JointLimits limits = model.limits(i);
      outside = Math.max(outside, seen[q + i] - limits.maxPositionRad());
      outside = Math.max(outside, limits.minPositionRad() - seen[q + i]);
      ratio = Math.max(ratio, Math.abs(seen[qd + i]) / limits.maxSpeedRadPerS());
    }
    position.saw(outside);
    speed.saw(ratio);
  }

  private void torques(TickRecord tick, boolean isStopped) {
    if (stopped) {
      model.biasTorque(new double[previous.length], 0, previous);
    }
    double ratio = 0;
    double step = 0;
    for (int i = 0; i < previous.length; i++) {
      double applied = tick.appliedCommand[i];
      ratio = Math.max(ratio, Math.abs(applied) / model.limits(i).maxTorqueNm());
      step = isStopped ? 0 : Math.max(step, Math.abs(applied - previous[i]) - ROUNDING);
      previous[i] = applied;
    }
    torque.saw(ratio);
    rate.saw(step);
    stopped = isStopped;
  }

  private void toolPoint(double[] seen, boolean reduced) {
    double square = 0;
    double outside = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < 3; k++) {
      square += seen[toolVelocity + k] * seen[toolVelocity + k];
      outside = Math.max(outside, seen[tool + k] - config.tool().maxMetres()[k]);
      outside = Math.max(outside, config.tool().minMetres()[k] - seen[tool + k]);
    }
    (reduced ? reducedSpeed : toolSpeed).saw(Math.sqrt(square));
    toolBox.saw(outside);
  }
}
