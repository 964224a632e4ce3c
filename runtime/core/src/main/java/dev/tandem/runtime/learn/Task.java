package dev.tandem.runtime.learn;

import dev.tandem.runtime.signal.Action;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.signal.SignalSpec;

/**
 * What is to be learnt: the spaces, the reward and when an episode is over. Everything but {@link
 * #reset} depends on the arguments alone, so that the recorder may ask while the loop runs on.
 */
public interface Task {
  String name();

  /** The action space; bounds in SI units. */
  SignalSpec actionSpec();

  FeatureEncoder encoder();

  /** Control ticks from one decision to the next. */
  int ticksPerDecision();

  /** Decisions after which an episode is truncated. */
  int horizonSteps();

  /** Per decision, in (0, 1). */
  double discount();

  /** For critics that need one; unknown unless a task says more. */
  default ReturnRange returnRange() {
    return ReturnRange.UNKNOWN;
  }

  double reward(Observation before, Action applied, Observation after);

  /** True when {@code after} ends the task, in success or in failure; never for a time-out. */
  boolean terminated(Observation after);

  boolean succeeded(Observation after);

  /** Brings robot and scene to the start of an episode; equal seeds give equal episodes. */
  void reset(long episodeSeed);
}
