package dev.tandem.simbridge.mujoco;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.tandem.controllers.model.Arm7;
import dev.tandem.runtime.signal.MutableCommand;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.simbridge.plant.ChainPlant;
import dev.tandem.simbridge.world.ArmScene;
import dev.tandem.simbridge.world.ArmWorld;
import dev.tandem.simbridge.world.Box;
import dev.tandem.simbridge.world.ContactParameters;
import dev.tandem.simbridge.world.Obstacle;
import dev.tandem.simbridge.world.PhysicsScales;
import dev.tandem.simbridge.world.Plane;
import dev.tandem.simbridge.world.Sphere;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MujocoArmTest {
  private static final double PERIOD_SECONDS = 0.001;
  private static final double[] HOME_RAD = {0, -0.3, 0, -2.2, 0, 1.9, 0.785};

  private final Mujoco library = Natives.mujoco();

  private static ArmScene scene(List<Obstacle> obstacles, double noiseN) {
    return new ArmScene(
        HOME_RAD,
        List.of(new Sphere(0, 0, -0.01, 0.01)),
        obstacles,
        ContactParameters.stiff(),
        0.0005,
        new ArmScene.WrenchSensor(noiseN, 0, 0));
  }

  private MujocoArm arm(List<Obstacle> obstacles, double noiseN) {
    return new MujocoArm(library, Arm7.chain(), scene(obstacles, noiseN));
  }

  private static double[] observe(ArmWorld world) {
    MutableObservation observation = new MutableObservation(world.observationSpec());
    world.observe(observation);
    double[] values = new double[observation.size()];
    observation.copyTo(values, 0);
    return values;
  }

  private static double get(ArmWorld world, String channel) {
    return observe(world)[world.observationSpec().indexOf(channel)];
  }

  static Stream<PhysicsScales> physics() {
    return Stream.of(
        PhysicsScales.NOMINAL,
        new PhysicsScales(1.3, 1, 1, 1, 1, 1, 1),
        new PhysicsScales(1, 1, 1, 1, 0.4, 1, 1),
        new PhysicsScales(1, 1, 1, 1, 1, 2.1, 1),
        new PhysicsScales(1, 1, 1, 1, 1, 1, 0.9),
        new PhysicsScales(0.8, 1, 3, 0.5, 1.6, 0.7, 1.1));
  }

  @ParameterizedTest
  @MethodSource("physics")
  void withoutContactsItAgreesWithTheEmbeddedSimulatorForAThousandSteps(PhysicsScales physics) {
    ArmScene scene = scene(List.of(), 0);
    ArmWorld plant = new ChainPlant(Arm7.chain(), scene);
    MutableCommand torque = new MutableCommand(plant.commandSpec());
    SplittableRandom random = new SplittableRandom(21);
    try (MujocoArm mujoco = new MujocoArm(library, Arm7.chain(), scene)) {
      assertEquals(plant.observationSpec(), mujoco.observationSpec());
      plant.adjust(physics);
      mujoco.adjust(physics);
      double[] target = HOME_RAD.clone();
      double fastest = 0;
      for (int step = 0; step < 1000; step++) {
        double[] now = observe(plant);
        for (int joint = 0; joint < 7; joint++) {
          if (step % 200 == 0) {
            target[joint] = HOME_RAD[joint] + random.nextDouble(-0.3, 0.3);
          }
          double spring = 30 * (target[joint] - now[joint]) - 3 * now[7 + joint];
          torque.set(joint, Math.clamp(spring, -11, 11));
          fastest = Math.max(fastest, Math.abs(now[7 + joint]));
        }
        plant.step(torque, scene.maxStepSeconds());
        mujoco.step(torque, scene.maxStepSeconds());
        assertArrayEquals(observe(plant), observe(mujoco), 1e-9, "seed 21, step " + step);
      }
      assertTrue(fastest > 0.5, "the arm moved with " + fastest + " rad/s");
    }
  }

  @Test
  void eachOfItsPhysicsMovesTheArmElsewhere() {
    Stream<PhysicsScales> inertia = Stream.of(new PhysicsScales(1, 1.7, 1, 1, 1, 1, 1));
    List<double[]> ends = Stream.concat(physics(), inertia).map(this::fallen).toList();
    for (int i = 0; i < ends.size(); i++) {
      for (int j = 0; j < i; j++) {
        assertFalse(Arrays.equals(ends.get(i), ends.get(j)), i + " is like " + j);
      }
    }
  }

  private double[] fallen(PhysicsScales physics) {
    try (MujocoArm world = arm(List.of(), 0)) {
      world.adjust(physics);
      MutableCommand nothing = new MutableCommand(world.commandSpec());
      for (int i = 0; i < 50; i++) {
        world.step(nothing, PERIOD_SECONDS);
      }
      return observe(world);
    }
  }

  @Test
  void physicsThatWereAdjustedAndPutBackAreTheModelsToTheLastBit() {
    double[] untouched = fallen(PhysicsScales.NOMINAL);
    try (MujocoArm world = arm(List.of(), 0)) {
      world.adjust(new PhysicsScales(0.8, 1.2, 3, 0.5, 1.6, 0.7, 1.1));
      world.adjust(PhysicsScales.NOMINAL);
      MutableCommand nothing = new MutableCommand(world.commandSpec());
      for (int i = 0; i < 50; i++) {
        world.step(nothing, PERIOD_SECONDS);
      }
      assertArrayEquals(untouched, observe(world));
    }
  }

  @Test
  void adjustingAndDisplacingLeaveTheArmWhereItIsToldToBe() {
    try (MujocoArm world = arm(List.of(), 0)) {
      world.placeTool(0.5, 0.1, 0.2);
      double[] placed = observe(world);
      world.adjust(new PhysicsScales(1.3, 1, 1, 1, 1, 1, 1));
      assertArrayEquals(placed, observe(world));
      world.displace(new double[] {0.1, 0, 0, 0, 0, 0, -0.2});
      assertEquals(placed[0] + 0.1, observe(world)[0], 1e-12);
      assertEquals(placed[6] - 0.2, observe(world)[6], 1e-12);
      assertEquals(placed[3], observe(world)[3]);
    }
  }

  @Test
  void frictionIsThatOfTheScales() {
    assertTrue(sideForceN(1) > 1.5 * sideForceN(0.5), sideForceN(1) + " and " + sideForceN(0.5));
  }

  /** Of a tool that is dragged over a floor. */
  private double sideForceN(double friction) {
    try (MujocoArm world = arm(List.of(new Plane(0.1)), 0)) {
      world.adjust(new PhysicsScales(1, 1, 1, friction, 1, 1, 1));
      world.placeTool(0.5, 0, 0.099);
      world.setState(Arrays.copyOf(observe(world), 7), new double[] {0.3, 0, 0, 0, 0, 0, 0});
      world.step(new MutableCommand(world.commandSpec()), PERIOD_SECONDS);
      return -get(world, "wrench.fy");
    }
  }

  @Test
  void aFloorThatTheToolPressesOnPushesItUp() {
    try (MujocoArm world = arm(List.of(new Plane(0.1)), 0)) {
      world.placeTool(0.5, 0, 0.099);
      MutableCommand nothing = new MutableCommand(world.commandSpec());
      world.step(nothing, PERIOD_SECONDS);
      assertTrue(get(world, "wrench.fz") > 1, () -> get(world, "wrench.fz") + " N");
      world.placeTool(0.5, 0, 0.15);
      world.step(nothing, PERIOD_SECONDS);
      assertEquals(0, get(world, "wrench.fz"));
    }
  }

  @Test
  void aBoxIsWhereItWasMovedToBeforeTheToolWasPlaced() {
    Box box = new Box(0.05, 0.05, 0.05);
    try (MujocoArm world = arm(List.of(new Plane(-1), box), 0)) {
      MutableCommand nothing = new MutableCommand(world.commandSpec());
      box.moveTo(0.5, 0, 0.15 - 0.05 + 0.001);
      world.placeTool(0.5, 0, 0.15);
      world.step(nothing, PERIOD_SECONDS);
      assertTrue(get(world, "wrench.fz") > 1);
      box.moveTo(0.5, 0.3, 0.1);
      world.placeTool(0.5, 0, 0.15);
      world.step(nothing, PERIOD_SECONDS);
      assertEquals(0, get(world, "wrench.fz"));
    }
  }

  @Test
  void brakesStopTheArmWhereItIs() {
    try (MujocoArm world = arm(List.of(), 0)) {
      double[] speeds = new double[7];
      Arrays.fill(speeds, 0.5);
      world.setState(HOME_RAD, speeds);
      for (int i = 0; i < 10; i++) {
        world.brake(PERIOD_SECONDS);
      }
      double[] stopped = observe(world);
      assertArrayEquals(HOME_RAD, Arrays.copyOf(stopped, 7));
      assertArrayEquals(new double[14], Arrays.copyOfRange(stopped, 7, 21));
    }
  }

  @Test
  void equalSeedsGiveEqualWorldsAndOthersDiffer() {
    double[] first = noisyRun(7);
    assertArrayEquals(first, noisyRun(7));
    assertFalse(Arrays.equals(first, noisyRun(8)));
  }

  private double[] noisyRun(long seed) {
    try (MujocoArm world = arm(List.of(new Plane(0.1)), 0.5)) {
      world.reset(seed);
      MutableCommand nothing = new MutableCommand(world.commandSpec());
      for (int i = 0; i < 300; i++) {
        world.step(nothing, PERIOD_SECONDS);
      }
      return observe(world);
    }
  }

  @Test
  void aWorldThatDivergedIsNotANumberUntilItIsReset() {
    try (MujocoArm world = arm(List.of(), 0)) {
      MutableCommand nonsense = new MutableCommand(world.commandSpec());
      nonsense.set(3, Double.NaN);
      world.step(nonsense, PERIOD_SECONDS);
      assertTrue(Arrays.stream(observe(world)).allMatch(Double::isNaN));
      world.reset(1);
      assertArrayEquals(HOME_RAD, Arrays.copyOf(observe(world), 7));
    }
  }

  @Test
  void aPeriodThatIsNoMultipleOfTheStepIsRefusedWithBoth() {
    try (MujocoArm world = arm(List.of(), 0)) {
      MutableCommand nothing = new MutableCommand(world.commandSpec());
      for (double odd : new double[] {0.0007, 0.0001, 0, -0.001}) {
        var error = assertThrows(IllegalArgumentException.class, () -> world.step(nothing, odd));
        assertTrue(
            String.valueOf(error.getMessage()).contains("step of 5.0E-4 s"), error.getMessage());
      }
    }
  }

  @Test
  void stepBrakeAndObserveAllocateNothing() {
    try (MujocoArm world = arm(List.of(new Plane(0.1)), 0.5)) {
      world.placeTool(0.5, 0, 0.0995);
      MutableCommand nothing = new MutableCommand(world.commandSpec());
      MutableObservation observation = new MutableObservation(world.observationSpec());
      tick(world, nothing, observation, 20_000);
      ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
      long before = threads.getCurrentThreadAllocatedBytes();
      tick(world, nothing, observation, 2_000);
      assertEquals(0, (threads.getCurrentThreadAllocatedBytes() - before) / 2_000);
      assertTrue(Math.abs(observation.get(world.observationSpec().indexOf("wrench.fz"))) > 1);
    }
  }

  private static void tick(
      MujocoArm world, MutableCommand command, MutableObservation observation, int times) {
    for (int i = 0; i < times; i++) {
      world.step(command, PERIOD_SECONDS);
      world.observe(observation);
      world.brake(PERIOD_SECONDS);
    }
  }
}
