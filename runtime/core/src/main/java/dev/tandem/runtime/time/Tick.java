package dev.tandem.runtime.time;

/**
 * One period of the control loop, as every sensor, controller and filter of that period sees it.
 */
public interface Tick {
  /** Ticks since the loop was started; missed ticks are skipped and leave a hole. */
  long index();

  /** The deadline at which this tick should have started, on the loop's clock. */
  long startNanos();

  /** Time from one deadline to the next. */
  long periodNanos();

  /** How long after the deadline the tick really started. */
  long latenessNanos();
}
