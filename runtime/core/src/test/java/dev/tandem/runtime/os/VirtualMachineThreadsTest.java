package dev.tandem.runtime.os;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** On threads of its own: those of the virtual machine that runs the tests stay as they are. */
class VirtualMachineThreadsTest {
  private static final String SAFEPOINTS = "VM Thread";
  private static final int MAX_CORES = 1024;

  /** The 19th field of proc(5)'s stat; the second one, the name, may hold blanks. */
  private static int niceOfThisThread() {
    String stat = ThreadAccount.text(Path.of("/proc/self/task/" + Libc.threadId()).resolve("stat"));
    String[] fromThird = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    return Integer.parseInt(fromThird[16]);
  }

  private static List<Integer> coresOfThisThread() throws IOException {
    AllowedCpus cores = AllowedCpus.of(Files.readAllLines(Path.of("/proc/thread-self/status")));
    return IntStream.range(0, MAX_CORES).filter(cores::mayContain).boxed().toList();
  }

  private static List<Grant> raiseThisThread(int controlPriority, int cpu) {
    RealTimeConfig control = new RealTimeConfig(controlPriority, cpu, false);
    return VirtualMachineThreads.raise(control, List.of(Libc.threadId()));
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
          Grant grant = raiseThisThread(8, -1).get(0);
          assertEquals("safepoints in SCHED_FIFO 7", grant.wish());
          assertEquals(grant.granted() ? "SCHED_FIFO 7" : "SCHED_OTHER", RealTime.scheduler());
          assertTrue(grant.granted() || grant.toString().contains("rtprio"), grant::toString);
          return grant;
        });
  }

  private static Grant clear(String thread, int cpu) throws Exception {
    return OwnThread.call(thread, () -> raiseThisThread(8, cpu).get(2));
  }

  private static List<Integer> cores(String thread, int cpu) throws Exception {
    return OwnThread.call(
        thread,
        () -> {
          raiseThisThread(8, cpu);
          return coresOfThisThread();
        });
  }

  @Test
  void putsSafepointsOnTheControlThreadsCore() throws Exception {
    int cpu = coresOfThisThread().get(0);
    assertEquals(List.of(cpu), cores(SAFEPOINTS, cpu));
    assertEquals("cpu " + cpu + " for control and safepoints only", clear(SAFEPOINTS, cpu).wish());
    assertTrue(clear(SAFEPOINTS, cpu).granted());
  }

  @Test
  void takesOtherThreadsOffTheControlThreadsCoreIfThereIsAnother() throws Exception {
    List<Integer> before = coresOfThisThread();
    List<Integer> others = before.subList(1, before.size());
    assertEquals(others.isEmpty() ? before : others, cores("worker", before.get(0)));
    assertEquals(!others.isEmpty(), clear("worker", before.get(0)).granted());
  }

  @Test
  void letsThoseThatNobodyWaitsForUseWhatIsLeftOfTheCore() throws Exception {
    List<Integer> before = coresOfThisThread();
    assertEquals(before, cores("C2 CompilerThre", before.get(0)));
    assertEquals(before, cores("ZWorkerYoung#0", before.get(0)));
  }

  @Test
  void leavesTheCoresAloneForAControlThreadWithoutAny() throws Exception {
    List<Integer> before = coresOfThisThread();
    assertEquals(before, cores("worker", -1));
    assertEquals(before, cores(SAFEPOINTS, -1));
    assertEquals(2, OwnThread.call("worker", () -> raiseThisThread(8, -1)).size());
  }

  @Test
  void saysThatACoreIsMissing() throws Exception {
    int only = coresOfThisThread().get(0);
    Grant grant =
        OwnThread.call(
            "worker",
            () -> {
              assertEquals(0, Libc.setCpu(0, only));
              return raiseThisThread(8, only).get(2);
            });
    assertFalse(grant.granted());
    assertTrue(grant.advice().contains("a second core"), grant::toString);
  }

  @Test
  void putsOtherThreadsBeforeThoseOfOtherProgramsIfItMay() throws Exception {
    OwnThread.call(
        "worker",
        () -> {
          int before = niceOfThisThread();
          Grant grant = raiseThisThread(8, -1).get(1);
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
          assertEquals(List.of(), raiseThisThread(0, 0));
          assertEquals("SCHED_OTHER", RealTime.scheduler());
          assertEquals(before, niceOfThisThread());
          return before;
        });
  }
}
