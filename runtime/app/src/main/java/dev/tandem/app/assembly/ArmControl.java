package dev.tandem.app.assembly;

import dev.tandem.app.robot.Robot;
import dev.tandem.controllers.brake.JointBrake;
import dev.tandem.runtime.act.ActionFilter;
import dev.tandem.runtime.act.SafetyFilter;
import dev.tandem.runtime.act.SafetyGate;
import dev.tandem.runtime.decide.Controller;
import dev.tandem.runtime.model.RobotModel;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.safety.barrier.BarrierConfig;
import dev.tandem.safety.barrier.BarrierFilter;
import dev.tandem.safety.barrier.BarrierReport;
import dev.tandem.safety.barrier.MeasuredArm;
import dev.tandem.safety.filter.ActionBoxFilter;
import dev.tandem.safety.filter.FiniteObservationFilter;
import dev.tandem.safety.filter.TorqueLimitFilter;
import dev.tandem.safety.filter.TorqueRateLimitFilter;
import dev.tandem.safety.filter.WorkspaceBoxFilter;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;

/**
 * The arm's controller with the safety chain around it, in the chain's order. One control thread.
 *
 * @param measured where the arm is: for all who ask in a tick, calculated once
 * @param actionFilters between decision and controller
 * @param gate between controller and drives
 * @param barriers what the gate's barrier filter saw and did
 * @param setPoint of the controller
 * @param reduced whether tool and set point keep to their reduced speeds
 */
public record ArmControl(
    MeasuredArm measured,
    Controller controller,
    Controller brake,
    List<ActionFilter> actionFilters,
    SafetyGate gate,
    BarrierReport barriers,
    SetPointView setPoint,
    BooleanSupplier reduced) {
  /** Bit of the filter that cuts actions to their bounds, among the action filters. */
  long actionBoxMask() {
    List<String> names = actionFilters.stream().map(ActionFilter::name).toList();
    return 1L << names.indexOf(ActionBoxFilter.class.getSimpleName());
  }

  /** For a robot with these channels, nobody near. */
  public static ArmControl of(
      Robot robot, SignalSpec observation, SignalSpec action, SignalSpec command) {
    return of(robot, observation, action, command, () -> false);
  }

  /**
   * The same for when a person may come near.
   *
   * @param reduced asked every tick: whether tool and set point keep to their reduced speeds
   */
  public static ArmControl of(
      Robot robot,
      SignalSpec observation,
      SignalSpec action,
      SignalSpec command,
      BooleanSupplier reduced) {
    return of(robot, robot.model(), observation, action, command, reduced);
  }

  /**
   * The same around a model that nobody else asks.
   *
   * @param own the robot's
   */
  static ArmControl of(
      Robot robot,
      RobotModel own,
      SignalSpec observation,
      SignalSpec action,
      SignalSpec command,
      BooleanSupplier reduced) {
    MeasuredArm measured = MeasuredArm.of(own);
    RobotModel model = measured.model();
    BarrierConfig limits = robot.barrier();
    double reducedMPerS = robot.file().reduced().toolSpeedMPerS();
    DoubleSupplier allowedMPerS =
        () -> reduced.getAsBoolean() ? reducedMPerS : Double.POSITIVE_INFINITY;
    List<ActionFilter> actionFilters =
        List.of(
            new ActionBoxFilter(action),
            new WorkspaceBoxFilter(observation, action, model, robot.actionBox()));
    BarrierFilter barrier = new BarrierFilter(observation, command, measured, limits, allowedMPerS);
    List<SafetyFilter> commandFilters =
        List.of(
            new FiniteObservationFilter(),
            barrier,
            new TorqueLimitFilter(command, model),
            new TorqueRateLimitFilter(observation, command, model, limits.maxTorqueRateNmPerS()));
    ControlLaw law = ControlLaw.of(robot, observation, action, command, model, reduced);
    return new ArmControl(
        measured,
        law.controller(),
        new JointBrake(observation, command, model, robot.brake()),
        actionFilters,
        new SafetyGate(command, commandFilters),
        barrier.report(),
        law.setPoint(),
        reduced);
  }
}
