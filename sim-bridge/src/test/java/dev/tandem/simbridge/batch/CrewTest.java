package dev.tandem.simbridge.batch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 30, unit = TimeUnit.SECONDS)
class CrewTest {
  private static final int ENVIRONMENTS = 5;

  private final int[] steps = new int[ENVIRONMENTS];

  private Crew crew(int threads) {
    return new Crew(ENVIRONMENTS, threads, number -> steps[number]++);
  }

  private static int[] all(int count) {
    int[] expected = new int[ENVIRONMENTS];
    Arrays.fill(expected, count);
    return expected;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 8})
  void everyRoundStepsEachEnvironmentOnce(int threads) throws InterruptedException {
    try (Crew crew = crew(threads)) {
      assertEquals(threads - 1, crew.workers().size());
      for (int round = 1; round <= 300; round++) {
        crew.step();
        assertArrayEquals(all(round), steps);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void whatIsSentIsDoneWhenAllIsReceived(int threads) throws InterruptedException {
    try (Crew crew = crew(threads)) {
      for (int round = 1; round <= 300; round++) {
        crew.sendAll();
        crew.receiveAll();
        assertArrayEquals(all(round), steps);
      }
      crew.send(3);
      assertThrows(IllegalStateException.class, crew::sendAll);
      assertThrows(IllegalStateException.class, crew::step);
      assertThrows(IllegalStateException.class, () -> crew.send(3));
      assertThrows(IllegalStateException.class, () -> crew.requireIdle(3));
      crew.requireIdle(2);
      assertEquals(3, crew.receive());
      assertThrows(IllegalStateException.class, crew::receive);
    }
  }

  /** The other thread waits until the caller is back from where it sent. */
  @Test
  void othersStepWhileTheCallerDoesSomethingElse() throws InterruptedException {
    CountDownLatch stepped = new CountDownLatch(ENVIRONMENTS);
    try (Crew crew = new Crew(ENVIRONMENTS, 2, number -> stepped.countDown())) {
      crew.sendAll();
      assertTrue(stepped.await(20, TimeUnit.SECONDS), "nobody stepped while the caller waited");
      crew.receiveAll();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void whatAnEnvironmentThrowsReachesTheCaller(int threads) {
    try (Crew crew =
        new Crew(
            2,
            threads,
            number -> {
              throw new IllegalArgumentException("broken " + number);
            })) {
      var error = assertThrows(RuntimeException.class, crew::step);
      Throwable cause = error.getCause() == null ? error : error.getCause();
      assertTrue(String.valueOf(cause.getMessage()).startsWith("broken"), error.toString());
    }
  }

  @Test
  void closingEndsItsThreads() throws InterruptedException {
    Crew crew = crew(3);
    crew.step();
    var workers = crew.workers();
    crew.close();
    workers.forEach(worker -> assertFalse(worker.isAlive()));
  }
}
