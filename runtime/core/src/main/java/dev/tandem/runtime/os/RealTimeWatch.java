package dev.tandem.runtime.os;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks from another thread whether a real-time thread still has what it was granted: an operator,
 * a container or a tool may take it away at any time (fault F40). Allocates; not for the control
 * thread, which it does not disturb. {@link RealTimeSelfCheck} asks it each second.
 */
public final class RealTimeWatch {
  private static final Path TASKS = Path.of("/proc/self/task");
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final long MIN_ACCOUNT_NANOS = 500_000_000;
  private static final double MAX_READY_FRACTION = 0.02;

  private final int thread;
  private final String scheduler;
  private final int cpu;
  private final boolean locked;
  private ThreadAccount account;
  private long askedNanos = System.nanoTime();

  private RealTimeWatch(int thread, String scheduler, int cpu, boolean locked) {
    this.thread = thread;
    this.scheduler = scheduler;
    this.cpu = cpu;
    this.locked = locked;
    this.account = ThreadAccount.of(thread);
  }

  /** Of the calling thread as it is scheduled now; {@code wishes} tells about core and memory. */
  public static RealTimeWatch ofThisThread(RealTimeConfig wishes) {
    int thread = Libc.threadId();
    boolean pinned = wishes.cpu() >= 0 && Libc.isOnlyOn(thread, wishes.cpu());
    boolean locked = wishes.lockMemory() && lockedKibibytes() > 0;
    return new RealTimeWatch(
        thread, RealTime.scheduler(thread), pinned ? wishes.cpu() : -1, locked);
  }

  /**
   * One line for each thing that was lost: expected and found; empty when all still holds. That the
   * kernel made the thread wait counts over half a second and more. A thread that has ended has
   * lost nothing.
   */
  public List<String> lost() {
    List<String> lost = new ArrayList<>();
    String found = RealTime.scheduler(thread);
    if (Files.notExists(TASKS.resolve(String.valueOf(thread)))) {
      return lost;
    }
    if (!found.equals(scheduler)) {
      lost.add("control thread: expected " + scheduler + ", found " + found);
    }
    if (cpu >= 0 && !Libc.isOnlyOn(thread, cpu)) {
      lost.add("control thread: expected to run on cpu " + cpu + " only, found others");
    }
    if (locked && lockedKibibytes() == 0) {
      lost.add("memory: expected it locked, found it unlocked");
    }
    long nowNanos = System.nanoTime();
    if (nowNanos - askedNanos >= MIN_ACCOUNT_NANOS) {
      ThreadAccount now = ThreadAccount.of(thread);
      if (found.startsWith("SCHED_FIFO")) {
        heldUp(now.readyNanos() - account.readyNanos(), nowNanos - askedNanos, lost);
      }
      account = now;
      askedNanos = nowNanos;
    }
    return lost;
  }

  /**
   * A real-time thread waits for its core only behind a higher one, or when it is throttled; each
   * ordinary wake-up counts a few microseconds.
   */
  static void heldUp(long readyNanos, long elapsedNanos, List<String> lost) {
    double fraction = (double) readyNanos / Math.max(1, elapsedNanos);
    if (fraction > MAX_READY_FRACTION) {
      lost.add(
          "control thread: expected its core when it is ready, found it waiting %.0f %% of the time:"
                  .formatted(100 * fraction)
              + " a higher priority, or the kernel's throttling (kernel.sched_rt_runtime_us)");
    }
  }

  private static long lockedKibibytes() {
    return ThreadAccount.number(ThreadAccount.text(STATUS), "VmLck:");
  }
}
