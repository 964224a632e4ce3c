package dev.tandem.simbridge.mujoco;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.controllers.model.Arm7;
import dev.tandem.controllers.model.ChainModel;
import dev.tandem.runtime.signal.MutableCommand;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.simbridge.world.PhysicsScales;
import dev.tandem.simbridge.world.TableScene;
import dev.tandem.simbridge.world.TableWorld;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MujocoCubeTest {
  private static final double PERIOD_SECONDS = 0.002;
  private static final double[] HOME_RAD = {0, -0.785, 0, -2.35, 0, 1.57, Math.PI / 4};

  private final TableWorld world =
      new MujocoTable(Natives.mujoco(), Arm7.withGripper(), TableScene.CUBE);
  private final MutableCommand command = new MutableCommand(world.commandSpec());
  private final ChainModel model = new ChainModel(Arm7.withGripper());

  @AfterEach
  void close() {
    world.close();
  }

  private double[] observe() {
    MutableObservation observation = new MutableObservation(world.observationSpec());
    world.observe(observation);
    double[] values = new double[observation.size()];
    observation.copyTo(values, 0);
    return values;
  }

  private double get(String channel) {
    return observe()[world.observationSpec().indexOf(channel)];
  }

  /** Balances gravity, by the model that the controllers have. */
  private void hold(double closed, int steps) {
    double[] torque = new double[8];
    torque[7] = closed;
    for (int i = 0; i < steps; i++) {
      model.update(observe(), 0);
      double[] gravity = new double[7];
      model.biasTorque(new double[7], 0, gravity);
      System.arraycopy(gravity, 0, torque, 0, 7);
      command.setAll(torque, 0);
      world.step(command, PERIOD_SECONDS);
    }
  }

  @Test
  void theControllersModelHasTheToolAndTheMassOfThisArm() {
    world.place(HOME_RAD, 0.5, 0.2);
    double[] tool = new double[16];
    model.update(HOME_RAD, 0);
    model.toolInBase(tool);
    for (int axis = 0; axis < 3; axis++) {
      assertEquals(tool[4 * axis + 3], get("tool." + axis), 1e-12);
    }
    hold(0, 500);
    double[] after = observe();
    for (int joint = 0; joint < 7; joint++) {
      assertEquals(HOME_RAD[joint], after[joint], 1e-6, "joint " + joint);
    }
  }

  @Test
  void theCubeLiesWhereItWasPutAndTheGripperIsOpen() {
    world.place(HOME_RAD, 0.4, -0.1);
    hold(0, 100);
    assertEquals(0.4, get("cube.0"), 1e-3);
    assertEquals(-0.1, get("cube.1"), 1e-3);
    assertEquals(TableWorld.BOX_HALF_METRES, get("cube.2"), 1e-3);
    assertEquals(0, get("gripper.closed"));
    assertEquals(0.08, get("gripper.width"), 1e-3);
  }

  @Test
  void theFingersCloseWithinATenthOfASecondAndSayWhatTheyWereTold() {
    world.place(HOME_RAD, 0.4, -0.1);
    hold(1, 50);
    assertEquals(1, get("gripper.closed"));
    assertTrue(get("gripper.width") < 0.005, () -> get("gripper.width") + " m");
  }

  @Test
  void aCubeInTheAirFalls() {
    world.place(HOME_RAD, 0.4, -0.1);
    world.placeThing(0, 0.4, -0.1, 0.3);
    hold(0, 50);
    assertEquals(0.3 - 9.81 * 0.1 * 0.1 / 2, get("cube.2"), 2e-3);
  }

  @Test
  void aCubeFallsAsGravityIs() {
    world.adjust(new PhysicsScales(1, 1, 1, 1, 1, 1, 0.5));
    world.place(HOME_RAD, 0.4, -0.1);
    world.placeThing(0, 0.4, -0.1, 0.3);
    hold(0, 50);
    assertEquals(0.3 - 0.5 * 9.81 * 0.1 * 0.1 / 2, get("cube.2"), 2e-3);
  }

  @Test
  void aHeavierCubeIsHeavierAndTheArmIsNot() {
    world.adjust(new PhysicsScales(1, 1, 5, 1, 1, 1, 1));
    world.place(HOME_RAD, 0.4, -0.1);
    hold(0, 500);
    double[] after = observe();
    for (int joint = 0; joint < 7; joint++) {
      assertEquals(HOME_RAD[joint], after[joint], 1e-6, "joint " + joint);
    }
    double[] nominal = pushedByAFallingCube(1);
    assertFalse(Arrays.equals(nominal, pushedByAFallingCube(5)));
  }

  /** Where the arm is after the cube fell on its hand. */
  private double[] pushedByAFallingCube(double loadMass) {
    world.adjust(new PhysicsScales(1, 1, loadMass, 1, 1, 1, 1));
    world.place(HOME_RAD, 0.4, -0.1);
    world.placeThing(0, get("tool.0"), get("tool.1"), get("tool.2") + 0.2);
    hold(0, 100);
    return Arrays.copyOf(observe(), 7);
  }

  @Test
  void aDisplacedArmLeavesTheCubeWhereItIs() {
    world.place(HOME_RAD, 0.4, -0.1);
    world.displace(new double[] {0, 0.05, 0, 0, 0, 0, 0});
    assertEquals(HOME_RAD[1] + 0.05, get("q.1"), 1e-12);
    assertEquals(0.4, get("cube.0"), 1e-12);
  }

  @Test
  void brakesHoldTheArmWhileTheCubeFalls() {
    world.place(HOME_RAD, 0.4, -0.1);
    world.placeThing(0, 0.4, -0.1, 0.3);
    for (int i = 0; i < 50; i++) {
      world.brake(PERIOD_SECONDS);
    }
    double[] after = observe();
    for (int joint = 0; joint < 7; joint++) {
      assertEquals(HOME_RAD[joint], after[joint], 1e-12);
    }
    assertTrue(get("cube.2") < 0.28);
  }

  @Test
  void equalCommandsGiveEqualWorldsBitForBit() {
    world.place(HOME_RAD, 0.4, -0.1);
    hold(0.7, 200);
    double[] first = observe();
    world.place(HOME_RAD, 0.3, 0.1);
    hold(0.1, 20);
    world.place(HOME_RAD, 0.4, -0.1);
    hold(0.7, 200);
    assertArrayEquals(first, observe());
  }

  @Test
  void aPeriodThatIsNoMultipleOfTheStepIsRefused() {
    var error = assertThrows(IllegalArgumentException.class, () -> world.step(command, 0.003));
    assertEquals(
        "dtSeconds: expected a multiple of the scene's step of 0.002 s, found 0.003 s",
        error.getMessage());
  }
}
