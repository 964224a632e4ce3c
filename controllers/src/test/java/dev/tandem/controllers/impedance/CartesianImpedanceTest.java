package dev.tandem.controllers.impedance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.controllers.AllocatedBytes;
import dev.tandem.controllers.ArmRig;
import dev.tandem.controllers.model.Arm7;
import dev.tandem.controllers.model.ChainModel;
import dev.tandem.runtime.signal.MutableAction;
import dev.tandem.runtime.signal.SignalSpec;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CartesianImpedanceTest {
  private static final int JOINTS = ArmRig.JOINTS;
  private static final double[] LIMIT = {20, 20, 20, 7.5, 7.5, 7.5};

  private final ArmRig rig = new ArmRig(Arm7.homeRad());

  static LongStream seeds() {
    return LongStream.range(0, 20);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aCommandAfterAResetAtRestIsTheGravityTorque(long seed) {
    ArmRig somewhere = new ArmRig(posture(seed));
    CartesianImpedance controller = controller(3);
    controller.reset(somewhere.observation);
    controller.update(
        somewhere.tick, somewhere.observation, ArmRig.displacement(3), somewhere.command);
    assertArrayEquals(somewhere.gravityTorque(), somewhere.commanded(), 1e-12);
  }

  @Test
  void reachesADisplacedSetPointAndKeepsItsOrientation() {
    double[] before = rig.tool().clone();
    drive(controller(3), action(0.03, -0.02, 0.04), 2_500);
    double[] after = rig.tool();
    assertEquals(before[3] + 0.03, after[3], 5e-4);
    assertEquals(before[7] - 0.02, after[7], 5e-4);
    assertEquals(before[11] + 0.04, after[11], 5e-4);
    assertEquals(-1, after[10], 1e-3, "tool still points down");
  }

  @Test
  void turnsTheToolWhenTheActionHasARotation() {
    double[] before = rig.tool().clone();
    drive(controller(6), action(0, 0, 0, 0, 0, 0.2), 2_000);
    double[] turn = new double[3];
    Rotation.between(before, rig.tool(), turn, 0);
    assertArrayEquals(new double[] {0, 0, 0.2}, turn, 2e-3);
  }

  @Test
  void staysWhereItIsWithoutAnAction() {
    double[] before = rig.tool().clone();
    drive(controller(3), action(0, 0, 0), 500);
    assertArrayEquals(before, rig.tool(), 1e-4);
  }

  @Test
  void countsTheDisplacementFromWhereTheToolIsAtTheDecision() {
    CartesianImpedance controller = controller(3);
    drive(controller, action(0.05, 0, 0), 20);
    double decidedAt = rig.tool()[3];
    MutableAction second = action(0.02, 0, 0);
    controller.decided(rig.tick, rig.observation, second);
    rig.run(controller, second, 2_500);
    assertEquals(decidedAt + 0.02, rig.tool()[3], 5e-4);
  }

  private double[] commandAt(long index, CartesianImpedance of, MutableAction action) {
    rig.tick.set(index, index * 1_000_000, 0);
    of.update(rig.tick, rig.observation, action, rig.command);
    return rig.commanded();
  }

  private CartesianImpedance travelling(MutableAction action) {
    CartesianImpedance controller = controller(3);
    controller.reset(rig.observation);
    controller.decided(rig.tick, rig.observation, action);
    commandAt(0, controller, action);
    return controller;
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "7, 7", "20, 20", "21, 20", "300, 20"})
  void throughSkippedTicksTheSetPointTravelsOnForAWhile(long skipped, int travelled) {
    MutableAction action = action(0.05, 0, 0);
    CartesianImpedance inTime = travelling(action);
    CartesianImpedance late = travelling(action);
    double[] expected = new double[JOINTS];
    for (int index = 1; index <= travelled; index++) {
      expected = commandAt(index, inTime, action);
    }
    assertArrayEquals(expected, commandAt(skipped, late, action), 1e-9);
  }

  @Test
  void whatPassedBeforeAResetCountsForNothing() {
    MutableAction action = action(0.05, 0, 0);
    CartesianImpedance controller = travelling(action);
    double[] first = rig.commanded();
    controller.reset(rig.observation);
    controller.decided(rig.tick, rig.observation, action);
    assertArrayEquals(first, commandAt(15, controller, action), 1e-9);
  }

  @Test
  void pressesWithTwentyNewtonHoweverFarTheSetPointIs() {
    rig.wallHeightMetres = rig.tool()[11] - 0.01;
    drive(controller(3), action(0, 0, -0.3), 2_000);
    assertEquals(20, rig.wallForceN, 0.5);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theForceAtTheToolNeverExceedsStiffnessTimesClip(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    ArmRig still = new ArmRig(posture(seed));
    CartesianImpedance controller = controller(6);
    MutableAction action = ArmRig.displacement(6);
    controller.reset(still.observation);
    for (int decision = 0; decision < 10; decision++) {
      action.setAll(random.doubles(6, -1, 1).toArray(), 0);
      controller.decided(still.tick, still.observation, action);
      for (int i = 0; i < 200; i++) {
        controller.update(still.tick, still.observation, action, still.command);
      }
      double[] force = toolForce(still);
      for (int axis = 0; axis < 6; axis++) {
        double slack = 1e-3 * LIMIT[axis]; // what the damped inverse lets through
        assertTrue(Math.abs(force[axis]) <= LIMIT[axis] + slack, axis + ": " + force[axis]);
      }
    }
  }

  @Test
  void theSetPointTravelsNoFasterThanAllowed() {
    AxisGains stiff = new AxisGains(1_000, 0, 0, 10, 0);
    ImpedanceConfig config =
        new ImpedanceConfig(
            List.of(stiff, stiff, stiff, stiff, stiff, stiff),
            new Travel(0.1, 0.1, 1e6, 1e12),
            new Travel(1, 1, 1e6, 1e12),
            new Posture(Arm7.homeRad(), 0, 0, 1, 1));
    CartesianImpedance controller = controller(3, config);
    controller.reset(rig.observation);
    MutableAction action = action(0, 0, 0.2);
    controller.decided(rig.tick, rig.observation, action);
    for (int i = 0; i < 50; i++) {
      controller.update(rig.tick, rig.observation, action, rig.command);
    }
    assertEquals(1_000 * 0.1 * 0.05, toolForce(rig)[2], 1e-6, "0.1 m/s for 50 ms");
  }

  @Test
  void theIntegralRemovesWhatTheSpringLeavesAndIsBounded() {
    AxisGains integrating = new AxisGains(500, 40, 2_000, 0.01, 3);
    AxisGains turn = AxisGains.serlRotation();
    ImpedanceConfig config =
        new ImpedanceConfig(
            List.of(integrating, integrating, integrating, turn, turn, turn),
            new Travel(0.25, 0.25, 9, 4500),
            new Travel(1, 1, 17, 8500),
            Posture.gentle(Arm7.homeRad()));
    rig.wallHeightMetres = rig.tool()[11] + 1e-6;
    drive(controller(3, config), action(0, 0, -0.3), 2_000);
    assertEquals(500 * 0.01 + 3, rig.wallForceN, 0.3);
  }

  @Test
  void drawsTheElbowHomeWithoutMovingTheTool() {
    double[] bent = Arm7.homeRad();
    bent[2] += 0.3;
    ArmRig away = new ArmRig(bent);
    double[] tool = away.tool().clone();
    CartesianImpedance controller = controller(3);
    controller.reset(away.observation);
    away.run(controller, action(0, 0, 0), 3_000);
    double[] drawn = away.chain.q.clone();
    assertTrue(distanceFromHome(drawn) < 0.9 * distanceFromHome(bent), "joints moved home");
    assertEquals(tool[3], away.tool()[3], 1e-3);
    assertEquals(tool[7], away.tool()[7], 1e-3);
    assertEquals(tool[11], away.tool()[11], 1e-3);
  }

  @Test
  void anActionThatIsNotANumberReachesTheGateAsNotANumberUntilTheReset() {
    CartesianImpedance controller = controller(3);
    drive(controller, action(0, 0, 0), 1);
    controller.decided(rig.tick, rig.observation, action(Double.NaN, 0, 0));
    controller.update(rig.tick, rig.observation, action(0, 0, 0), rig.command);
    assertTrue(rig.command.firstNotFinite() >= 0);
    controller.reset(rig.observation);
    controller.update(rig.tick, rig.observation, action(0, 0, 0), rig.command);
    assertEquals(-1, rig.command.firstNotFinite());
  }

  @Test
  void tellsHowFarTheToolIsFromItsSetPoint() {
    CartesianImpedance controller = controller(3);
    controller.reset(rig.observation);
    MutableAction action = action(0.03, -0.04, 0);
    controller.decided(rig.tick, rig.observation, action);
    for (int i = 0; i < 500; i++) {
      controller.update(rig.tick, rig.observation, action, rig.command);
    }
    assertEquals(0.05, controller.errorMetres(), 1e-9);
  }

  @Test
  void theSetPointSlowsDownWhenAPersonIsNear() {
    boolean[] near = {false};
    ImpedanceConfig serl = ImpedanceConfig.serl(Arm7.homeRad());
    CartesianImpedance controller =
        new CartesianImpedance(
            ArmRig.OBSERVATION,
            ArmRig.displacement(3).spec(),
            ArmRig.COMMAND,
            new ChainModel(Arm7.chain()),
            serl,
            () -> near[0]);
    controller.reset(rig.observation);
    MutableAction action = action(0.5, 0, 0);
    controller.decided(rig.tick, rig.observation, action);
    assertEquals(0.25, travelled(controller, action), 1e-9);
    near[0] = true;
    travelled(controller, action);
    assertEquals(0.15, travelled(controller, action), 1e-9);
  }

  /** In m/s, over the last 100 of 200 ticks. */
  private double travelled(CartesianImpedance controller, MutableAction action) {
    double before = 0;
    for (int i = 0; i < 200; i++) {
      before = i == 100 ? controller.errorMetres() : before;
      controller.update(rig.tick, rig.observation, action, rig.command);
    }
    return (controller.errorMetres() - before) / 0.1;
  }

  @Test
  void namesTheChannelThatIsMissing() {
    SignalSpec joints = new SignalSpec("act", SignalSpec.block("dq", "rad", JOINTS));
    String message =
        String.valueOf(
            assertThrows(
                    IllegalArgumentException.class,
                    () ->
                        new CartesianImpedance(
                            ArmRig.OBSERVATION,
                            joints,
                            ArmRig.COMMAND,
                            rig.model,
                            ImpedanceConfig.serl(Arm7.homeRad())))
                .getMessage());
    assertTrue(message.startsWith("act has no channel dx"), message);
  }

  @Test
  void refusesGainsThatAreNoSpring() {
    assertThrows(IllegalArgumentException.class, () -> new AxisGains(0, 1, 0, 1, 0));
    assertThrows(IllegalArgumentException.class, () -> new AxisGains(1, -1, 0, 1, 0));
    assertThrows(IllegalArgumentException.class, () -> new AxisGains(1, 1, 0, Double.NaN, 0));
    assertThrows(IllegalArgumentException.class, () -> new AxisGains(1, 1, -1, 1, 0));
    assertThrows(IllegalArgumentException.class, () -> new AxisGains(1, 1, 1, 1, -1));
    assertThrows(
        IllegalArgumentException.class,
        () -> {
          Travel travel = new Travel(1, 1, 17, 8500);
          new ImpedanceConfig(List.of(), travel, travel, Posture.gentle(Arm7.homeRad()));
        });
    assertThrows(
        IllegalArgumentException.class, () -> controller(3, ImpedanceConfig.serl(new double[6])));
  }

  @Test
  void allocatesNothing() {
    CartesianImpedance controller = controller(6);
    MutableAction action = action(0.01, 0, 0, 0, 0.1, 0);
    controller.reset(rig.observation);
    Runnable tick =
        () -> {
          controller.decided(rig.tick, rig.observation, action);
          controller.update(rig.tick, rig.observation, action, rig.command);
        };
    assertEquals(0, AllocatedBytes.perCall(tick), "bytes per tick");
  }

  private void drive(CartesianImpedance controller, MutableAction action, int ticks) {
    controller.reset(rig.observation);
    controller.decided(rig.tick, rig.observation, action);
    rig.run(controller, action, ticks);
  }

  /** The wrench that the command, gravity apart, exerts on a tool that is held still. */
  private static double[] toolForce(ArmRig held) {
    double[] excess = held.commanded();
    double[] gravity = held.gravityTorque();
    for (int i = 0; i < JOINTS; i++) {
      excess[i] -= gravity[i];
    }
    DMatrixRMaj jacobian = new DMatrixRMaj(6, JOINTS);
    held.model.jacobian(jacobian.data);
    DMatrixRMaj inverse = new DMatrixRMaj(JOINTS, 6);
    CommonOps_DDRM.pinv(jacobian, inverse);
    DMatrixRMaj force = new DMatrixRMaj(6, 1);
    CommonOps_DDRM.multTransA(inverse, new DMatrixRMaj(JOINTS, 1, true, excess), force);
    return force.data;
  }

  private static CartesianImpedance controller(int actionSize) {
    return controller(actionSize, ImpedanceConfig.serl(Arm7.homeRad()));
  }

  private static CartesianImpedance controller(int actionSize, ImpedanceConfig config) {
    return new CartesianImpedance(
        ArmRig.OBSERVATION,
        ArmRig.displacement(actionSize).spec(),
        ArmRig.COMMAND,
        new ChainModel(Arm7.chain()),
        config);
  }

  private static MutableAction action(double... values) {
    MutableAction action = ArmRig.displacement(values.length);
    action.setAll(values, 0);
    return action;
  }

  private static double[] posture(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] q = Arm7.homeRad();
    for (int i = 0; i < JOINTS; i++) {
      q[i] += random.nextDouble(-0.4, 0.4);
    }
    return q;
  }

  private static double distanceFromHome(double[] q) {
    double sum = 0;
    for (int i = 0; i < JOINTS; i++) {
      sum += Math.pow(q[i] - Arm7.homeRad()[i], 2);
    }
    return Math.sqrt(sum);
  }
}
