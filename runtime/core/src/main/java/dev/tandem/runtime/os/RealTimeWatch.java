package dev.tandem.runtime.os;

import java.util.ArrayList;
import java.util.List;

/**
 * Looks from another thread whether a real-time thread still has what it was granted: an operator,
 * a container or a tool may take it away at any time. Allocates; not for the control thread.
 */
public final class RealTimeWatch {
  private final int thread;
  private final String scheduler;
  private final int cpu;

  private RealTimeWatch(int thread, String scheduler, int cpu) {
    this.thread = thread;
    this.scheduler = scheduler;
    this.cpu = cpu;
  }

  /** Of the calling thread as it is scheduled now; {@code wishes} tells about its core. */
  public static RealTimeWatch ofThisThread(RealTimeConfig wishes) {
    int thread = Libc.threadId();
    boolean pinned = wishes.cpu() >= 0 && Libc.isOnlyOn(thread, wishes.cpu());
    return new RealTimeWatch(thread, RealTime.scheduler(thread), pinned ? wishes.cpu() : -1);
  }

  /** One line for each thing that was lost: expected and found; empty when all still holds. */
  public List<String> lost() {
    List<String> lost = new ArrayList<>();
    String found = RealTime.scheduler(thread);
    if (!found.equals(scheduler)) {
      lost.add("control thread: expected " + scheduler + ", found " + found);
    }
    if (cpu >= 0 && !Libc.isOnlyOn(thread, cpu)) {
      lost.add("control thread: expected to run on cpu " + cpu + " only, found others");
    }
    return lost;
  }
}
