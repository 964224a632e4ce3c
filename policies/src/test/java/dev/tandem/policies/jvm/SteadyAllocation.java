package dev.tandem.policies.jvm;

import com.sun.management.ThreadMXBean;
import dev.tandem.runtime.learn.Batch;
import java.lang.management.ManagementFactory;
import java.util.Set;
import java.util.function.Supplier;

/** What repeated work allocates once it is compiled, in all threads that take part. */
public final class SteadyAllocation {
  private static final int CALLS = 100;
  private static final int ROUNDS_IN_A_ROW = 3;
  private static final int MOST_ROUNDS = 600;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private SteadyAllocation() {}

  /**
   * Bytes of the last round of 100 updates: 0 as soon as three rounds in a row allocated nothing.
   * Compilation may still allocate in the first ones.
   *
   * @param helpers threads that the learner has besides the caller's
   */
  static long bytes(Supplier<JvmLearner> maker, Batch batch, int helpers) {
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    try (JvmLearner learner = maker.get()) {
      long[] found =
          Thread.getAllStackTraces().keySet().stream()
              .filter(thread -> thread.getName().startsWith(JvmLearner.THREAD_NAMES))
              // those of learners that were closed a moment ago may not have ended yet
              .filter(thread -> !before.contains(thread))
              .mapToLong(Thread::threadId)
              .toArray();
      if (found.length != helpers) {
        throw new AssertionError("threads: expected " + helpers + ", found " + found.length);
      }
      return bytes(() -> learner.update(batch), found);
    }
  }

  /**
   * The same of other work.
   *
   * @param helpers numbers of threads besides the caller's that do it
   */
  public static long bytes(Runnable work, long... helpers) {
    long least = Long.MAX_VALUE;
    int inARow = 0;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      long bytes = bytesOfARound(work, helpers);
      inARow = bytes == 0 ? inARow + 1 : 0;
      if (inARow == ROUNDS_IN_A_ROW) {
        return 0;
      }
      least = Math.min(least, Math.max(1, bytes));
    }
    return least;
  }

  private static long bytesOfARound(Runnable work, long[] helpers) {
    long before = allocated(helpers);
    for (int call = 0; call < CALLS; call++) {
      work.run();
    }
    return allocated(helpers) - before;
  }

  private static long allocated(long[] helpers) {
    long bytes = THREADS.getCurrentThreadAllocatedBytes();
    for (long helper : helpers) {
      bytes += THREADS.getThreadAllocatedBytes(helper);
    }
    return bytes;
  }
}
