package dev.tandem.runtime.loop;

import dev.tandem.runtime.act.ActionFilter;
import dev.tandem.runtime.act.LimitMasks;
import dev.tandem.runtime.act.SafetyGate;
import dev.tandem.runtime.act.Verdict;
import dev.tandem.runtime.record.FilterNames;
import dev.tandem.runtime.signal.MutableAction;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.runtime.time.Tick;
import java.util.Arrays;
import java.util.List;

/** The action filters in their order, and what they did to the action that is held. */
final class ActionChain {
  private static final int NOBODY = -1;

  private final ActionFilter[] filters;
  private final LimitMasks limits = new LimitMasks();
  private Verdict verdict = Verdict.PASSED;
  private long modifiedMask;
  private int refusedBy = NOBODY;

  ActionChain(List<ActionFilter> filters) {
    this.filters = filters.toArray(ActionFilter[]::new);
  }

  /** Nothing was changed. */
  @HotPath
  void clear() {
    verdict = Verdict.PASSED;
    modifiedMask = 0;
    limits.clear();
    refusedBy = NOBODY;
  }

  /** Up to the first filter that refuses. */
  @HotPath
  void apply(Tick tick, Observation observation, MutableAction action) {
    clear();
    for (int i = 0; i < filters.length && refusedBy == NOBODY; i++) {
      Verdict of = filters[i].apply(tick, observation, action);
      limits.set(i, action.takeLimits());
      verdict = verdict.worse(of);
      modifiedMask |= of == Verdict.PASSED ? 0 : 1L << i;
      if (of == Verdict.STOP || action.firstNotFinite() >= 0) {
        refusedBy = i;
      }
    }
  }

  /** An action that was refused is replaced: that is a change. */
  @HotPath
  void wasDropped() {
    verdict = Verdict.MODIFIED;
  }

  /** Index of the filter that refused the action, or -1. */
  @HotPath
  int refusedBy() {
    return refusedBy;
  }

  @HotPath
  Verdict verdict() {
    return verdict;
  }

  /** Bit i is set when filter i changed the action. */
  @HotPath
  long modifiedMask() {
    return modifiedMask;
  }

  @HotPath
  LimitMasks limits() {
    return limits;
  }

  /** Together with those of the gate. */
  FilterNames names(SafetyGate gate) {
    return new FilterNames(
        Arrays.stream(filters).map(ActionFilter::name).toList(),
        gate.filterNames(),
        Arrays.stream(filters).map(ActionFilter::limitNames).toList(),
        gate.limitNames());
  }
}
