package dev.tandem.runtime.loop;

import dev.tandem.runtime.act.ActionFilter;
import dev.tandem.runtime.act.Verdict;
import dev.tandem.runtime.decide.Origin;
import dev.tandem.runtime.decide.Policy;
import dev.tandem.runtime.signal.Action;
import dev.tandem.runtime.signal.MutableAction;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.runtime.time.Tick;
import java.util.List;

/**
 * Every k-th tick: the person, else the policy; then the action filters. Between decisions the
 * action is held, but no longer than its maximum age; then it falls back to zero.
 */
final class Decision {
  private final Deciders deciders;
  private final ActionFilter[] filters;
  private final MutableAction requested;
  private final MutableAction applied;
  private Origin origin = Origin.FALLBACK;
  private Verdict verdict = Verdict.PASSED;
  private int firstNotFinite = -1;
  private int refusedBy = -1;
  private long decidedNanos;
  private int ticksHeld;

  Decision(SignalSpec spec, Deciders deciders, List<ActionFilter> filters) {
    this.deciders = deciders;
    this.filters = filters.toArray(ActionFilter[]::new);
    this.requested = new MutableAction(spec);
    this.applied = new MutableAction(spec);
    this.ticksHeld = deciders.ticksPerDecision();
  }

  /** Forgets the held action: the next tick decides. */
  void reset() {
    ticksHeld = deciders.ticksPerDecision();
    requested.zero();
    applied.zero();
  }

  /** True when this tick decided anew. */
  @HotPath
  boolean update(Tick tick, Observation observation) {
    if (ticksHeld < deciders.ticksPerDecision()) {
      ticksHeld++;
      fallBackWhenTooOld(tick);
      return false;
    }
    ticksHeld = 1;
    decidedNanos = tick.startNanos();
    origin = ask(tick, observation);
    firstNotFinite = requested.firstNotFinite();
    filter(tick, observation);
    return true;
  }

  @HotPath
  private Origin ask(Tick tick, Observation observation) {
    if (deciders.person().poll(tick, observation, requested)) {
      return Origin.HUMAN;
    }
    deciders.policy().act(tick, observation, requested);
    return deciders.policyOrigin();
  }

  @HotPath
  private void filter(Tick tick, Observation observation) {
    verdict = Verdict.PASSED;
    refusedBy = -1;
    if (firstNotFinite >= 0) {
      stop();
      return;
    }
    applied.copyFrom(requested);
    for (int i = 0; i < filters.length && refusedBy < 0; i++) {
      verdict = verdict.worse(filters[i].apply(tick, observation, applied));
      if (verdict == Verdict.STOP || applied.firstNotFinite() >= 0) {
        refusedBy = i;
        stop();
      }
    }
  }

  @HotPath
  private void stop() {
    applied.zero();
    verdict = Verdict.STOP;
  }

  @HotPath
  private void fallBackWhenTooOld(Tick tick) {
    if (tick.startNanos() - decidedNanos > deciders.maxActionAgeNanos()) {
      applied.zero();
      origin = Origin.FALLBACK;
    }
  }

  /** The index of the first requested value that is not finite, or -1. */
  @HotPath
  int firstNotFinite() {
    return firstNotFinite;
  }

  /** The index of the action filter that refused the action or made it not finite, or -1. */
  @HotPath
  int refusedBy() {
    return refusedBy;
  }

  @HotPath
  Action requested() {
    return requested;
  }

  @HotPath
  Action applied() {
    return applied;
  }

  @HotPath
  Origin origin() {
    return origin;
  }

  @HotPath
  Verdict verdict() {
    return verdict;
  }

  @HotPath
  long policyVersion() {
    Policy policy = deciders.policy();
    return policy.version();
  }
}
