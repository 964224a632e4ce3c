package dev.tandem.runtime.loop;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** What a tick says of limits and of the set point. */
class PublishedTickTest {
  private final LoopRig rig = new LoopRig();

  @Test
  void theLimitsThatCutACommandAreSaidOfThisTickOnly() {
    rig.policy.push = 0.8;
    rig.ticks(1);
    assertArrayEquals(new long[] {1L << LoopRig.CUT}, rig.sink.record.commandLimits.toArray());
    rig.policy.push = 0.3;
    rig.ticks(LoopRig.TICKS_PER_DECISION);
    assertArrayEquals(new long[0], rig.sink.record.commandLimits.toArray());
  }

  @Test
  void aTickThatIsBlindInItsFirstChannelPullsNowhere() {
    rig.controller.pulls = true;
    rig.ticks(1);
    assertTrue(rig.sink.record.hasSetPoint);
    rig.supervisor.waits = true;
    rig.robot.x = Double.NaN;
    rig.ticks(1);
    assertFalse(rig.sink.record.hasSetPoint);
  }
}
