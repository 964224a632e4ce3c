package dev.tandem.runtime.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** What a decision needs is fetched in the tick before it, when that tick's command has gone. */
class PreparedPolicyTest {
  private final LoopRig rig = new LoopRig();

  @Test
  void aPolicyIsToldInTheTickBeforeItsTurnAndInNoOther() {
    int[] asked = {1, 1, 1, 2, 2, 2, 3};
    int[] prepared = {0, 0, 1, 1, 1, 2, 2};
    for (int tick = 0; tick < asked.length; tick++) {
      rig.ticks(1);
      assertEquals(asked[tick], rig.policy.asked, "tick " + tick);
      assertEquals(prepared[tick], rig.policy.prepared, "tick " + tick);
    }
  }

  @Test
  void itIsToldWhenTheTicksRecordIsOutSoThatNoCommandWaitsForIt() {
    int[] published = new int[1];
    rig.policy.whenPrepared = () -> published[0] = rig.sink.published;
    rig.ticks(LoopRig.TICKS_PER_DECISION);
    assertEquals(LoopRig.TICKS_PER_DECISION, published[0]);
  }

  @Test
  void thePolicyThatWillActIsTheOneThatIsTold() {
    FakePolicy newer = new FakePolicy(0.1, 8);
    rig.ticks(1);
    rig.slot.offer(newer);
    rig.ticks(LoopRig.TICKS_PER_DECISION - 1);
    assertEquals(0, rig.policy.prepared);
    assertEquals(1, newer.prepared);
  }
}
