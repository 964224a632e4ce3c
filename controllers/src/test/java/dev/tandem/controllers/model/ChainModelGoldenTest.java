package dev.tandem.controllers.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/**
 * Against libmujoco 2.2.2, which read the same URDF with its own parser: 1,000 states of seed
 * 20250101, made by {@code src/test/golden/dynamics_golden.sh}, equal to 1e-9.
 */
class ChainModelGoldenTest {
  private static final int STATES = 1_000;
  private static final int JOINTS = 7;
  private static final int NUMBERS = 2 * JOINTS + 28 + JOINTS + 6 * JOINTS;
  private static final double TOLERANCE = 1e-9;

  private final ChainModel model = new ChainModel(Arm7.chain());
  private final double[] massMatrix = new double[JOINTS * JOINTS];
  private final double[] bias = new double[JOINTS];
  private final double[] jacobian = new double[6 * JOINTS];

  @Test
  void massMatrixBiasAndJacobianEqualMujocos() throws IOException {
    DoubleBuffer golden = golden();
    assertEquals(STATES * NUMBERS, golden.remaining());
    for (int state = 0; state < STATES; state++) {
      compare(take(golden, JOINTS), take(golden, JOINTS), golden, "state " + state);
    }
  }

  private void compare(double[] q, double[] qd, DoubleBuffer golden, String state) {
    model.update(q, 0);
    model.massMatrix(massMatrix);
    model.biasTorque(qd, 0, bias);
    model.jacobian(jacobian);
    for (int row = 0; row < JOINTS; row++) {
      for (int column = 0; column <= row; column++) {
        String entry = state + ", mass matrix " + row + ", " + column;
        assertEquals(golden.get(), massMatrix[JOINTS * row + column], TOLERANCE, entry);
      }
    }
    for (int i = 0; i < JOINTS; i++) {
      assertEquals(golden.get(), bias[i], TOLERANCE, state + ", bias " + i);
    }
    for (int i = 0; i < 6 * JOINTS; i++) {
      assertEquals(golden.get(), jacobian[i], TOLERANCE, state + ", jacobian " + i);
    }
  }

  private static double[] take(DoubleBuffer golden, int count) {
    double[] values = new double[count];
    golden.get(values);
    return values;
  }

  private static DoubleBuffer golden() throws IOException {
    try (InputStream in =
        new GZIPInputStream(
            Objects.requireNonNull(
                ChainModelGoldenTest.class.getResourceAsStream("arm7_dynamics.f64.gz")))) {
      return ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN).asDoubleBuffer();
    }
  }
}
