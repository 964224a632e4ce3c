package dev.tandem.app.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.runtime.guard.Mode;
import dev.tandem.runtime.signal.Block;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A stop brings the arm to rest also when what caused it goes on. */
class LastingFaultTest {
  private static final int DRIVING_TICKS = 153;
  private static final int TICKS_TO_REST = 500;
  private static final double REST_RAD_PER_S = 0.05;

  private static double fastest(FaultRig rig) {
    Block speeds = rig.spec.block("qd");
    double fastest = 0;
    for (int i = 0; i < speeds.size(); i++) {
      double speed = rig.loop.observation().get(speeds.offset() + i);
      fastest = Math.max(fastest, Math.abs(speed));
    }
    return fastest;
  }

  @ParameterizedTest
  @ValueSource(longs = {400_000, 900_000})
  void anArmWhoseTicksAllTakeTooLongComesToRestAndLosesItsPower(long slowNanos) {
    FaultRig rig = new FaultRig(Injections.slow(slowNanos));
    for (int tick = 0; tick < DRIVING_TICKS; tick++) {
      rig.tick();
    }
    assertTrue(fastest(rig) > REST_RAD_PER_S, "it must be under way");
    rig.window.open(rig.next(), TICKS_TO_REST);
    double before = fastest(rig);
    double peak = 0;
    for (int tick = 0; tick < TICKS_TO_REST; tick++) {
      rig.tick();
      peak = Math.max(peak, fastest(rig));
    }
    assertEquals(Mode.STOP0, rig.authority.mode());
    assertTrue(peak < 2 * before, "sped up to " + peak + " rad/s from " + before);
    assertTrue(fastest(rig) < REST_RAD_PER_S, "at " + fastest(rig) + " rad/s");
  }
}
