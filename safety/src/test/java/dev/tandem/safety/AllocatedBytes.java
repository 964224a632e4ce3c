package dev.tandem.safety;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Counts what a call leaves on the heap of the calling thread. */
public final class AllocatedBytes {
  private static final int WARM_UP = 30_000;
  private static final int CALLS = 50_000;

  private AllocatedBytes() {}

  /** Rounded down: what the count itself costs disappears, one object a call does not. */
  public static long perCall(Runnable call) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    for (int i = 0; i < WARM_UP; i++) {
      call.run();
    }
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < CALLS; i++) {
      call.run();
    }
    return (threads.getCurrentThreadAllocatedBytes() - before) / CALLS;
  }
}
