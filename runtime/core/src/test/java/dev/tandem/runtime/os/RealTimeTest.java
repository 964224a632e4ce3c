package dev.tandem.runtime.os;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

class RealTimeTest {
  private static <T> T onThreadOfItsOwn(Callable<T> work) throws Exception {
    return OwnThread.call("real time", work);
  }

  /** With the privilege the class is granted, without it the thread stays and advice is given. */
  @Test
  void eitherGrantsAWishOrSaysWhatToSetAndLeavesTheThreadAlone() throws Exception {
    onThreadOfItsOwn(
        () -> {
          Grant grant = RealTime.apply(new RealTimeConfig(7, -1, false)).get(0);
          assertEquals("SCHED_FIFO 7", grant.wish());
          assertEquals(grant.granted() ? "SCHED_FIFO 7" : "SCHED_OTHER", RealTime.scheduler());
          assertEquals(grant.granted(), grant.advice().isEmpty());
          assertTrue(grant.granted() || grant.toString().contains("rtprio"), grant::toString);
          return grant;
        });
  }

  @Test
  void pinsTheThreadToItsCpu() throws Exception {
    boolean only =
        onThreadOfItsOwn(
            () -> {
              List<Grant> grants = RealTime.apply(new RealTimeConfig(0, 0, false));
              assertTrue(grants.get(0).granted(), grants.get(0)::toString);
              return Libc.isOnlyOn(Libc.threadId(), 0);
            });
    assertTrue(only);
  }

  @Test
  void namesACpuThatIsNotThere() throws Exception {
    Grant grant = onThreadOfItsOwn(() -> RealTime.apply(new RealTimeConfig(0, 1023, false)).get(0));
    assertFalse(grant.granted());
    assertEquals(
        "cpu 1023 refused: there is no cpu 1023 that this process may use (error 22)",
        grant.toString());
  }

  @Test
  void noticesWhenPriorityOrCpuIsTakenAway() throws Exception {
    RealTimeConfig wishes = new RealTimeConfig(7, 0, false);
    onThreadOfItsOwn(
        () -> {
          boolean real = RealTime.apply(wishes).get(1).granted();
          RealTimeWatch watch = RealTimeWatch.ofThisThread(wishes);
          assertEquals(List.of(), watch.lost());
          Libc.setScheduler(0, Libc.SCHED_OTHER, 0);
          List<String> lost = watch.lost();
          assertEquals(real ? 1 : 0, lost.size(), lost::toString);
          Libc.setCpu(0, 1);
          String elsewhere = "control thread: expected to run on cpu 0 only, found others";
          assertTrue(watch.lost().contains(elsewhere), watch.lost()::toString);
          return lost;
        });
  }

  @Test
  void refusesWishesThatNoKernelKnows() {
    assertThrows(IllegalArgumentException.class, () -> new RealTimeConfig(100, -1, false));
    assertThrows(IllegalArgumentException.class, () -> new RealTimeConfig(-1, -1, false));
    assertThrows(IllegalArgumentException.class, () -> new RealTimeConfig(0, -2, false));
  }

  @Test
  void aThreadThatHasEndedHasLostNothing() throws Exception {
    RealTimeWatch watch =
        OwnThread.call("ended", () -> RealTimeWatch.ofThisThread(RealTimeConfig.none()));
    assertEquals(List.of(), watch.lost());
  }
}
