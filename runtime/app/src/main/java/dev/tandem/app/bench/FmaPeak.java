package dev.tandem.app.bench;

import dev.tandem.runtime.time.Clock;
import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The most that cores can do on vectors: fused multiply-adds on registers alone, nothing loaded,
 * nothing stored. What no matrix product on this machine can beat. Bursts are about as long as an
 * update and their median counts, as it does of updates, so that both see the machine alike.
 */
final class FmaPeak {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int CHAINS = 10;
  private static final int STEPS = 2_000_000;
  private static final int WARM_UP = 5;
  private static final int BURSTS = 31;
  private static final float SHRINK = 0.999f;

  private FmaPeak() {}

  /** Floating-point operations per nanosecond of so many threads together, all at once. */
  static double gigaflops(Clock clock, int threads) throws InterruptedException {
    double[] each = new double[threads];
    Thread[] others = new Thread[threads - 1];
    for (int i = 0; i < others.length; i++) {
      int number = i + 1;
      others[i] = new Thread(() -> each[number] = ofThisThread(clock), "fma-" + number);
      others[i].start();
    }
    each[0] = ofThisThread(clock);
    for (Thread other : others) {
      other.join();
    }
    return Arrays.stream(each).sum();
  }

  private static double ofThisThread(Clock clock) {
    float kept = 0;
    for (int i = 0; i < WARM_UP; i++) {
      kept += burst(STEPS, i);
    }
    long[] nanos = new long[BURSTS];
    for (int i = 0; i < BURSTS; i++) {
      long start = clock.nanoTime();
      kept += burst(STEPS, i);
      nanos[i] = clock.nanoTime() - start;
    }
    if (Float.isNaN(kept)) {
      throw new IllegalStateException("a sum of finite numbers cannot be NaN");
    }
    Arrays.sort(nanos);
    return 2.0 * CHAINS * SPECIES.length() * STEPS / nanos[BURSTS / 2];
  }

  /** As many chains as hide the latency of a multiply-add and still fit 16 registers. */
  private static float burst(int steps, float start) {
    FloatVector x = FloatVector.broadcast(SPECIES, SHRINK);
    FloatVector y = FloatVector.broadcast(SPECIES, 1 - SHRINK);
    FloatVector a = FloatVector.broadcast(SPECIES, start);
    FloatVector b = a;
    FloatVector c = a;
    FloatVector d = a;
    FloatVector e = a;
    FloatVector f = a;
    FloatVector g = a;
    FloatVector h = a;
    FloatVector i = a;
    FloatVector j = a;
    for (int step = 0; step < steps; step++) {
      a = a.fma(x, y);
      b = b.fma(x, y);
      c = c.fma(x, y);
      d = d.fma(x, y);
      e = e.fma(x, y);
      f = f.fma(x, y);
      g = g.fma(x, y);
      h = h.fma(x, y);
      i = i.fma(x, y);
      j = j.fma(x, y);
    }
    FloatVector sum = a.add(b).add(c).add(d).add(e).add(f).add(g).add(h).add(i).add(j);
    return sum.lane(0);
  }
}
