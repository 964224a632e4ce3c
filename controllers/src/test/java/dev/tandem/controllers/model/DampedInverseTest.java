package dev.tandem.controllers.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;

class DampedInverseTest {
  @Test
  void equalsThePseudoInverseFarFromSingularities() {
    DMatrixRMaj jacobian = new DMatrixRMaj(6, 7);
    jacobian.setData(new SplittableRandom(3).doubles(42, -1, 1).toArray());
    DMatrixRMaj expected = new DMatrixRMaj(7, 6);
    CommonOps_DDRM.pinv(jacobian, expected);
    double[] out = new double[42];
    new DampedInverse(7, 1e-7).invert(jacobian.data, out);
    assertArrayEquals(expected.data, out, 1e-9);
  }

  @Test
  void staysBoundedAtASingularPosture() {
    double[] jacobian = new double[42];
    jacobian[0] = 1e-2;
    double[] out = new double[42];
    new DampedInverse(7, 1e-2).invert(jacobian, out);
    assertEquals(50, out[0], 1e-9, "1 / (2 damping)");
  }

  @Test
  void whatIsNotFiniteComesOutAsNaN() {
    double[] jacobian = new double[42];
    jacobian[5] = Double.NaN;
    double[] out = new double[42];
    new DampedInverse(7, 1e-2).invert(jacobian, out);
    assertTrue(Double.isNaN(out[0]), "out " + out[0]);
  }

  @Test
  void needsDamping() {
    assertThrows(IllegalArgumentException.class, () -> new DampedInverse(7, 0));
  }
}
