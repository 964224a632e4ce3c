package dev.tandem.app.assembly;

import dev.tandem.controllers.brake.BrakeConfig;
import dev.tandem.controllers.brake.JointBrake;
import dev.tandem.controllers.impedance.CartesianImpedance;
import dev.tandem.controllers.impedance.ImpedanceConfig;
import dev.tandem.controllers.model.Arm7;
import dev.tandem.controllers.model.ChainModel;
import dev.tandem.runtime.act.ActionFilter;
import dev.tandem.runtime.act.SafetyFilter;
import dev.tandem.runtime.act.SafetyGate;
import dev.tandem.runtime.decide.Controller;
import dev.tandem.runtime.model.RobotModel;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.safety.barrier.BarrierFilter;
import dev.tandem.safety.barrier.BarrierReport;
import dev.tandem.safety.filter.ActionBoxFilter;
import dev.tandem.safety.filter.FiniteObservationFilter;
import dev.tandem.safety.filter.TorqueLimitFilter;
import dev.tandem.safety.filter.TorqueRateLimitFilter;
import dev.tandem.safety.filter.WorkspaceBox;
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
  private static final double MAX_TORQUE_RATE_NM_PER_S = 1000;
  static final WorkspaceBox TABLE =
      new WorkspaceBox(new double[] {0.3, -0.3, 0.06}, new double[] {0.7, 0.3, 0.5});

  /** For Tandem's arm with these channels, nobody near. */
  public static ArmControl of(SignalSpec observation, SignalSpec action, SignalSpec command) {
    return of(observation, action, command, () -> Double.POSITIVE_INFINITY);
  }

  /** The same with a tool speed that is asked for every tick, for when a person is near. */
  public static ArmControl of(
      SignalSpec observation,
      SignalSpec action,
      SignalSpec command,
      DoubleSupplier allowedToolSpeedMPerS) {
    RobotModel model = new ChainModel(Arm7.chain());
    ImpedanceConfig config = ImpedanceConfig.serl(Arm7.homeRad());
    List<ActionFilter> actionFilters =
        List.of(
            new ActionBoxFilter(action), new WorkspaceBoxFilter(observation, action, model, TABLE));
    BarrierFilter barrier =
        new BarrierFilter(observation, command, model, ArmBarrier.config(), allowedToolSpeedMPerS);
    List<SafetyFilter> commandFilters =
        List.of(
            new FiniteObservationFilter(),
            barrier,
            new TorqueLimitFilter(command, model),
            new TorqueRateLimitFilter(observation, command, model, MAX_TORQUE_RATE_NM_PER_S));
    return new ArmControl(
        new CartesianImpedance(observation, action, command, model, config),
        new JointBrake(observation, command, model, BrakeConfig.fr3()),
        actionFilters,
        new SafetyGate(command, commandFilters),
        barrier.report());
  }
}
