package dev.tandem.runtime.os;

/**
 * What a thread wishes of the operating system.
 *
 * @param priority in class SCHED_FIFO, 1..99; 0 for normal scheduling
 * @param cpu the only one that it may run on; -1 for any
 * @param lockMemory whether the whole process keeps its memory from being paged out
 */
public record RealTimeConfig(int priority, int cpu, boolean lockMemory) {
  private static final int MAX_PRIORITY = 99;
  private static final int MAX_CPU = 1023;

  public RealTimeConfig {
    if (priority < 0 || priority > MAX_PRIORITY) {
      throw new IllegalArgumentException("priority must be in 0..99, got " + priority);
    }
    if (cpu < -1 || cpu > MAX_CPU) {
      throw new IllegalArgumentException("cpu must be in -1..1023, got " + cpu);
    }
  }

  /** Normal scheduling, anywhere. */
  public static RealTimeConfig none() {
    return new RealTimeConfig(0, -1, false);
  }
}
