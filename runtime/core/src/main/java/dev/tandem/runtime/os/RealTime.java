package dev.tandem.runtime.os;

import java.util.ArrayList;
import java.util.List;

/**
 * Makes a thread a real-time thread, as far as the operating system lets it. What is refused leaves
 * the thread as it was.
 */
public final class RealTime {
  /** How to be allowed every priority that can be asked for. */
  public static final String PRIORITY_ADVICE =
      "put '@realtime - rtprio 99' into /etc/security/limits.d/tandem.conf, yourself into that"
          + " group, and log in again, or give the JDK's java CAP_SYS_NICE";

  /** How to be allowed to lock memory. */
  public static final String MEMORY_ADVICE =
      "put '@realtime - memlock unlimited' into /etc/security/limits.d/tandem.conf, yourself"
          + " into that group, and log in again";

  private RealTime() {}

  /** Applies the wishes to the calling thread, memory to the whole process. */
  public static List<Grant> apply(RealTimeConfig wishes) {
    List<Grant> grants = new ArrayList<>();
    Libc.setTimerSlack(1);
    if (wishes.lockMemory()) {
      grants.add(grant("locked memory", Libc.lockMemory(), MEMORY_ADVICE));
    }
    if (wishes.cpu() >= 0) {
      String advice = "there is no cpu " + wishes.cpu() + " that this process may use";
      grants.add(grant("cpu " + wishes.cpu(), Libc.setCpu(0, wishes.cpu()), advice));
    }
    if (wishes.priority() > 0) {
      int error = Libc.setScheduler(0, Libc.SCHED_FIFO, wishes.priority());
      grants.add(grant("SCHED_FIFO " + wishes.priority(), error, PRIORITY_ADVICE));
    }
    return grants;
  }

  /** The calling thread's scheduling in words: {@code SCHED_FIFO 80} or {@code SCHED_OTHER}. */
  public static String scheduler() {
    return scheduler(0);
  }

  static String scheduler(int thread) {
    int found = Libc.scheduler(thread);
    return switch (found) {
      case Libc.SCHED_FIFO -> "SCHED_FIFO " + Libc.priority(thread);
      case Libc.SCHED_OTHER -> "SCHED_OTHER";
      default -> "class " + found;
    };
  }

  private static Grant grant(String wish, int error, String advice) {
    if (error == 0) {
      return new Grant(wish, true, "");
    }
    return new Grant(wish, false, error == Libc.EPERM ? advice : advice + " (error " + error + ")");
  }
}
