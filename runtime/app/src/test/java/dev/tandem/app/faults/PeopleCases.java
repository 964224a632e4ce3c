package dev.tandem.app.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.runtime.decide.Origin;
import dev.tandem.runtime.guard.Fault;
import dev.tandem.runtime.guard.Mode;
import dev.tandem.safety.authority.Asked;
import dev.tandem.safety.monitor.Channels;
import dev.tandem.simbridge.fault.Distortion;

/** What becomes of people who take over, come near, or recover a robot again and again. */
final class PeopleCases {
  private static final double NEAR_METRES = 1.4;
  private static final int NEAR_TICKS = 400;

  private PeopleCases() {}

  static long conflict(Course course) {
    FaultRig rig = course.calm(Injections.person(), 50);
    long ticks =
        Course.ticks(
            rig,
            2,
            () -> true,
            () -> rig.record.mode == Mode.RUN_HUMAN && rig.record.origin == Origin.HUMAN);
    for (int i = 1; i < 50; i++) {
      assertEquals(Mode.RUN_HUMAN, rig.tick());
    }
    for (int i = 0; i < 500; i++) {
      assertEquals(Mode.ARMED, rig.tick(), "muted, tick " + i);
    }
    assertEquals(Mode.RUN_POLICY, rig.tick());
    return ticks;
  }

  static long personNear(Course course) {
    FaultRig rig =
        course.calm(
            Injections.input(Channels.PERSON_DISTANCE, Distortion.to(NEAR_METRES)), NEAR_TICKS);
    int distance = rig.at(Channels.PERSON_DISTANCE);
    long ticks =
        Course.ticks(
            rig,
            NEAR_TICKS,
            () -> rig.record.observation[distance] == NEAR_METRES,
            () -> rig.record.mode == Mode.REDUCED_POLICY);
    double fastest = 0;
    for (int i = 1; i < NEAR_TICKS; i++) {
      assertEquals(Mode.REDUCED_POLICY, rig.tick(), "tick " + i);
      fastest = i < 100 ? 0 : Math.max(fastest, toolMetresPerSecond(rig));
    }
    assertTrue(fastest > 0.05, "it moves on");
    assertTrue(fastest <= FaultRig.LIMITS.file().reduced().toolSpeedMPerS(), "found " + fastest);
    for (int i = 1; i < 1000; i++) {
      assertEquals(Mode.REDUCED_POLICY, rig.tick(), "tick " + i + " after");
    }
    assertEquals(Mode.RUN_POLICY, rig.tick());
    return ticks;
  }

  /** The tool is on its way at twice the speed that it may then have. */
  static long personNearAHurriedArm(Course course) {
    HurriedArm arm = new HurriedArm();
    FaultRig rig = course.rig(arm, arm.limits());
    do {
      rig.tick();
    } while (toolMetresPerSecond(rig) < 0.45);
    rig.window.open(rig.next(), NEAR_TICKS);
    double limit = arm.limits().file().reduced().toolSpeedMPerS();
    long slow = -1;
    for (int i = 0; i < 100; i++) {
      assertEquals(Mode.REDUCED_POLICY, rig.tick(), "tick " + i);
      slow = toolMetresPerSecond(rig) > limit ? -1 : slow < 0 ? i : slow;
    }
    assertTrue(slow > 0, "it comes down, and stays so");
    return slow;
  }

  private static double toolMetresPerSecond(FaultRig rig) {
    int velocity = rig.at("tool_velocity.0");
    double square = 0;
    for (int axis = 0; axis < 3; axis++) {
      square += Math.pow(rig.record.observation[velocity + axis], 2);
    }
    return Math.sqrt(square);
  }

  static long recoveries(Course course) {
    FaultRig rig = course.calm(Injections.input(Channels.PROTECTIVE, Distortion.to(0)), 1);
    for (int i = 0; i < 3; i++) {
      assertEquals(Mode.ARMED, recovered(rig, course), "recovery " + i);
      assertEquals(0, rig.record.faults & Fault.RECOVERED_TOO_OFTEN.bit());
      rig.window.open(rig.next(), 1);
    }
    stop(rig, course);
    Asked fourth = rig.operator.recover("looked at it");
    long ticks =
        Course.ticks(
            rig,
            2,
            () -> fourth.state() == Asked.State.HEARD,
            () -> (rig.record.faults & Fault.RECOVERED_TOO_OFTEN.bit()) != 0);
    assertEquals(Fault.RECOVERED_TOO_OFTEN, fourth.objection());
    assertEquals(Mode.STOP2, rig.record.mode);
    return ticks;
  }

  private static Mode recovered(FaultRig rig, Course course) {
    stop(rig, course);
    rig.operator.recover("looked at it");
    return rig.tick();
  }

  /** Stops it, and looks until the arm has come to rest and a little longer. */
  private static void stop(FaultRig rig, Course course) {
    assertEquals(Mode.STOP2, rig.tick());
    rig.window.close();
    long looking = RestWatch.ALLOWED_TICKS + course.random.nextLong(1, Course.PHASE_TICKS);
    for (long i = looking; i > 0; i--) {
      rig.tick();
    }
  }
}
