package dev.tandem.runtime.decide;

import dev.tandem.runtime.signal.MutableAction;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.time.Tick;
import java.util.random.RandomGenerator;

/** Maps an observation to an action. Control thread: no allocation, no lock, no native session. */
public interface Policy {
  void act(Tick tick, Observation observation, MutableAction action);

  /**
   * The next tick will decide, and this one's command has gone: what was not used since the last
   * decision, such as weights, can be brought near to the core. Changes nothing.
   */
  default void prepare() {}

  /**
   * When the action that {@link #act} gave last was decided, on the loop's clock; a policy with a
   * thread of its own is behind the tick.
   */
  default long decidedNanos(Tick tick) {
    return tick.startNanos();
  }

  /** Grows with every snapshot of the learner; recorded with every transition. */
  long version();

  /**
   * The same policy trying things out, with {@code random} for the control thread alone; itself
   * when it has nothing to try.
   */
  default Policy exploring(RandomGenerator random) {
    return this;
  }
}
