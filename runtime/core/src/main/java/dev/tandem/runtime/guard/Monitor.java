package dev.tandem.runtime.guard;

import dev.tandem.runtime.signal.Command;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.time.Tick;

/**
 * Looks for one kind of fault in every tick, before anything is decided. Keeps what it has seen so
 * far, but never latches: that is the supervisor's. Control thread: no allocation, no lock.
 */
public interface Monitor {
  /** What it looks for. */
  Fault fault();

  /**
   * How strongly the robot must react in this tick.
   *
   * @param lastApplied what the drives were sent in the tick before
   */
  Reaction inspect(Tick tick, Observation observation, LoopHealth health, Command lastApplied);

  /** Forgets what it has seen: the robot was put somewhere else. */
  default void restart() {}

  /**
   * Forgets what a fault may have left in it: a person has recovered the robot, which stands where
   * it stood.
   */
  default void recovered() {
    restart();
  }
}
