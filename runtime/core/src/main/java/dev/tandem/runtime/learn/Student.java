package dev.tandem.runtime.learn;

import dev.tandem.runtime.decide.Policy;
import java.util.List;

/** Learns a policy, whatever from: what can be kept of it, and gone on from. One thread. */
public interface Student {
  /** How often it has learnt something so far. */
  long updates();

  /**
   * The actor as it is now, never changed afterwards; {@link Policy#version()} is {@link
   * #updates()}.
   */
  Policy snapshot();

  /** Everything that learning goes on from: networks, optimiser moments, traces, counters. */
  List<NamedArray> export();

  /** Takes over what {@link #export} gave; throws before changing anything when a shape differs. */
  void restore(List<NamedArray> arrays);
}
