package dev.tandem.app.bench;

import com.sun.management.ThreadMXBean;
import dev.tandem.runtime.loop.ControlLoop;
import java.lang.management.ManagementFactory;

/**
 * A control loop's ticks and the bytes that they allocate. A class of its own, without a text: when
 * the virtual machine compiles a method that runs long, it makes all texts of that method's class
 * on the running thread, and those bytes would be taken for the ticks'.
 */
final class CountedTicks {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private CountedTicks() {}

  /** Runs so many ticks on the calling thread; returns the bytes that it allocated meanwhile. */
  static long run(ControlLoop loop, long ticks) {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    for (long tick = 0; tick < ticks; tick++) {
      loop.tick();
    }
    return THREADS.getCurrentThreadAllocatedBytes() - before;
  }
}
