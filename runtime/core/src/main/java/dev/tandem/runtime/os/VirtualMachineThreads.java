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
 */
public final class VirtualMachineThreads {
  private static final Path TASKS = Path.of("/proc/self/task");
  private static final String SAFEPOINTS = "VM Thread";
  private static final int NICE = -15;
  private static final String ADVICE =
      "put '@realtime - rtprio 99' and '@realtime - nice -20' into"
          + " /etc/security/limits.d/tandem.conf and yourself into that group";

  private VirtualMachineThreads() {}

  /**
   * Raises all threads of this process that are not in real time yet; those that they start later
   * inherit it.
   *
   * @param controlPriority of the control thread in SCHED_FIFO; 0 for none, and nothing is raised
   */
  public static List<Grant> raise(int controlPriority) {
    return raise(controlPriority, threads());
  }

  static List<Grant> raise(int controlPriority, List<Integer> threads) {
    List<Grant> grants = new ArrayList<>();
    if (controlPriority > 1) {
      int below = controlPriority - 1;
      boolean safepoints = true;
      boolean nicer = true;
      for (int thread : threads) {
        if (name(thread).equals(SAFEPOINTS)) {
          safepoints = Libc.setScheduler(thread, Libc.SCHED_FIFO, below) == 0;
        }
        nicer &= Libc.setNice(thread, NICE) == 0;
      }
      grants.add(grant("safepoints in SCHED_FIFO " + below, safepoints));
      grants.add(grant("other threads at nice " + NICE, nicer));
    }
    return grants;
  }

  private static Grant grant(String wish, boolean granted) {
    return new Grant(wish, granted, granted ? "" : ADVICE);
  }

  static String name(int thread) {
    return ThreadAccount.text(TASKS.resolve(thread + "/comm")).strip();
  }

  static List<Integer> threads() {
    List<Integer> threads = new ArrayList<>();
    try (DirectoryStream<Path> tasks = Files.newDirectoryStream(TASKS)) {
      tasks.forEach(task -> threads.add(Integer.valueOf(String.valueOf(task.getFileName()))));
    } catch (IOException e) {
      return List.of();
    }
    return threads;
  }
}
