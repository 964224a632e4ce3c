package dev.tandem.controllers.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.controllers.AllocatedBytes;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChainModelTest {
  private static final int JOINTS = 7;
  private final ChainModel model = new ChainModel(Arm7.chain());

  static LongStream seeds() {
    return LongStream.range(0, 20);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void linearJacobianIsTheDerivativeOfTheToolPosition(long seed) {
    double[] q = random(seed, 2);
    double[] jacobian = jacobian(q);
    double step = 1e-6;
    for (int joint = 0; joint < JOINTS; joint++) {
      double[] ahead = tool(moved(q, joint, step));
      double[] behind = tool(moved(q, joint, -step));
      for (int row = 0; row < 3; row++) {
        double slope = (ahead[4 * row + 3] - behind[4 * row + 3]) / (2 * step);
        assertEquals(
            slope, jacobian[JOINTS * row + joint], 1e-8, "row " + row + ", joint " + joint);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void angularJacobianIsTheRotationRateOfTheTool(long seed) {
    double[] q = random(seed, 2);
    double[] jacobian = jacobian(q);
    double step = 1e-6;
    for (int joint = 0; joint < JOINTS; joint++) {
      double[] rate = rotationBetween(tool(moved(q, joint, -step)), tool(moved(q, joint, step)));
      for (int row = 0; row < 3; row++) {
        double expected = rate[row] / (2 * step);
        assertEquals(expected, jacobian[JOINTS * (3 + row) + joint], 1e-8, "joint " + joint);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyLinkTurnsAndMovesAsTheJointsInwardsOfItTurnIt(long seed) {
    double[] q = random(seed, 2);
    double[] jacobian = jacobian(q);
    double step = 1e-6;
    for (int link = 0; link < JOINTS; link++) {
      double[] at = link(q, link);
      for (int joint = 0; joint < JOINTS; joint++) {
        double[] ahead = link(moved(q, joint, step), link);
        double[] behind = link(moved(q, joint, -step), link);
        double[] rate = rotationBetween(behind, ahead);
        double[] axis = new double[3];
        double[] arm = new double[3];
        double[] origin = link(q, joint);
        for (int row = 0; row < 3; row++) {
          axis[row] = joint <= link ? jacobian[JOINTS * (3 + row) + joint] : 0;
          arm[row] = at[4 * row + 3] - origin[4 * row + 3];
        }
        for (int row = 0; row < 3; row++) {
          int next = (row + 1) % 3;
          int last = (row + 2) % 3;
          double slope = (ahead[4 * row + 3] - behind[4 * row + 3]) / (2 * step);
          assertEquals(axis[row], rate[row] / (2 * step), 1e-8, "link " + link);
          assertEquals(axis[next] * arm[last] - axis[last] * arm[next], slope, 1e-8, "" + link);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void torquesAreThoseOfTheLastPositionsWhateverWasAskedBefore(long seed) {
    double[] q = random(seed + 1, 2);
    double[] qd = random(seed + 2, 2);
    model.update(random(seed, 2), 0);
    model.massMatrix(new double[JOINTS * JOINTS]);
    model.update(q, 0);
    model.toolInBase(new double[16]);
    ChainModel fresh = new ChainModel(Arm7.chain());
    fresh.update(q, 0);
    assertEquals(fresh.potentialEnergyJ(), model.potentialEnergyJ());
    model.update(random(seed, 2), 0);
    model.update(q, 0);
    double[] found = new double[JOINTS];
    double[] expected = new double[JOINTS];
    model.biasTorque(qd, 0, found);
    fresh.biasTorque(qd, 0, expected);
    assertArrayEquals(expected, found);
    model.update(random(seed, 2), 0);
    model.update(q, 0);
    double[] mass = new double[JOINTS * JOINTS];
    double[] itsMass = new double[JOINTS * JOINTS];
    model.massMatrix(mass);
    fresh.massMatrix(itsMass);
    assertArrayEquals(itsMass, mass);
  }

  private double[] link(double[] q, int joint) {
    double[] out = new double[16];
    model.update(q, 0);
    model.linkInBase(joint, out);
    return out;
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void inverseDynamicsOfUnitAccelerationsAreTheColumnsOfTheMassMatrix(long seed) {
    double[] mass = new double[JOINTS * JOINTS];
    double[] qd = random(seed + 1, 2);
    model.update(random(seed, 2), 0);
    model.massMatrix(mass);
    for (int joint = 0; joint < JOINTS; joint++) {
      double[] unit = new double[JOINTS];
      unit[joint] = 1;
      double[] with = new double[JOINTS];
      double[] without = new double[JOINTS];
      model.inverseDynamics(qd, unit, with);
      model.biasTorque(qd, 0, without);
      for (int row = 0; row < JOINTS; row++) {
        assertEquals(with[row] - without[row], mass[JOINTS * row + joint], 1e-11, "row " + row);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void biasAtRestIsTheGradientOfThePotentialEnergy(long seed) {
    double[] q = random(seed, 2);
    double[] bias = new double[JOINTS];
    model.update(q, 0);
    model.biasTorque(new double[JOINTS], 0, bias);
    for (int joint = 0; joint < JOINTS; joint++) {
      double slope = (potential(moved(q, joint, 1e-5)) - potential(moved(q, joint, -1e-5))) / 2e-5;
      assertEquals(slope, bias[joint], 1e-7, "joint " + joint);
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void fallingFreelyKeepsItsEnergy(long seed) {
    FreeChain chain = new FreeChain(model, random(seed, 1), random(seed + 1, 1));
    double before = chain.energyJ();
    for (int i = 0; i < 500; i++) {
      chain.step(new double[JOINTS], 1e-3);
    }
    assertEquals(before, chain.energyJ(), 1e-7);
  }

  @Test
  void updateReadsFromTheOffset() {
    double[] q = random(7, 1);
    double[] shifted = new double[JOINTS + 3];
    System.arraycopy(q, 0, shifted, 3, JOINTS);
    double[] straight = tool(q);
    model.update(shifted, 3);
    double[] out = new double[16];
    model.toolInBase(out);
    assertEquals(straight[3], out[3]);
  }

  @Test
  void theHomePostureHoldsTheToolInFrontOfTheBasePointingDown() {
    double[] tool = tool(Arm7.homeRad());
    assertTrue(tool[3] > 0.25 && tool[3] < 0.4, "x " + tool[3]);
    assertEquals(0, tool[7], 0.01, "y");
    assertEquals(-1, tool[10], 1e-3, "z axis of the tool");
  }

  @Test
  void allocatesNothing() {
    double[] q = random(1, 1);
    double[] out = new double[JOINTS * JOINTS];
    double[] inverse = new double[6 * JOINTS];
    DampedInverse damped = new DampedInverse(JOINTS, 1e-2);
    Runnable all =
        () -> {
          model.update(q, 0);
          model.toolInBase(out);
          model.massMatrix(out);
          model.biasTorque(q, 0, out);
          model.jacobian(out);
          damped.invert(out, inverse);
        };
    assertEquals(0, AllocatedBytes.perCall(all), "bytes per call");
  }

  private double potential(double[] q) {
    model.update(q, 0);
    return model.potentialEnergyJ();
  }

  private double[] jacobian(double[] q) {
    double[] out = new double[6 * JOINTS];
    model.update(q, 0);
    model.jacobian(out);
    return out;
  }

  private double[] tool(double[] q) {
    double[] out = new double[16];
    model.update(q, 0);
    model.toolInBase(out);
    return out;
  }

  private static double[] moved(double[] q, int joint, double by) {
    double[] other = q.clone();
    other[joint] += by;
    return other;
  }

  private static double[] random(long seed, double limit) {
    return new SplittableRandom(seed).doubles(JOINTS, -limit, limit).toArray();
  }

  /** The small rotation vector that turns frame {@code from} into {@code to}, in base axes. */
  private static double[] rotationBetween(double[] from, double[] to) {
    double[] turn = new double[9];
    for (int i = 0; i < 9; i++) {
      for (int k = 0; k < 3; k++) {
        turn[i] += to[4 * (i / 3) + k] * from[4 * (i % 3) + k];
      }
    }
    return new double[] {(turn[7] - turn[5]) / 2, (turn[2] - turn[6]) / 2, (turn[3] - turn[1]) / 2};
  }
}
