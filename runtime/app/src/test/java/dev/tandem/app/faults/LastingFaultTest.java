package dev.tandem.app.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.runtime.guard.Mode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A stop brings the arm to rest also when what caused it goes on. */
class LastingFaultTest {
  private static final int DRIVING_TICKS = 153;
  private static final int TICKS_TO_REST = 500;

  @ParameterizedTest
  @ValueSource(longs = {400_000, 900_000})
  void anArmWhoseTicksAllTakeTooLongComesToRestAndLosesItsPower(long slowNanos) {
    FaultRig rig = FaultRig.driving(Injections.slow(slowNanos));
    for (int tick = 0; tick < DRIVING_TICKS; tick++) {
      rig.tick();
    }
    RestWatch rest = new RestWatch(rig);
    double before = rest.fastestRadPerS();
    assertTrue(before > RestWatch.REST_RAD_PER_S, "it must be under way");
    rig.window.open(rig.next(), TICKS_TO_REST);
    double peak = 0;
    for (int tick = 0; tick < TICKS_TO_REST; tick++) {
      rig.tick();
      peak = Math.max(peak, rest.look());
    }
    assertEquals(Mode.STOP0, rig.authority.mode());
    assertTrue(peak < 2 * before, "sped up to " + peak + " rad/s from " + before);
    assertTrue(rest.ticksToRest() < TICKS_TO_REST, "at " + rest.fastestRadPerS() + " rad/s");
  }
}
