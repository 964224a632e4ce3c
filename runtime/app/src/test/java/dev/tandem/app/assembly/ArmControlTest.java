package dev.tandem.app.assembly;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.app.robot.Robot;
import dev.tandem.controllers.model.Arm7;
import dev.tandem.controllers.model.ChainModel;
import dev.tandem.runtime.act.ActionFilter;
import dev.tandem.runtime.act.Verdict;
import dev.tandem.runtime.signal.Command;
import dev.tandem.runtime.signal.MutableAction;
import dev.tandem.runtime.signal.MutableCommand;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.MutableTick;
import dev.tandem.simbridge.plant.ChainPlant;
import dev.tandem.simbridge.task.SimulatedTask;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the assembled chain lets through: each filter is in it, with the figures it should have. */
final class ArmControlTest {
  private static final int SHOULDER = 1;
  private static final double SHOULDER_MAX_NM = 87;
  private static final double MAX_STEP_NM = 1;
  private static final double ROUNDING = 1e-9;

  private final SimulatedTask task = Tasks.create("reach", "plant");
  private final ChainPlant plant = (ChainPlant) task.simulator();
  private final MutableTick tick = new MutableTick(Rig.PERIOD_NANOS);
  private final MutableObservation observation = new MutableObservation(task.observationSpec());
  private final MutableAction action = new MutableAction(task.actionSpec());
  private final MutableCommand wanted = new MutableCommand(plant.commandSpec());
  private final ArmControl arm =
      ArmControl.of(
          Robot.shipped(), task.observationSpec(), task.actionSpec(), plant.commandSpec());

  @BeforeEach
  void restOverTheMiddleOfTheTable() {
    place(0.5, 0, 0.3);
    holdStill();
  }

  private void place(double x, double y, double z) {
    plant.placeTool(x, y, z);
    plant.observe(observation);
    task.taskSensor().sample(tick, observation);
  }

  /** Wants the torque that balances gravity. */
  private void holdStill() {
    var model = new ChainModel(Arm7.chain());
    double[] q = new double[model.joints()];
    for (int i = 0; i < q.length; i++) {
      q[i] = observation.get(task.observationSpec().indexOf("q." + i));
    }
    double[] torque = new double[q.length];
    model.update(q, 0);
    model.biasTorque(new double[q.length], 0, torque);
    wanted.setAll(torque, 0);
  }

  private Command pass() {
    return arm.gate().pass(tick, observation, wanted);
  }

  private Verdict filter(double dx, double dy, double dz) {
    action.setAll(new double[] {dx, dy, dz}, 0);
    Verdict worst = Verdict.PASSED;
    for (ActionFilter filter : arm.actionFilters()) {
      worst = worst.worse(filter.apply(tick, observation, action));
    }
    return worst;
  }

  @Test
  void whatHoldsTheArmStillPassesAsItIs() {
    double held = wanted.get(SHOULDER);
    assertEquals(held, pass().get(SHOULDER));
    assertEquals(Verdict.PASSED, arm.gate().verdict());
  }

  /** Among them channels that no limit looks at. */
  @ParameterizedTest
  @ValueSource(strings = {"q.0", "qd.6", "tau.3", "tool.2", "wrench.fx", "target.1"})
  void aMeasuredNumberThatIsNotFiniteStopsTheArm(String channel) {
    observation.set(task.observationSpec().indexOf(channel), Double.NaN);
    assertEquals(0, pass().get(SHOULDER));
    assertTrue(arm.gate().isStopped());
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 1})
  void aTorqueAboveTheJointsLimitNeverReachesTheDrives(int sign) {
    double held = sign * wanted.get(SHOULDER);
    wanted.set(SHOULDER, sign * (SHOULDER_MAX_NM + 5));
    double reached = 0;
    for (int i = 0; i < 200; i++) {
      reached = sign * pass().get(SHOULDER);
      assertTrue(reached <= SHOULDER_MAX_NM, "tick " + i + ": " + reached + " Nm");
      assertFalse(arm.gate().isStopped(), "tick " + i);
    }
    assertTrue(reached - held > 20, "what may accelerate the joint is allowed: " + reached + " Nm");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 1})
  void aTorqueChangesByOneNewtonMetreATick(int sign) {
    double before = wanted.get(SHOULDER);
    wanted.set(SHOULDER, before + 30 * sign);
    for (int i = 0; i < 20; i++) {
      double now = pass().get(SHOULDER);
      assertEquals(sign * MAX_STEP_NM, now - before, ROUNDING, "tick " + i);
      before = now;
    }
  }

  @Test
  void aJointAtItsLimitIsNotPushedOverIt() {
    double[] q = Arm7.homeRad();
    q[0] = new ChainModel(Arm7.chain()).limits(0).maxPositionRad() - 0.001;
    plant.setState(q, new double[q.length]);
    plant.observe(observation);
    holdStill();
    wanted.set(0, 20);
    double pushed = 0;
    for (int i = 0; i < 30; i++) {
      pushed = pass().get(0);
    }
    assertTrue(pushed < 1, "found " + pushed + " Nm towards the limit");
    assertNotEquals(Verdict.PASSED, arm.gate().verdict());
  }

  @Test
  void anActionOutsideItsBoxIsClipped() {
    assertEquals(Verdict.MODIFIED, filter(10, -10, 0.01));
    assertArrayEquals(new double[] {0.05, -0.05, 0.01}, actions());
    assertEquals(Verdict.PASSED, filter(0.05, -0.05, 0.05));
  }

  @ParameterizedTest
  @CsvSource({
    "0.31, 0, 0.3, 0, -1",
    "0.69, 0, 0.3, 0, 1",
    "0.5, -0.29, 0.3, 1, -1",
    "0.5, 0.29, 0.3, 1, 1",
    "0.5, 0, 0.07, 2, -1",
    "0.5, 0, 0.49, 2, 1"
  })
  void anActionOutOfTheWorkspaceEndsAtItsBorder(double x, double y, double z, int axis, int sign) {
    place(x, y, z);
    double[] out = new double[3];
    out[axis] = 0.05 * sign;
    assertEquals(Verdict.MODIFIED, filter(out[0], out[1], out[2]));
    assertEquals(0.01 * sign, actions()[axis], 1e-4, "a centimetre is left to the border");
    assertEquals(Verdict.PASSED, filter(-out[0], -out[1], -out[2]));
  }

  private double[] actions() {
    SignalSpec spec = task.actionSpec();
    double[] values = new double[spec.size()];
    action.copyTo(values, 0);
    return values;
  }
}
