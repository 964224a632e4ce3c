package dev.tandem.policies.jvm.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import jdk.incubator.vector.FloatVector;
import org.junit.jupiter.api.Test;

/** Against the platform's functions in double precision. */
class FunctionsTest {
  private static final double RELATIVE = 4e-7;

  private interface OfFloat {
    float apply(float x);
  }

  @Test
  void raisesE() {
    check(Functions::exp, VectorFunctions::exp, Math::exp, -85, 85);
    check(Functions::expm1, VectorFunctions::expm1, Math::expm1, -20, 20);
    check(Functions::expm1, VectorFunctions::expm1, Math::expm1, -1e-3, 1e-3);
  }

  @Test
  void squashes() {
    check(Functions::tanh, VectorFunctions::tanh, Math::tanh, -20, 20);
    check(Functions::tanh, VectorFunctions::tanh, Math::tanh, -1e-3, 1e-3);
    check(Functions::sigmoid, VectorFunctions::sigmoid, x -> 1 / (1 + Math.exp(-x)), -20, 20);
  }

  @Test
  void takesTheLogarithmOfOneAndLittleMore() {
    check(Functions::log1p, VectorFunctions::log1p, Math::log1p, 0, 1);
    check(Functions::log1p, VectorFunctions::log1p, Math::log1p, 0, 1e-3);
  }

  @Test
  void staysFiniteFarOut() {
    check(Functions::tanh, VectorFunctions::tanh, Math::signum, 1e3, 1e30);
    assertEquals(0, Functions.exp(-1e30f), 1e-30);
    assertEquals(Float.NaN, Functions.tanh(Float.NaN));
    assertEquals(Float.NaN, Functions.exp(Float.NaN));
  }

  private static void check(
      OfFloat scalar,
      UnaryOperator<FloatVector> vector,
      DoubleUnaryOperator truth,
      double from,
      double to) {
    int count = 4096;
    float[] x = new float[count];
    float[] found = new float[count];
    float[] onVectors = new float[count];
    for (int i = 0; i < count; i++) {
      x[i] = (float) (from + (to - from) * i / count);
      found[i] = scalar.apply(x[i]);
      double expected = truth.applyAsDouble(x[i]);
      assertEquals(expected, found[i], RELATIVE * Math.abs(expected), "of " + x[i]);
    }
    for (int i = 0; i < count; i += Simd.LANES) {
      vector.apply(Simd.at(x, i)).intoArray(onVectors, i);
    }
    assertArrayEquals(found, onVectors);
  }
}
