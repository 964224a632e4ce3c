package dev.tandem.app.assembly;

import dev.tandem.app.robot.Robot;
import dev.tandem.controllers.brake.JointBrake;
import dev.tandem.controllers.impedance.CartesianImpedance;
import dev.tandem.runtime.act.ActionFilter;
import dev.tandem.runtime.act.SafetyFilter;
import dev.tandem.runtime.act.SafetyGate;
import dev.tandem.runtime.decide.Controller;
import dev.tandem.runtime.model.RobotModel;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.safety.barrier.BarrierConfig;
import dev.tandem.safety.barrier.BarrierFilter;
import dev.tandem.safety.barrier.BarrierReport;
import dev.tandem.safety.filter.ActionBoxFilter;
import dev.tandem.safety.filter.FiniteObservationFilter;
import dev.tandem.safety.filter.TorqueLimitFilter;
import dev.tandem.safety.filter.TorqueRateLimitFilter;
import dev.tandem.safety.filter.WorkspaceBoxFilter;
import java.util.List;
import java.util.function.DoubleSupplier;

/**
 * The arm's controller with the safety chain around it, in the chain's order. One control thread.
 *
 * @param actionFilters between decision and controller
 * @param gate between controller and drives
 * @param barriers what the gate's barrier filter saw and did
 */
public record ArmControl(
    Controller controller,
    Controller brake,
    List<ActionFilter> actionFilters,
    SafetyGate gate,
    BarrierReport barriers) {
  /** For a robot with these channels, nobody near. */
  public static ArmControl of(
      Robot robot, SignalSpec observation, SignalSpec action, SignalSpec command) {
    return of(robot, observation, action, command, () -> Double.POSITIVE_INFINITY);
  }

  /** The same with a tool speed that is asked for every tick, for when a person is near. */
  public static ArmControl of(
      Robot robot,
      SignalSpec observation,
      SignalSpec action,
      SignalSpec command,
      DoubleSupplier allowedToolSpeedMPerS) {
    RobotModel model = robot.model();
    BarrierConfig limits = robot.barrier();
    List<ActionFilter> actionFilters =
        List.of(
            new ActionBoxFilter(action),
            new WorkspaceBoxFilter(observation, action, model, robot.actionBox()));
    BarrierFilter barrier =
        new BarrierFilter(observation, command, model, limits, allowedToolSpeedMPerS);
    List<SafetyFilter> commandFilters =
        List.of(
            new FiniteObservationFilter(),
            barrier,
            new TorqueLimitFilter(command, model),
            new TorqueRateLimitFilter(observation, command, model, limits.maxTorqueRateNmPerS()));
    return new ArmControl(
        new CartesianImpedance(observation, action, command, model, robot.impedance()),
        new JointBrake(observation, command, model, robot.brake()),
        actionFilters,
        new SafetyGate(command, commandFilters),
        barrier.report());
  }
}
