package dev.tandem.app.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tandem.app.robot.Robot;
import dev.tandem.runtime.guard.LoopHealth;
import dev.tandem.runtime.guard.Mode;
import dev.tandem.runtime.guard.Monitor;
import dev.tandem.runtime.model.JointLimits;
import dev.tandem.runtime.model.RobotModel;
import dev.tandem.runtime.signal.MutableAction;
import dev.tandem.runtime.signal.MutableCommand;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.time.MutableTick;
import dev.tandem.safety.monitor.ContactMonitor;
import dev.tandem.simbridge.task.SimulatedTask;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Everybody who asks where the measured arm is, in one tick, as a cell asks them. */
final class OneCalculationTest {
  private final Robot robot = Robot.shipped();
  private final SimulatedTask task = Tasks.create("reach", "plant");
  private final Counted model = new Counted(robot.model());
  private final ArmControl arm =
      ArmControl.of(
          robot,
          model,
          task.observationSpec(),
          task.actionSpec(),
          task.simulator().commandSpec(),
          () -> false);
  private final MutableTick tick = new MutableTick(Rig.PERIOD_NANOS);
  private final MutableObservation observation = new MutableObservation(task.observationSpec());
  private final MutableAction action = new MutableAction(task.actionSpec());
  private final MutableCommand command = new MutableCommand(task.simulator().commandSpec());
  private final LoopHealth health = new LoopHealth();
  private final List<Monitor> monitors = monitors();

  private List<Monitor> monitors() {
    List<Monitor> others = new ArrayList<>();
    others.add(new ContactMonitor(task.observationSpec(), arm.measured().model(), robot.contact()));
    return Supervision.plan(robot, task.observationSpec(), arm, robot.monitors(), others)
        .monitors();
  }

  /** As the loop does, of an arm that moves. */
  private void tick(long index) {
    tick.set(index, index * Rig.PERIOD_NANOS, 0);
    health.mode = Mode.RUN_POLICY;
    action.setAll(new double[] {0.02, 0, 0}, 0);
    task.simulator().observe(observation);
    task.taskSensor().sample(tick, observation);
    monitors.forEach(monitor -> monitor.inspect(tick, observation, health, command));
    arm.actionFilters().forEach(filter -> filter.apply(tick, observation, action));
    arm.controller().decided(tick, observation, action);
    arm.controller().update(tick, observation, action, command);
    arm.gate().pass(tick, observation, command);
    task.simulator().step(arm.gate().lastApplied(), Rig.PERIOD_NANOS * 1e-9);
  }

  @Test
  void monitorsFiltersAndControllerShareOneCalculationATick() {
    task.reset(1);
    task.simulator().observe(observation);
    arm.controller().reset(observation);
    for (int i = 0; i < 20; i++) {
      tick(i);
    }
    int updates = model.updates;
    int masses = model.masses;
    for (int i = 20; i < 120; i++) {
      tick(i);
    }
    assertEquals(100, model.updates - updates);
    assertEquals(100, model.masses - masses);
  }

  @Test
  void theBrakeOfAStopSharesItToo() {
    task.reset(1);
    tick(0);
    arm.brake().reset(observation);
    int updates = model.updates;
    int masses = model.masses;
    arm.brake().update(tick, observation, action, command);
    assertEquals(updates, model.updates);
    assertEquals(masses, model.masses);
  }

  private static final class Counted implements RobotModel {
    private final RobotModel inner;
    private int updates;
    private int masses;

    Counted(RobotModel inner) {
      this.inner = inner;
    }

    @Override
    public int joints() {
      return inner.joints();
    }

    @Override
    public JointLimits limits(int joint) {
      return inner.limits(joint);
    }

    @Override
    public void update(double[] q, int offset) {
      updates++;
      inner.update(q, offset);
    }

    @Override
    public void toolInBase(double[] out) {
      inner.toolInBase(out);
    }

    @Override
    public void linkInBase(int joint, double[] out) {
      inner.linkInBase(joint, out);
    }

    @Override
    public void jacobian(double[] out) {
      inner.jacobian(out);
    }

    @Override
    public void massMatrix(double[] out) {
      masses++;
      inner.massMatrix(out);
    }

    @Override
    public void biasTorque(double[] qd, int offset, double[] out) {
      inner.biasTorque(qd, offset, out);
    }
  }
}
