package dev.tandem.policies.jvm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * In threads of their own: a crew that hangs does not hear interrupts, and must fail all the same.
 */
@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CrewTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7})
  void doesEveryTaskOnceInEveryPhase(int threads) {
    try (Crew crew = new Crew(threads)) {
      for (int tasks = 0; tasks < 300; tasks++) {
        AtomicIntegerArray done = new AtomicIntegerArray(tasks);
        crew.run(done::getAndIncrement, tasks);
        int[] found = new int[tasks];
        Arrays.setAll(found, done::get);
        int[] once = new int[tasks];
        Arrays.fill(once, 1);
        assertArrayEquals(once, found);
      }
    }
  }

  @Test
  void worksWithAllItsThreadsAtOnce() {
    CountDownLatch together = new CountDownLatch(3);
    Set<Thread> seen = ConcurrentHashMap.newKeySet();
    try (Crew crew = new Crew(3)) {
      crew.run(
          task -> {
            seen.add(Thread.currentThread());
            together.countDown();
            awaitQuietly(together);
          },
          3);
    }
    assertEquals(3, seen.size());
    assertTrue(seen.contains(Thread.currentThread()));
  }

  @Test
  void takesOverWhatAThreadDoesNotComeTo() {
    CountDownLatch others = new CountDownLatch(7);
    int[] held = new int[1];
    try (Crew crew = new Crew(2)) {
      crew.run(
          task -> {
            if (task == 4) {
              // the second thread's first task lasts until the first thread has done all others
              awaitQuietly(others);
              held[0]++;
            } else {
              others.countDown();
            }
          },
          8);
    }
    assertEquals(1, held[0]);
  }

  @Test
  void wakesThreadsThatHaveParked() {
    try (Crew crew = new Crew(2)) {
      for (int i = 0; i < 20; i++) {
        Thread helper = helper(crew);
        while (helper.getState() != Thread.State.WAITING) {
          Thread.onSpinWait();
        }
      }
    }
  }

  @Test
  void passesOnWhatATaskThrowsAndGoesOn() {
    try (Crew crew = new Crew(2)) {
      RuntimeException thrown = new IllegalArgumentException("no such row");
      IllegalStateException error =
          assertThrows(
              IllegalStateException.class,
              () ->
                  crew.run(
                      task -> {
                        if (task == 5) {
                          throw thrown;
                        }
                      },
                      8));
      assertSame(thrown, error.getCause());
      AtomicIntegerArray done = new AtomicIntegerArray(8);
      crew.run(done::getAndIncrement, 8);
      assertEquals(1, done.get(5));
    }
  }

  @Test
  void tellsOfEveryTaskThatFailed() {
    try (Crew crew = new Crew(2)) {
      IllegalStateException error =
          assertThrows(
              IllegalStateException.class,
              () ->
                  crew.run(
                      task -> {
                        throw new IllegalArgumentException("task " + task);
                      },
                      8));
      assertEquals(7, error.getSuppressed().length);
      AtomicIntegerArray done = new AtomicIntegerArray(8);
      crew.run(done::getAndIncrement, 8);
      assertEquals(1, done.get(7));
    }
  }

  @Test
  void endsItsThreadsWhenItIsClosed() throws InterruptedException {
    Thread helper;
    try (Crew crew = new Crew(2)) {
      helper = helper(crew);
    }
    helper.join();
  }

  @Test
  void needsAThread() {
    assertThrows(IllegalArgumentException.class, () -> new Crew(0));
  }

  /** The thread of a crew of two that is not the caller's, after a phase that both worked in. */
  private static Thread helper(Crew crew) {
    CountDownLatch together = new CountDownLatch(2);
    Thread[] seen = new Thread[2];
    crew.run(
        task -> {
          seen[task] = Thread.currentThread();
          together.countDown();
          awaitQuietly(together);
        },
        2);
    return Thread.currentThread().equals(seen[0]) ? seen[1] : seen[0];
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
