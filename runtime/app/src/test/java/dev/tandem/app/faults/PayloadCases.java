package dev.tandem.app.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.runtime.guard.Fault;
import dev.tandem.runtime.guard.Mode;

/** Something hangs on the arm that its model does not know of. */
final class PayloadCases {
  private static final int JOINT = 1;
  private static final double GRAVITY_NM = 4;

  /** The elbow takes its time. */
  private static final int RESTING_TICKS = 4000;

  private static final int MOST_TICKS = 20_000;

  private PayloadCases() {}

  /** Ticks from when the loaded arm has come to rest, and stays there, to the stop. */
  static long hung(Course course) {
    FaultRig rig = course.calm(Injection.NONE, 1);
    rig.operator.hold();
    for (long i = RESTING_TICKS + course.random.nextLong(Course.PHASE_TICKS); i > 0; i--) {
      rig.tick();
    }
    assertEquals(Mode.ARMED, rig.authority.mode());
    rig.push(JOINT, GRAVITY_NM);
    long resting = -1;
    for (int i = 0; rig.tick() == Mode.ARMED; i++) {
      resting = rests(rig) ? resting + 1 : -1;
      assertTrue(i < MOST_TICKS, "not seen");
    }
    assertEquals(Mode.STOP2, rig.authority.mode());
    assertEquals(Fault.WRONG_MODEL, rig.authority.cause());
    return resting + 1;
  }

  private static boolean rests(FaultRig rig) {
    double most = FaultRig.LIMITS.monitors().joints().restRadPerS();
    boolean rests = true;
    for (int joint = 0; joint < rig.commandBefore.length; joint++) {
      rests &= Math.abs(rig.record.observation[rig.at("qd." + joint)]) <= most;
    }
    return rests;
  }
}
