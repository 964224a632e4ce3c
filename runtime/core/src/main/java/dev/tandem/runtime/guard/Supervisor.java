package dev.tandem.runtime.guard;

import dev.tandem.runtime.signal.Command;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.time.Tick;

/** Says in every tick, before anything is decided, who may drive, or how to stop. */
public interface Supervisor {
  /** The mode of this tick. Control thread. */
  Mode update(Tick tick, Observation observation, LoopHealth health, Command lastApplied);

  /**
   * An error of the program ended a tick: what it would compute next nobody knows. Control thread.
   *
   * @return {@link Mode#FAULT} from a supervisor of something that can move; the mode from now on
   */
  Mode breakDown();

  /** The mode that {@link #update} or {@link #breakDown} returned last. */
  Mode mode();

  /** What the present stop began with; {@link Fault#NONE} when the robot is not stopped. */
  Fault cause();

  /**
   * What made the present stop stronger in this tick; {@link Fault#NONE} when it did not grow, or
   * because a controlled stop came to its end in order.
   */
  Fault worsenedBy();

  /** Bits of all faults that were seen in this tick, whatever the reaction. */
  long faults();
}
