package dev.tandem.app.assembly;

import dev.tandem.app.robot.Robot;
import dev.tandem.controllers.ControllerGroup;
import dev.tandem.controllers.gripper.GripperPosition;
import dev.tandem.controllers.impedance.CartesianImpedance;
import dev.tandem.controllers.operational.OperationalSpace;
import dev.tandem.controllers.operational.OperationalSpaceConfig;
import dev.tandem.runtime.decide.Controller;
import dev.tandem.runtime.model.RobotModel;
import dev.tandem.runtime.signal.SignalSpec;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** What makes commands of actions: the law that the robot's file has figures for. */
record ControlLaw(Controller controller, SetPointView setPoint) {
  /**
   * @param reduced asked every tick: whether the set point keeps to its reduced speeds
   */
  static ControlLaw of(
      Robot robot,
      SignalSpec observation,
      SignalSpec action,
      SignalSpec command,
      RobotModel model,
      BooleanSupplier reduced) {
    Optional<OperationalSpaceConfig> operational = robot.operationalSpace();
    if (operational.isPresent()) {
      OperationalSpace arm =
          new OperationalSpace(observation, action, command, model, operational.get());
      GripperPosition gripper = new GripperPosition(observation, action, command);
      return new ControlLaw(
          new ControllerGroup(List.of(arm, gripper)),
          new SetPointView(arm::errorMetres, Optional.empty()));
    }
    CartesianImpedance arm =
        new CartesianImpedance(observation, action, command, model, robot.impedance(), reduced);
    return new ControlLaw(
        arm, new SetPointView(arm::errorMetres, Optional.of(arm.setPointInBase())));
  }
}
