package dev.tandem.app.bench;

import com.sun.management.ThreadMXBean;
import dev.tandem.runtime.time.Clock;
import dev.tandem.runtime.time.SystemClock;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.function.LongSupplier;

/** Durations of one repeated piece of work, and the bytes that were allocated meanwhile. */
final class Samples {
  private static final Clock CLOCK = new SystemClock();
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final long[] sortedNanos;
  private final double bytesPerCall;

  private Samples(long[] nanos, double bytesPerCall) {
    this.sortedNanos = nanos;
    this.bytesPerCall = bytesPerCall;
    Arrays.sort(nanos);
  }

  /** Runs {@code work} {@code warmUp} times unseen and {@code count} times timed. */
  static Samples of(int warmUp, int count, Runnable work) {
    return of(warmUp, count, work, count, () -> {});
  }

  /** The same with bytes as {@code allocated} counts them. */
  static Samples of(int warmUp, int count, Runnable work, LongSupplier allocated) {
    return of(warmUp, count, work, count, () -> {}, allocated);
  }

  /**
   * Runs {@code work} until the compiler is done with it, which is when nothing was {@code
   * allocated} for so many calls in a row; or until it has had enough calls.
   */
  static void awaitNoBytes(Runnable work, LongSupplier allocated, int inARow, int mostCalls) {
    int quiet = 0;
    for (int call = 0; call < mostCalls && quiet < inARow; call++) {
      long before = allocated.getAsLong();
      work.run();
      quiet = allocated.getAsLong() == before ? quiet + 1 : 0;
    }
  }

  /** The same with a {@code pause}, neither timed nor counted, after every {@code block} calls. */
  static Samples of(int warmUp, int count, Runnable work, int block, Runnable pause) {
    return of(warmUp, count, work, block, pause, THREADS::getCurrentThreadAllocatedBytes);
  }

  private static Samples of(
      int warmUp, int count, Runnable work, int block, Runnable pause, LongSupplier allocated) {
    for (int i = 0; i < warmUp; i++) {
      work.run();
      pauseAfter(i, block, pause);
    }
    long[] nanos = new long[count];
    long bytes = 0;
    for (int from = 0; from < count; from += block) {
      bytes += time(work, nanos, from, Math.min(count, from + block), allocated);
      pause.run();
    }
    return new Samples(nanos, (double) bytes / count);
  }

  private static void pauseAfter(int call, int block, Runnable pause) {
    if (call % block == block - 1) {
      pause.run();
    }
  }

  /** Fills {@code nanos[from .. to - 1]}; returns the bytes that were allocated. */
  private static long time(Runnable work, long[] nanos, int from, int to, LongSupplier allocated) {
    long bytesBefore = allocated.getAsLong();
    for (int i = from; i < to; i++) {
      long start = CLOCK.nanoTime();
      work.run();
      nanos[i] = CLOCK.nanoTime() - start;
    }
    return allocated.getAsLong() - bytesBefore;
  }

  /** The duration that {@code fraction} of the calls stayed within. */
  double micros(double fraction) {
    int index = (int) Math.ceil(fraction * sortedNanos.length) - 1;
    return sortedNanos[Math.max(0, index)] * 1e-3;
  }

  double medianMillis() {
    return micros(0.5) * 1e-3;
  }

  double bytesPerCall() {
    return bytesPerCall;
  }
}
