package dev.tandem.runtime.decide;

import dev.tandem.runtime.signal.MutableAction;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.runtime.time.Tick;

/**
 * Hands the newest policy from the learner to the control thread without a lock. The swap happens
 * inside {@link #act}, that is at a decision boundary and never within a held action.
 */
public final class PolicySlot implements Policy {
  private volatile Policy newest;
  private Policy current;

  public PolicySlot(Policy first) {
    this.newest = first;
    this.current = first;
  }

  /** Any thread. The policy must not be changed by its maker afterwards. */
  public void offer(Policy policy) {
    newest = policy;
  }

  @Override
  @HotPath
  public void act(Tick tick, Observation observation, MutableAction action) {
    current = newest;
    current.act(tick, observation, action);
  }

  @Override
  @HotPath
  public void prepare() {
    newest.prepare();
  }

  @Override
  @HotPath
  public long decidedNanos(Tick tick) {
    return current.decidedNanos(tick);
  }

  /** The version of the policy that acted last. Control thread. */
  @Override
  @HotPath
  public long version() {
    return current.version();
  }
}
