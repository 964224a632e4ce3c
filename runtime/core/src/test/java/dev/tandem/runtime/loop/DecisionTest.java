package dev.tandem.runtime.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tandem.runtime.decide.InterventionSource;
import dev.tandem.runtime.decide.Origin;
import org.junit.jupiter.api.Test;

class DecisionTest {
  private final LoopRig rig = new LoopRig();

  @Test
  void thePersonOverridesThePolicy() {
    rig.personDrives = true;
    rig.ticks(1);
    assertEquals(Origin.HUMAN, rig.sink.record.origin);
    assertEquals(-0.2, rig.sink.record.appliedAction[0]);
    assertEquals(0, rig.policy.asked);
  }

  @Test
  void thePolicyDrivesAgainWhenThePersonLetsGo() {
    rig.personDrives = true;
    rig.ticks(LoopRig.TICKS_PER_DECISION);
    rig.personDrives = false;
    rig.ticks(1);
    assertEquals(Origin.POLICY, rig.sink.record.origin);
    assertEquals(0.3, rig.sink.record.appliedAction[0]);
  }

  @Test
  void everyThirdTickDecidesAndTheActionIsHeldBetween() {
    for (int tick = 0; tick < 9; tick++) {
      rig.policy.push = 0.1 * tick;
      rig.ticks(1);
      int decidedAt = tick - tick % LoopRig.TICKS_PER_DECISION;
      assertEquals(tick == decidedAt, rig.sink.record.decided);
      assertEquals(0.1 * decidedAt, rig.sink.record.appliedAction[0]);
    }
    assertEquals(3, rig.policy.asked);
  }

  @Test
  void anActionAtItsMaximumAgeIsStillHeld() {
    LoopRig strict = new LoopRig(2 * LoopRig.PERIOD_NANOS);
    strict.ticks(3);
    assertEquals(0.3, strict.sink.record.appliedAction[0]);
    assertEquals(Origin.POLICY, strict.sink.record.origin);
  }

  @Test
  void anActionOlderThanItsMaximumAgeFallsBackToZero() {
    LoopRig strict = new LoopRig(2 * LoopRig.PERIOD_NANOS - 1);
    strict.ticks(2);
    assertEquals(0.3, strict.sink.record.appliedAction[0]);
    strict.ticks(1);
    assertEquals(0, strict.sink.record.appliedAction[0]);
    assertEquals(0, strict.robot.lastForce);
    assertEquals(Origin.FALLBACK, strict.sink.record.origin);
    strict.ticks(1);
    assertEquals(Origin.POLICY, strict.sink.record.origin);
  }

  @Test
  void aPolicyOfferedWithinAHeldActionWaitsForTheNextDecision() {
    rig.ticks(1);
    rig.slot.offer(new FakePolicy(-0.4, 8));
    rig.ticks(LoopRig.TICKS_PER_DECISION - 1);
    assertEquals(0.3, rig.sink.record.appliedAction[0]);
    assertEquals(7, rig.sink.record.policyVersion);
    rig.ticks(1);
    assertEquals(-0.4, rig.sink.record.appliedAction[0]);
    assertEquals(8, rig.sink.record.policyVersion);
  }

  @Test
  void aDeciderOfNoTicksIsRefusedWithItsNumber() {
    assertRefused("ticksPerDecision must be >= 1, got 0", 0, 1);
  }

  @Test
  void anActionThatMayHaveNoAgeIsRefusedWithItsNumber() {
    assertRefused("maxActionAgeNanos must be > 0, got 0", 1, 0);
  }

  private void assertRefused(String message, int ticks, long maxAgeNanos) {
    var error =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                new Deciders(
                    InterventionSource.NOBODY, rig.policy, Origin.POLICY, ticks, maxAgeNanos));
    assertEquals(message, error.getMessage());
  }
}
