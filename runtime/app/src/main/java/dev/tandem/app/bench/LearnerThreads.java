package dev.tandem.app.bench;

import com.sun.management.ThreadMXBean;
import dev.tandem.policies.jvm.JvmLearner;
import java.lang.management.ManagementFactory;
import java.util.function.LongSupplier;

/**
 * Bytes that the calling thread and the threads that help learners have allocated so far. Other
 * threads of the process are no part of it, such as TensorFlow's, which clear up after it.
 */
final class LearnerThreads implements LongSupplier {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final long[] numbers;

  private LearnerThreads(long[] numbers) {
    this.numbers = numbers;
  }

  /** Those that there are now. */
  static LearnerThreads now() {
    return new LearnerThreads(
        Thread.getAllStackTraces().keySet().stream()
            .filter(LearnerThreads::learns)
            .mapToLong(Thread::threadId)
            .toArray());
  }

  private static boolean learns(Thread thread) {
    return thread.equals(Thread.currentThread())
        || thread.getName().startsWith(JvmLearner.THREAD_NAMES);
  }

  @Override
  public long getAsLong() {
    long bytes = 0;
    for (long number : numbers) {
      bytes += Math.max(0, THREADS.getThreadAllocatedBytes(number));
    }
    return bytes;
  }
}
