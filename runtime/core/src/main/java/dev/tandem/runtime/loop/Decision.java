package dev.tandem.runtime.loop;

import dev.tandem.runtime.act.ActionFilter;
import dev.tandem.runtime.decide.InterventionSource;
import dev.tandem.runtime.decide.Origin;
import dev.tandem.runtime.decide.Policy;
import dev.tandem.runtime.guard.LoopHealth;
import dev.tandem.runtime.guard.Mode;
import dev.tandem.runtime.signal.Action;
import dev.tandem.runtime.signal.MutableAction;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.runtime.time.Tick;
import java.util.List;

/**
 * Every k-th tick, and whenever the person interrupts: the person, else the policy, as the mode
 * allows; then the action filters. Between decisions the action is held, but no longer than its
 * maximum age; then nobody drives.
 */
final class Decision {
  private final Deciders deciders;
  private final ActionChain chain;
  private final MutableAction requested;
  private final MutableAction applied;
  private Origin origin = Origin.FALLBACK;
  private boolean due;
  private long decidedNanos;
  private int ticksHeld;

  Decision(SignalSpec spec, Deciders deciders, List<ActionFilter> filters) {
    this.deciders = deciders;
    this.chain = new ActionChain(filters);
    this.requested = new MutableAction(spec);
    this.applied = new MutableAction(spec);
    this.ticksHeld = deciders.ticksPerDecision();
  }

  /** Forgets the held action: the next tick decides. */
  void reset(Tick tick, LoopHealth health) {
    health.unusableActions = 0;
    health.commandRefusedBy = LoopHealth.NOBODY;
    ticksHeld = deciders.ticksPerDecision();
    decidedNanos = tick.startNanos();
    requested.zero();
    applied.zero();
  }

  /**
   * Asks the person, when a decision is due, and tells how old the held action is. In every tick of
   * a stop: whoever grips the device then must be known before somebody recovers.
   */
  @HotPath
  void listen(Tick tick, Observation observation, LoopHealth health, boolean stopped) {
    InterventionSource person = deciders.person();
    due =
        stopped || ticksHeld >= deciders.ticksPerDecision() || person.interrupts(tick, observation);
    if (due) {
      health.humanDrives = person.poll(tick, observation, requested);
    }
    health.humanLost = person.isLost(tick);
    health.actionAgeNanos = tick.startNanos() - decidedNanos;
  }

  /** True when this tick decided anew. */
  @HotPath
  boolean update(Tick tick, Observation observation, Mode mode, LoopHealth health) {
    if (!due) {
      ticksHeld++;
      return false;
    }
    ticksHeld = 1;
    due = false;
    ask(tick, observation, mode);
    health.badAction = requested.firstNotFinite();
    health.actionRefusedBy = -1;
    filter(tick, observation, health);
    return true;
  }

  @HotPath
  private void ask(Tick tick, Observation observation, Mode mode) {
    decidedNanos = tick.startNanos();
    if (mode.humanDrives()) {
      origin = Origin.HUMAN;
    } else if (mode.policyDrives()) {
      Policy policy = deciders.policy();
      policy.act(tick, observation, requested);
      decidedNanos = policy.decidedNanos(tick);
      origin = deciders.policyOrigin();
    } else {
      requested.zero();
      origin = Origin.FALLBACK;
    }
  }

  @HotPath
  private void filter(Tick tick, Observation observation, LoopHealth health) {
    if (health.badAction >= 0) {
      chain.clear();
      health.badValue = requested.get(health.badAction);
      drop(health);
      return;
    }
    applied.copyFrom(requested);
    chain.apply(tick, observation, applied);
    health.actionRefusedBy = chain.refusedBy();
    if (health.actionRefusedBy >= 0) {
      drop(health);
      return;
    }
    health.unusableActions = 0;
  }

  /** An action that cannot be used is not applied; what becomes of it is the supervisor's. */
  @HotPath
  private void drop(LoopHealth health) {
    health.unusableActions++;
    chain.wasDropped();
    hold();
  }

  /** Nobody drives from here to the next decision. */
  @HotPath
  void hold() {
    applied.zero();
    origin = Origin.FALLBACK;
  }

  /** True when the held action, if there is one, may not be held any longer. */
  @HotPath
  boolean isTooOld(Tick tick) {
    return origin != Origin.FALLBACK
        && tick.startNanos() - decidedNanos > deciders.maxActionAgeNanos();
  }

  /** True when an action is applied. */
  @HotPath
  boolean drives() {
    return origin != Origin.FALLBACK;
  }

  /** Makes the next tick decide. */
  @HotPath
  void hurry() {
    ticksHeld = deciders.ticksPerDecision();
  }

  /** Tells the policy when its turn is next. */
  @HotPath
  void prepare() {
    if (ticksHeld >= deciders.ticksPerDecision()) {
      Policy policy = deciders.policy();
      policy.prepare();
    }
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

  /** What the filters did to the action that is held. */
  @HotPath
  ActionChain chain() {
    return chain;
  }

  @HotPath
  long policyVersion() {
    Policy policy = deciders.policy();
    return policy.version();
  }
}
