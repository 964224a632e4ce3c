package dev.tandem.runtime.os;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.runtime.time.SimulatedClock;
import dev.tandem.runtime.time.SystemClock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RealTimeSelfCheckTest {
  private final SimulatedClock clock = new SimulatedClock();
  private List<String> now = List.of();
  private final RealTimeSelfCheck check = new RealTimeSelfCheck(() -> now, clock);

  @Test
  void holdsAsLongAsNothingIsLost() {
    check.check();
    assertTrue(check.holds(clock.nanoTime()));
    assertEquals(List.of(), check.lost());
  }

  @Test
  void whatComesBackBeforeThereIsPowerIsNoLoss() {
    now = List.of("priority");
    check.check();
    assertFalse(check.holds(clock.nanoTime()));
    now = List.of("cpu");
    check.check();
    assertEquals(List.of("cpu"), check.lost());
    now = List.of();
    check.check();
    assertTrue(check.holds(clock.nanoTime()));
    assertEquals(List.of(), check.lost());
  }

  @Test
  void keepsTheFirstLossAlsoWhenItComesBack() {
    check.keep();
    now = List.of("priority");
    check.check();
    now = List.of("cpu");
    check.check();
    now = List.of();
    check.check();
    assertFalse(check.holds(clock.nanoTime()));
    assertEquals(List.of("priority"), check.lost());
  }

  @Test
  void doesNotHoldWhenNobodyHasCheckedForThreeSeconds() {
    check.check();
    assertTrue(check.holds(RealTimeSelfCheck.MAX_AGE_NANOS - 1));
    assertFalse(check.holds(RealTimeSelfCheck.MAX_AGE_NANOS));
  }

  @Test
  void checksOnAThreadOfItsOwn() throws InterruptedException {
    CountDownLatch checked = new CountDownLatch(1);
    Thread[] by = new Thread[1];
    try (RealTimeSelfCheck own =
        new RealTimeSelfCheck(
                () -> {
                  by[0] = Thread.currentThread();
                  checked.countDown();
                  return List.of();
                },
                new SystemClock())
            .start()) {
      assertTrue(checked.await(10, TimeUnit.SECONDS));
      assertTrue(own.holds(new SystemClock().nanoTime()));
    }
    assertNotEquals(Thread.currentThread(), by[0]);
  }

  @Test
  void readsTheKernelsAccountOfAThread() {
    String status = "Name:\tjava\nnonvoluntary_ctxt_switches:\t17\n";
    assertEquals(new ThreadAccount(456, 17), ThreadAccount.of("123 456 7\n", status));
    assertEquals(new ThreadAccount(0, 0), ThreadAccount.of("", ""));
    assertTrue(ThreadAccount.of(ThreadAccount.thisThread()).readyNanos() >= 0);
    assertEquals(new ThreadAccount(0, 0), ThreadAccount.of(-1));
  }

  @Test
  void takesAReadyThreadThatDoesNotRunForThrottled() {
    List<String> lost = new ArrayList<>();
    RealTimeWatch.heldUp(20_000_000, 1_000_000_000, lost);
    assertEquals(List.of(), lost);
    RealTimeWatch.heldUp(50_000_000, 1_000_000_000, lost);
    assertTrue(lost.get(0).contains("waiting 5 % of the time"), lost::toString);
    assertTrue(lost.get(0).contains("sched_rt_runtime_us"), lost::toString);
  }
}
