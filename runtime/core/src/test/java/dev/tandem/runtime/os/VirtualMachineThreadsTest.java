package dev.tandem.runtime.os;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class VirtualMachineThreadsTest {
  private static String safepointScheduler() {
    return VirtualMachineThreads.threads().stream()
        .filter(thread -> VirtualMachineThreads.name(thread).equals("VM Thread"))
        .map(RealTime::scheduler)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void putsTheThreadOfSafepointsJustBelowTheControlThreadIfItMay() {
    Grant grant = VirtualMachineThreads.raise(8).get(0);
    assertEquals("safepoints in SCHED_FIFO 7", grant.wish());
    assertEquals(grant.granted() ? "SCHED_FIFO 7" : "SCHED_OTHER", safepointScheduler());
    assertTrue(grant.granted() || grant.toString().contains("rtprio"), grant::toString);
  }

  @Test
  void leavesEverythingAloneForAControlThreadInNormalScheduling() {
    String before = safepointScheduler();
    assertEquals(List.of(), VirtualMachineThreads.raise(0));
    assertEquals(before, safepointScheduler());
  }
}
