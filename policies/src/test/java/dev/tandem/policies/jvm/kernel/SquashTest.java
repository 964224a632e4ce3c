package dev.tandem.policies.jvm.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Against the density of the squashed Gaussian in double precision. */
@Tag("kernels")
class SquashTest {
  private static final int COUNT = 64;
  private static final double[] MEANS = {5, -8, 10, -15, 20, -30, 40, -60, 88, -90, 1e3, -1e6};
  private static final Squash.Clip CLIP = new Squash.Clip(-0.8f, 0.6f);

  static LongStream seeds() {
    return LongStream.range(0, 10);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void drawsActionsAndTheirLogProbabilities(long seed) {
    TestSlab slab = new TestSlab(seed);
    Squash.Gaussian in = new Squash.Gaussian(slab.row(COUNT), slab.row(COUNT), slab.row(COUNT));
    Squash.Drawn out = new Squash.Drawn(slab.row(COUNT), slab.row(COUNT), slab.row(COUNT));
    Squash squash = new Squash(in, out, CLIP);
    float[] found = KernelsTest.bits(slab, kernels -> kernels.squash(squash, 16, COUNT - 16));
    for (int i = 16; i < COUNT; i++) {
      double noise = slab.get(in.noise() + i);
      double logStd = Math.max(CLIP.least(), Math.min(CLIP.most(), slab.get(in.logStd() + i)));
      double u = slab.get(in.mean() + i) + Math.exp(logStd) * noise;
      double normal = -0.5 * noise * noise - logStd - 0.5 * Math.log(2 * Math.PI);
      double tanh = Math.tanh(u);
      assertEquals(tanh, found[out.action() + i], 1e-6);
      assertEquals(normal - Math.log(1 - tanh * tanh), found[out.logProbability() + i], 3e-6);
      assertEquals(Math.exp(logStd) * noise, found[out.spread() + i], 1e-6);
    }
  }

  /** Where 1 - tanh(u)^2 is nothing in either precision, and where it is about to be. */
  @ParameterizedTest
  @MethodSource("seeds")
  void staysFiniteAndRightWhereTheActionIsAtItsBound(long seed) {
    TestSlab slab = new TestSlab(seed);
    Squash.Gaussian in = new Squash.Gaussian(slab.row(COUNT), slab.row(COUNT), slab.row(COUNT));
    Squash.Drawn out = new Squash.Drawn(slab.row(COUNT), slab.row(COUNT), slab.row(COUNT));
    for (int i = 0; i < COUNT; i++) {
      slab.set(in.mean() + i, (float) (MEANS[i % MEANS.length] + slab.get(in.mean() + i)));
    }
    Squash squash = new Squash(in, out, CLIP);
    float[] found = KernelsTest.bits(slab, kernels -> kernels.squash(squash, 0, COUNT));
    for (int i = 0; i < COUNT; i++) {
      double noise = slab.get(in.noise() + i);
      double logStd = Math.max(CLIP.least(), Math.min(CLIP.most(), slab.get(in.logStd() + i)));
      double u = slab.get(in.mean() + i) + Math.exp(logStd) * noise;
      double normal = -0.5 * noise * noise - logStd - 0.5 * Math.log(2 * Math.PI);
      double logSlope = 2 * (Math.log(2) - Math.abs(u) - Math.log1p(Math.exp(-2 * Math.abs(u))));
      double expected = normal - logSlope;
      double most = 1e-6 * (1 + Math.abs(expected));
      assertEquals(expected, found[out.logProbability() + i], most, "u " + u);
      assertEquals(Math.tanh(u), found[out.action() + i], 1e-6, "u " + u);
    }
  }
}
