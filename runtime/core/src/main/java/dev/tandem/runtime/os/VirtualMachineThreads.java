package dev.tandem.runtime.os;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps a control thread from waiting for threads of lower priority. At a safepoint it waits until
 * the virtual machine's own thread has done its work, and that one until every Java thread has come
 * to a halt; beside busy programs each of them waits for a core for milliseconds. So the virtual
 * machine's thread runs in real time just below the control thread, and the others go before other
 * programs' threads.
 *
 * <p>A control thread with a core of its own shares it with safepoints only. The virtual machine's
 * thread looks every ten microseconds whether all have come to a halt, a millisecond long, and as
 * it takes longer than that to wake up and to fall asleep, whom it waits for on the same core does
 * not get on: such a safepoint took two milliseconds instead of 0.1. On the control thread's core
 * it is in nobody's way, as that thread waits for it too. Collectors and compilers may use what is
 * left of the core: nobody waits for them.
 */
public final class VirtualMachineThreads {
  private static final Path TASKS = Path.of("/proc/self/task");
  private static final String SAFEPOINTS = "VM Thread";
  private static final List<String> NEVER_WAITED_FOR = List.of("Z", "GC ", "G1 ", "C1 ", "C2 ");
  private static final int NICE = -15;
  private static final String PRIORITY_ADVICE =
      "put '@realtime - rtprio 99' and '@realtime - nice -20' into"
          + " /etc/security/limits.d/tandem.conf and yourself into that group";
  private static final String CORE_ADVICE =
      "let this process use a second core, by taskset, the container or the machine";

  private VirtualMachineThreads() {}

  /**
   * Raises all threads of this process but the calling one that are not in real time yet, and takes
   * them off its core; those that they start later inherit it.
   *
   * @param control what the calling thread, the control thread, wishes; in normal scheduling the
   *     others stay as they are
   */
  public static List<Grant> raise(RealTimeConfig control) {
    List<Integer> others = threads();
    others.remove(Integer.valueOf(Libc.threadId()));
    return raise(control, others);
  }

  static List<Grant> raise(RealTimeConfig control, List<Integer> threads) {
    List<Grant> grants = new ArrayList<>();
    if (control.priority() > 1) {
      int below = control.priority() - 1;
      boolean safepoints = true;
      boolean nicer = true;
      for (int thread : threads) {
        if (name(thread).equals(SAFEPOINTS)) {
          safepoints = Libc.setScheduler(thread, Libc.SCHED_FIFO, below) == 0;
        }
        nicer &= Libc.setNice(thread, NICE) == 0;
      }
      grants.add(grant("safepoints in SCHED_FIFO " + below, safepoints, PRIORITY_ADVICE));
      grants.add(grant("other threads at nice " + NICE, nicer, PRIORITY_ADVICE));
      if (control.cpu() >= 0) {
        grants.add(clear(control.cpu(), threads));
      }
    }
    return grants;
  }

  private static Grant clear(int cpu, List<Integer> threads) {
    boolean cleared = true;
    for (int thread : threads) {
      String name = name(thread);
      if (name.equals(SAFEPOINTS)) {
        cleared &= Libc.setCpu(thread, cpu) == 0;
      } else if (NEVER_WAITED_FOR.stream().noneMatch(name::startsWith)) {
        cleared &= Libc.keepOff(thread, cpu) == 0;
      }
    }
    return grant("cpu " + cpu + " for control and safepoints only", cleared, CORE_ADVICE);
  }

  private static Grant grant(String wish, boolean granted, String advice) {
    return new Grant(wish, granted, granted ? "" : advice);
  }

  static String name(int thread) {
    return ThreadAccount.text(TASKS.resolve(thread + "/comm")).strip();
  }

  static List<Integer> threads() {
    List<Integer> threads = new ArrayList<>();
    try (DirectoryStream<Path> tasks = Files.newDirectoryStream(TASKS)) {
      tasks.forEach(task -> threads.add(Integer.valueOf(String.valueOf(task.getFileName()))));
    } catch (IOException e) {
      return new ArrayList<>();
    }
    return threads;
  }
}
