package dev.tandem.simbridge.person;

import dev.tandem.runtime.signal.MutableAction;
import dev.tandem.runtime.signal.Observation;

/** What a person knows of a task: where to go next, and how far it still is. Control thread. */
public interface Expert {
  /** Writes what a calm, exact person would do. */
  void act(Observation observation, MutableAction action);

  /** Metres still to go; exactly 0 when there is nothing left to correct. */
  double remainingMetres(Observation observation);
}
