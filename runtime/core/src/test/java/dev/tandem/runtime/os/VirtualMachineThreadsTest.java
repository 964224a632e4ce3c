package dev.tandem.runtime.os;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** On threads of its own: those of the virtual machine that runs the tests stay as they are. */
class VirtualMachineThreadsTest {
  private static final String SAFEPOINTS = "VM Thread";

  /** The 19th field of proc(5)'s stat; the second one, the name, may hold blanks. */
  private static int niceOfThisThread() {
    String stat = ThreadAccount.text(Path.of("/proc/self/task/" + Libc.threadId()).resolve("stat"));
    String[] fromThird = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    return Integer.parseInt(fromThird[16]);
  }

  private static List<Grant> raiseThisThread(int controlPriority) {
    return VirtualMachineThreads.raise(controlPriority, List.of(Libc.threadId()));
  }

  @Test
  void findsTheThreadOfSafepointsAmongThoseOfThisProcess() {
    List<String> names =
        VirtualMachineThreads.threads().stream().map(VirtualMachineThreads::name).toList();
    assertTrue(names.contains(SAFEPOINTS), names::toString);
  }

  @Test
  void putsTheThreadOfSafepointsJustBelowTheControlThreadIfItMay() throws Exception {
    OwnThread.call(
        SAFEPOINTS,
        () -> {
          Grant grant = raiseThisThread(8).get(0);
          assertEquals("safepoints in SCHED_FIFO 7", grant.wish());
          assertEquals(grant.granted() ? "SCHED_FIFO 7" : "SCHED_OTHER", RealTime.scheduler());
          assertTrue(grant.granted() || grant.toString().contains("rtprio"), grant::toString);
          return grant;
        });
  }

  @Test
  void putsOtherThreadsBeforeThoseOfOtherProgramsIfItMay() throws Exception {
    OwnThread.call(
        "worker",
        () -> {
          int before = niceOfThisThread();
          Grant grant = raiseThisThread(8).get(1);
          assertEquals("other threads at nice -15", grant.wish());
          assertEquals(grant.granted() ? -15 : before, niceOfThisThread());
          assertEquals("SCHED_OTHER", RealTime.scheduler());
          return grant;
        });
  }

  @Test
  void leavesEverythingAloneForAControlThreadInNormalScheduling() throws Exception {
    OwnThread.call(
        SAFEPOINTS,
        () -> {
          int before = niceOfThisThread();
          assertEquals(List.of(), raiseThisThread(0));
          assertEquals("SCHED_OTHER", RealTime.scheduler());
          assertEquals(before, niceOfThisThread());
          return before;
        });
  }
}
