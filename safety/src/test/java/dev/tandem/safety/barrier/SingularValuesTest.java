package dev.tandem.safety.barrier;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.SingularOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The library is EJML. */
class SingularValuesTest {
  private static final int JOINTS = MovingArm.JOINTS;

  private final SingularValues values = new SingularValues(JOINTS);

  static LongStream seeds() {
    return LongStream.range(0, 10);
  }

  /** Of the library, the largest first. */
  private static double[] ofLibrary(double[] matrix, int columns) {
    SingularValueDecomposition_F64<DMatrixRMaj> svd =
        DecompositionFactory_DDRM.svd(6, columns, false, false, false);
    assertTrue(svd.decompose(new DMatrixRMaj(6, columns, true, matrix.clone())));
    double[] values = svd.getSingularValues();
    SingularOps_DDRM.descendingOrder(null, false, values, 6, null, false);
    return values;
  }

  static double leastOf(double[] matrix, int columns) {
    return ofLibrary(matrix, columns)[5];
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void knowsWhatItHasCalculatedAndIsNotLedAstrayByWhatCameBetween(long seed) {
    double[] matrix = new SplittableRandom(seed).doubles(42, -1, 1).toArray();
    double value = values.compute(matrix);
    double condition = values.condition();
    double[] left = values.left.clone();
    assertEquals(value, values.compute(matrix.clone()));
    values.left[0] = 7;
    assertEquals(value, values.compute(matrix));
    assertEquals(7, values.left[0], "nothing was calculated");
    matrix[41] += 0.1;
    assertNotEquals(value, values.compute(matrix));
    matrix[41] = new SplittableRandom(seed).doubles(42, -1, 1).toArray()[41];
    assertEquals(value, values.compute(matrix));
    assertEquals(condition, values.condition());
    assertArrayEquals(left, values.left);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theLeastSingularValueIsThatOfTheLibraryAndItsVectorsBelongToIt(long seed) {
    double[] matrix = new SplittableRandom(seed).doubles(42, -1, 1).toArray();
    double value = values.compute(matrix);
    assertEquals(leastOf(matrix, JOINTS), value, 1e-9);
    double[] image = new double[6];
    double square = 0;
    for (int row = 0; row < 6; row++) {
      for (int i = 0; i < JOINTS; i++) {
        image[row] += matrix[JOINTS * row + i] * values.right[i] / value;
      }
      square += values.left[row] * values.left[row];
    }
    assertArrayEquals(values.left, image, 1e-9);
    assertEquals(1, square, 1e-9);
  }

  @Test
  void aMatrixThatIsSingularHasNoRightVector() {
    double[] matrix = new double[42];
    for (int row = 0; row < 5; row++) {
      matrix[JOINTS * row + row] = row + 1;
    }
    assertEquals(0, values.compute(matrix));
    assertArrayEquals(new double[JOINTS], values.right);
    assertArrayEquals(new double[] {0, 0, 0, 0, 0, 1}, values.left);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theConditionIsThatOfTheLibrary(long seed) {
    double[] matrix = new SplittableRandom(seed).doubles(42, -1, 1).toArray();
    double[] expected = ofLibrary(matrix, JOINTS);
    values.compute(matrix);
    assertEquals(expected[0] / expected[5], values.condition(), 1e-9);
  }

  /** Stretched along its axes, by 1 to 5 times {@code scale} and by {@code least}. */
  private static double[] stretching(double scale, double least) {
    double[] matrix = new double[42];
    for (int row = 0; row < 5; row++) {
      matrix[JOINTS * row + row] = scale * (row + 1);
    }
    matrix[JOINTS * 5 + 5] = least;
    return matrix;
  }

  @ParameterizedTest
  @CsvSource({"1, 0.5, 10", "1, 6, 6", "2, 4e-7, Infinity", "200, 9e-5, Infinity"})
  void theConditionOfWhatStretchesAlongItsAxes(double scale, double least, double expected) {
    values.compute(stretching(scale, least));
    assertEquals(expected, values.condition(), 1e-9);
  }

  @Test
  void whatIsLeftOfAValueByRoundingIsNone() {
    double[] matrix = new double[42];
    for (int i = 0; i < 36; i++) {
      matrix[i] = Math.sin(i);
    }
    System.arraycopy(matrix, 0, matrix, 35, 7);
    values.compute(matrix);
    assertEquals(Double.POSITIVE_INFINITY, values.condition());
  }
}
