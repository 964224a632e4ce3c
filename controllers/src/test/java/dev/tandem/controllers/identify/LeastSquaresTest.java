package dev.tandem.controllers.identify;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

final class LeastSquaresTest {
  private static final int ROWS = 2000;
  private static final int BLOCK = 20;

  private static DMatrixRMaj rows(SplittableRandom random) {
    DMatrixRMaj rows = new DMatrixRMaj(ROWS, 3);
    for (int i = 0; i < ROWS; i++) {
      rows.set(i, 0, 1);
      rows.set(i, 1, 1000 * Math.sin(0.1 * i));
      rows.set(i, 2, random.nextGaussian());
    }
    return rows;
  }

  private static double[] wanted(DMatrixRMaj rows) {
    double[] wanted = new double[ROWS];
    for (int i = 0; i < ROWS; i++) {
      wanted[i] = 2 - 0.003 * rows.get(i, 1) + 5 * rows.get(i, 2);
    }
    return wanted;
  }

  @Test
  void findsWhatMadeTheRows() {
    DMatrixRMaj rows = rows(new SplittableRandom(1));
    LeastSquares solved = new LeastSquares(rows, wanted(rows), BLOCK);
    assertArrayEquals(new double[] {2, -0.003, 5}, solved.estimate(), 1e-9);
    assertEquals(0, solved.blockSquares()[7], 1e-15);
    assertEquals(ROWS / BLOCK, solved.blockSquares().length);
  }

  /** Errors that last for ten rows: taken for independent they would look three times smaller. */
  @Test
  void itsStandardErrorsAreThoseOfManyRepetitions() {
    SplittableRandom random = new SplittableRandom(2);
    DMatrixRMaj rows = rows(random);
    double[] square = new double[3];
    double[] told = new double[3];
    int times = 200;
    for (int t = 0; t < times; t++) {
      double[] wanted = wanted(rows);
      for (int i = 0, left = 0; i < ROWS; i += left) {
        left = 10;
        double error = random.nextGaussian();
        for (int k = i; k < Math.min(ROWS, i + left); k++) {
          wanted[k] += error;
        }
      }
      LeastSquares solved = new LeastSquares(rows, wanted, BLOCK);
      double[] truth = {2, -0.003, 5};
      for (int p = 0; p < 3; p++) {
        square[p] += Math.pow(solved.estimate()[p] - truth[p], 2) / times;
        told[p] += solved.covariance().get(p, p) / times;
      }
    }
    for (int p = 0; p < 3; p++) {
      assertEquals(1, Math.sqrt(told[p] / square[p]), 0.15, "parameter " + p);
    }
    assertTrue(Math.sqrt(told[0]) > 2.5 / Math.sqrt(ROWS), "taken for independent");
  }

  @Test
  void knowsNothingOfWhatNobodyExcitedOrNobodyCanTellApart() {
    DMatrixRMaj rows = rows(new SplittableRandom(3));
    double[] wanted = wanted(rows);
    DMatrixRMaj more = new DMatrixRMaj(ROWS, 5);
    for (int i = 0; i < ROWS; i++) {
      more.set(i, 0, rows.get(i, 0));
      more.set(i, 1, rows.get(i, 1));
      more.set(i, 2, rows.get(i, 2));
      more.set(i, 3, 2 * rows.get(i, 2));
    }
    LeastSquares solved = new LeastSquares(more, wanted, BLOCK);
    DMatrixRMaj covariance = solved.covariance();
    assertTrue(Double.isFinite(covariance.get(0, 0)));
    assertTrue(Double.isFinite(covariance.get(1, 1)));
    for (int untold : new int[] {2, 3, 4}) {
      assertEquals(Double.POSITIVE_INFINITY, covariance.get(untold, untold));
    }
    assertEquals(0, solved.estimate()[4]);
  }
}
