package dev.tandem.policies.jvm.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tandem.policies.nn.Arithmetic;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Against the platform's functions in double precision. */
@Tag("kernels")
class ExponentialTest {
  private static final double RELATIVE = 4e-7;
  private static final int COUNT = 4096;

  @Test
  void raisesE() {
    check(new Exponential(1, 0), Math::exp, -85, 85);
    check(new Exponential(-2, 0), x -> Math.exp(-2 * x), -30, 30);
  }

  @Test
  void raisesEInASlab() {
    TestSlab slab = new TestSlab(1);
    int in = slab.row(96);
    int out = slab.row(96);
    float[] found = KernelsTest.bits(slab, kernels -> kernels.exponentiate(in, out, 80));
    for (int i = 0; i < 80; i++) {
      double expected = Math.exp(slab.get(in + i));
      assertEquals(expected, found[out + i], RELATIVE * expected);
    }
    assertEquals(slab.get(out + 80), found[out + 80], "beyond the last");
  }

  @Test
  void isExactInSmallNumbersLessOne() {
    check(new Exponential(1, 1), Math::expm1, -20, 20);
    check(new Exponential(1, 1), Math::expm1, -1e-3, 1e-3);
  }

  @Test
  void staysFiniteFarOutAndKeepsWhatIsNotANumber() {
    assertEquals(0, new Exponential(1, 0).of(-1e30f), 1e-30);
    assertEquals(Math.exp(87), new Exponential(1, 0).of(1e30f), 1e32);
    assertEquals(Float.NaN, new Exponential(1, 1).of(Float.NaN));
  }

  @Test
  void takesTheLogarithmOfOneAndLittleMore() {
    for (int i = 0; i <= COUNT; i++) {
      float x = (float) i / COUNT;
      assertEquals(Math.log1p(x), PlainSquash.log1p(x), RELATIVE * Math.log1p(x));
    }
  }

  private static void check(Exponential wanted, DoubleUnaryOperator truth, double from, double to) {
    float[] x = new float[COUNT];
    float[] found = new float[COUNT];
    for (int i = 0; i < COUNT; i++) {
      x[i] = (float) (from + (to - from) * i / COUNT);
      found[i] = wanted.of(x[i]);
      double expected = truth.applyAsDouble(x[i]);
      assertEquals(expected, found[i], RELATIVE * Math.abs(expected), "of " + x[i]);
    }
    if (Arithmetic.fastest() == Arithmetic.VECTOR) {
      VectorExponential.run(x, 0, 0, COUNT, wanted);
      assertArrayEquals(found, x);
    }
  }
}
