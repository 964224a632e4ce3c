package dev.tandem.simbridge.plant;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.runtime.model.Chain;
import dev.tandem.runtime.model.Joint;
import dev.tandem.runtime.model.JointLimits;
import dev.tandem.runtime.signal.MutableCommand;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.simbridge.world.ArmScene;
import dev.tandem.simbridge.world.ContactParameters;
import dev.tandem.simbridge.world.Obstacle;
import dev.tandem.simbridge.world.Plane;
import dev.tandem.simbridge.world.Sphere;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChainPlantTest {
  private static final double[] IDENTITY = {1, 0, 0, 0, 1, 0, 0, 0, 1};

  /** A point mass of 2 kg on a massless rod of 0.5 m that swings about y; the tool is the mass. */
  private static Chain pendulum() {
    double[] mass = {0, 0, -0.5};
    double[] tool = {1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, -0.5, 0, 0, 0, 1};
    Joint swing =
        new Joint(
            "swing",
            new double[] {0, 0, 1},
            IDENTITY,
            new double[] {0, 1, 0},
            2,
            mass,
            new double[6],
            new JointLimits(-3, 3, 10, 50),
            0,
            0);
    return new Chain("pendulum", List.of(swing), tool);
  }

  private static ChainPlant plant(List<Obstacle> obstacles) {
    return new ChainPlant(
        pendulum(),
        new ArmScene(
            new double[] {0.1},
            List.of(new Sphere(0, 0, 0, 0.01)),
            obstacles,
            new ContactParameters(40_000, 400, 0.5, 0.005),
            0.0005,
            new ArmScene.WrenchSensor(0.5, 0.01, 0)));
  }

  private static double[] observe(ChainPlant plant) {
    MutableObservation observation = new MutableObservation(plant.observationSpec());
    plant.observe(observation);
    double[] values = new double[observation.size()];
    observation.copyTo(values, 0);
    return values;
  }

  @Test
  void aPendulumSwingsWithItsPeriod() {
    ChainPlant plant = plant(List.of());
    MutableCommand nothing = new MutableCommand(plant.commandSpec());
    int halfPeriodMs = 0;
    while (observe(plant)[1] <= 0 && halfPeriodMs < 5000) {
      plant.step(nothing, 0.001);
      halfPeriodMs++;
    }
    double smallAngle = Math.PI * Math.sqrt(0.5 / 9.81) * (1 + 0.1 * 0.1 / 16);
    assertEquals(smallAngle, halfPeriodMs * 1e-3, 0.002);
  }

  @Test
  void torqueAcceleratesByTheInverseOfTheInertia() {
    ChainPlant plant = plant(List.of());
    plant.setState(new double[] {0}, new double[] {0});
    MutableCommand push = new MutableCommand(plant.commandSpec());
    push.set(0, 5);
    plant.step(push, 0.0005);
    assertEquals(0.0005 * 5 / (2 * 0.5 * 0.5), observe(plant)[1], 1e-9);
  }

  @Test
  void aMassThatRestsOnAFloorIsCarriedByIt() {
    ChainPlant plant = plant(List.of(new Plane(0.99)));
    plant.setState(new double[] {Math.PI / 2}, new double[] {0});
    MutableCommand nothing = new MutableCommand(plant.commandSpec());
    // The rod starts level, one metre up, and rests with the mass on the floor.
    for (int i = 0; i < 4000; i++) {
      plant.step(nothing, 0.001);
    }
    double meanNewton = 0;
    for (int i = 0; i < 1000; i++) {
      plant.step(nothing, 0.001);
      meanNewton += observe(plant)[plant.observationSpec().indexOf("wrench.fz")] / 1000;
    }
    assertEquals(2 * 9.81, meanNewton, 0.2);
  }

  @Test
  void equalSeedsGiveEqualWorldsAndOthersDiffer() {
    double[] first = noisyRun(7);
    assertArrayEquals(first, noisyRun(7));
    assertFalse(Arrays.equals(first, noisyRun(8)));
  }

  private static double[] noisyRun(long seed) {
    ChainPlant plant = plant(List.of(new Plane(0.99)));
    plant.reset(seed);
    MutableCommand push = new MutableCommand(plant.commandSpec());
    push.set(0, 1);
    for (int i = 0; i < 200; i++) {
      plant.step(push, 0.001);
    }
    return observe(plant);
  }

  @Test
  void brakesStopTheArmWhereItIs() {
    ChainPlant plant = plant(List.of());
    plant.setState(new double[] {0.5}, new double[] {2});
    plant.brake(0.001);
    assertEquals(0.5, observe(plant)[0]);
    assertEquals(0, observe(plant)[1]);
  }

  @Test
  void aPointOutOfReachIsRefusedWithItsCoordinates() {
    var error =
        assertThrows(IllegalArgumentException.class, () -> plant(List.of()).placeTool(9, 0, 0));
    assertTrue(String.valueOf(error.getMessage()).contains("9.0"));
  }
}
