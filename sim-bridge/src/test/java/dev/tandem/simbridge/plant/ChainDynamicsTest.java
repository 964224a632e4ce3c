package dev.tandem.simbridge.plant;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.management.ThreadMXBean;
import dev.tandem.controllers.model.Arm7;
import dev.tandem.controllers.model.ChainModel;
import java.lang.management.ManagementFactory;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The plant's dynamics against the controllers' model: two implementations, one arm. */
class ChainDynamicsTest {
  private static final int JOINTS = 7;

  private final ChainDynamics plant = new ChainDynamics(Arm7.chain());
  private final ChainModel model = new ChainModel(Arm7.chain());

  private static double[] draw(SplittableRandom random, double range) {
    return random.doubles(JOINTS, -range, range).toArray();
  }

  @Test
  void massMatrixAndBiasEqualTheModels() {
    SplittableRandom random = new SplittableRandom(11);
    double[] expected = new double[JOINTS * JOINTS];
    double[] bias = new double[JOINTS];
    for (int i = 0; i < 200; i++) {
      double[] q = draw(random, 2.5);
      double[] qd = draw(random, 2);
      plant.kinematics.update(q);
      model.update(q, 0);
      model.massMatrix(expected);
      plant.computeMassMatrix();
      assertArrayEquals(expected, plant.massMatrix(), 1e-10);
      model.biasTorque(qd, 0, bias);
      assertArrayEquals(bias, plant.computeBias(qd), 1e-10);
    }
  }

  @Test
  void theToolIsWhereTheModelSaysItIs() {
    SplittableRandom random = new SplittableRandom(12);
    double[] pose = new double[16];
    for (int i = 0; i < 50; i++) {
      double[] q = draw(random, 2.5);
      plant.kinematics.update(q);
      model.update(q, 0);
      model.toolInBase(pose);
      for (int row = 0; row < 3; row++) {
        assertEquals(pose[4 * row + 3], plant.kinematics.tool[row], 1e-12);
        assertEquals(pose[4 * row], plant.kinematics.toolRotation[3 * row], 1e-12);
      }
    }
  }

  @Test
  void aStepAllocatesNothing() {
    double[] q = draw(new SplittableRandom(13), 1);
    double[] qd = new double[JOINTS];
    double[] torque = new double[JOINTS];
    steps(20_000, q, qd, torque);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    steps(20_000, q, qd, torque);
    assertEquals(0, (threads.getCurrentThreadAllocatedBytes() - before) / 20_000);
  }

  private void steps(int count, double[] q, double[] qd, double[] torque) {
    for (int i = 0; i < count; i++) {
      plant.kinematics.update(q);
      plant.step(q, qd, torque, 1e-4);
    }
  }
}
