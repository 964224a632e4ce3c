package dev.tandem.policies.jvm.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Against algorithm 2 of arXiv 1711.05101 in double precision. */
@Tag("kernels")
class AdamTest {
  private static final int COUNT = 64;

  static LongStream seeds() {
    return LongStream.range(0, 10);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void stepsDownTheGradientAndLetsTheTargetFollow(long seed) {
    TestSlab slab = new TestSlab(seed);
    boolean followed = slab.random.nextBoolean();
    Learnt at =
        new Learnt(
            slab.row(COUNT),
            slab.row(COUNT),
            slab.row(COUNT),
            slab.row(COUNT),
            followed ? slab.row(COUNT) : Learnt.NONE);
    for (int i = 0; i < COUNT; i++) {
      slab.set(at.secondMoment() + i, (float) Math.abs(slab.get(at.secondMoment() + i)));
    }
    AdamStep step = new AdamStep();
    step.rate = 0.01f;
    step.epsilon = 1e-3f;
    step.gradientScale = 0.5f;
    step.decay = 0.1f;
    step.tau = 0.2f;
    float[] found = KernelsTest.bits(slab, kernels -> kernels.descend(at, 16, COUNT - 16, step));
    assertEquals(slab.get(at.value() + 15), found[at.value() + 15]);
    for (int i = 16; i < COUNT; i++) {
      double gradient = 0.5 * slab.get(at.gradient() + i);
      double first = 0.9 * slab.get(at.firstMoment() + i) + 0.1 * gradient;
      double second = 0.999 * slab.get(at.secondMoment() + i) + 0.001 * gradient * gradient;
      double value = 0.9 * slab.get(at.value() + i) - 0.01 * first / (Math.sqrt(second) + 1e-3);
      assertEquals(first, found[at.firstMoment() + i], 1e-6);
      assertEquals(second, found[at.secondMoment() + i], 1e-6);
      assertEquals(value, found[at.value() + i], 1e-6);
      if (followed) {
        double target = slab.get(at.target() + i);
        assertEquals(target + 0.2 * (value - target), found[at.target() + i], 1e-6);
      }
    }
  }

  @Test
  void forgetsMomentsThatAreNextToNothing() {
    TestSlab slab = new TestSlab(1);
    Learnt at =
        new Learnt(slab.row(COUNT), slab.row(COUNT), slab.row(COUNT), slab.row(COUNT), Learnt.NONE);
    for (int i = 0; i < COUNT; i++) {
      slab.set(at.secondMoment() + i, 1);
    }
    slab.set(at.gradient(), 0);
    slab.set(at.firstMoment(), -1e-36f);
    slab.set(at.secondMoment(), 1e-36f);
    slab.set(at.gradient() + 1, 0);
    slab.set(at.firstMoment() + 1, -1e-30f);
    slab.set(at.secondMoment() + 1, 1e-30f);
    float[] found = KernelsTest.bits(slab, kernels -> kernels.descend(at, 0, 16, new AdamStep()));
    assertEquals(0, found[at.firstMoment()]);
    assertEquals(0, found[at.secondMoment()]);
    assertEquals(-0.9e-30, found[at.firstMoment() + 1], 1e-35);
    assertEquals(0.999e-30, found[at.secondMoment() + 1], 1e-35);
  }
}
