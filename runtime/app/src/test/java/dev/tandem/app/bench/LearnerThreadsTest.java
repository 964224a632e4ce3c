package dev.tandem.app.bench;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.policies.jvm.JvmConfig;
import dev.tandem.policies.jvm.JvmLearner;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class LearnerThreadsTest {
  private static final int ARRAY_BYTES = 1 << 20;

  private volatile byte[] kept = {};

  /** Bytes counted while a thread of that name allocates an array. */
  private long counted(String name) throws InterruptedException {
    CountDownLatch counting = new CountDownLatch(1);
    CountDownLatch done = new CountDownLatch(1);
    CountDownLatch counted = new CountDownLatch(1);
    Thread thread =
        new Thread(
            () -> {
              await(counting);
              kept = new byte[ARRAY_BYTES];
              done.countDown();
              await(counted);
            },
            name);
    thread.start();
    LearnerThreads threads = LearnerThreads.now();
    long before = threads.getAsLong();
    counting.countDown();
    done.await();
    long bytes = threads.getAsLong() - before;
    counted.countDown();
    thread.join();
    return bytes;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void countsThreadsThatHelpALearnerAndNoOthers() throws InterruptedException {
    assertTrue(counted(JvmLearner.THREAD_NAMES + "9") >= ARRAY_BYTES, "of a helper");
    assertTrue(counted("deallocator") < ARRAY_BYTES, "of another");
  }

  @Test
  void countsTheCallingThread() {
    LearnerThreads threads = LearnerThreads.now();
    long before = threads.getAsLong();
    kept = new byte[ARRAY_BYTES];
    assertTrue(threads.getAsLong() - before >= kept.length, "own");
  }

  /** The names are what a learner's own threads have. */
  @Test
  void findsTheThreadsOfALearner() {
    try (JvmLearner learner =
        new JvmLearner(LearnerLoad.spaces(), LearnerLoad.histogram(), JvmConfig.of(3), 1)) {
      long helpers =
          Thread.getAllStackTraces().keySet().stream()
              .filter(thread -> thread.getName().startsWith(JvmLearner.THREAD_NAMES))
              .count();
      assertTrue(helpers >= 2, "helpers " + helpers + " of " + learner.batchRows());
    }
  }
}
