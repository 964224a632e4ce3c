package dev.tandem.runtime.loop;

import dev.tandem.runtime.decide.InterventionSource;
import dev.tandem.runtime.decide.Origin;
import dev.tandem.runtime.decide.Policy;

/**
 * Who drives, and how often.
 *
 * @param person asked first, at every decision
 * @param policy asked when the person does not drive
 * @param policyOrigin what the policy's actions are recorded as: POLICY, or SCRIPT for a script
 * @param ticksPerDecision control ticks from one decision to the next
 * @param maxActionAgeNanos an action older than this is replaced by zero
 */
public record Deciders(
    InterventionSource person,
    Policy policy,
    Origin policyOrigin,
    int ticksPerDecision,
    long maxActionAgeNanos) {
  public Deciders {
    if (ticksPerDecision < 1) {
      throw new IllegalArgumentException("ticksPerDecision must be >= 1, got " + ticksPerDecision);
    }
    if (maxActionAgeNanos <= 0) {
      throw new IllegalArgumentException("maxActionAgeNanos must be > 0, got " + maxActionAgeNanos);
    }
  }
}
