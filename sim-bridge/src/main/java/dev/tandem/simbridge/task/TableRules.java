package dev.tandem.simbridge.task;

import dev.tandem.runtime.learn.ReturnRange;
import dev.tandem.runtime.signal.Action;
import dev.tandem.runtime.signal.Observation;

/** What a task at a table rewards, and when it is over. Pure. */
interface TableRules {
  double reward(Observation before, Action applied, Observation after);

  /** Once it is done, unless a task says otherwise. */
  default boolean terminated(Observation after) {
    return succeeded(after);
  }

  boolean succeeded(Observation after);

  ReturnRange returnRange(double discount);
}
