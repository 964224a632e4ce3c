package dev.tandem.app.faults;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.runtime.guard.Fault;
import dev.tandem.runtime.guard.Mode;
import dev.tandem.simbridge.fault.Distortion;
import java.util.List;
import java.util.random.RandomGeneratorFactory;

/** What filters and the authority do without a monitor, in the same tick. */
final class FilterCases {
  private static final int CALM_TICKS = 150;
  private static final double MAX_ACTION_METRES = 0.05;
  private static final double MAX_STEP_NM = 1;
  private static final double ROUNDING = 1e-9;

  private FilterCases() {}

  static List<FilterCase> all() {
    return List.of(
        new FilterCase(
            Fault.ACTION_OUT_OF_RANGE, "an action of 10 m", "clipped", 0, FilterCases::outOfRange),
        new FilterCase(
            Fault.SET_POINT_JUMP,
            "actions that jump from end to end",
            "torque steps of 1 Nm at most",
            0,
            FilterCases::jump),
        new FilterCase(
            Fault.TORQUE_OVER_LIMIT,
            "joint speeds with spikes of 0.5 rad/s",
            "torque steps of 1 Nm at most",
            0,
            FilterCases::spikes),
        new FilterCase(
            Fault.OVERRUN,
            "a tick of 0.4 ms",
            "the last safe command once more",
            0,
            FilterCases::overrun),
        new FilterCase(
            Fault.AUTHORITY_CONFLICT,
            "a person drives while the policy does",
            "the person; the policy muted for 500 ms",
            1,
            FilterCases::conflict),
        new FilterCase(
            Fault.TOOL_TOO_FAST,
            "somebody at 1.4 m",
            "reduced speed, until nobody has been near for 1 s",
            0,
            FilterCases::personNear),
        new FilterCase(
            Fault.QP_INFEASIBLE,
            "joint speeds 1.5 rad/s off, so that limits contradict each other",
            "limits that may give way do, else it brakes; goes on",
            0,
            BarrierCases::infeasible),
        new FilterCase(
            Fault.QP_EXHAUSTED,
            "a solver that is allowed one step",
            "brakes; goes on",
            0,
            BarrierCases::exhausted),
        new FilterCase(
            Fault.JOINT_LIMIT_NEAR,
            "a controller that drives joint 7 against its limit at 0.6 rad/s",
            "pushed back, never beyond; goes on",
            0,
            BarrierCases::nearLimit),
        new FilterCase(
            Fault.PACKET_LOST,
            "one packet lost",
            "positions within 1e-5 rad, a tenth of what standing still errs",
            0,
            IntakeCases::lostPacket),
        new FilterCase(
            Fault.STATE_STAMP,
            "a frame with a stamp 0.5 s ahead",
            "the last good state stands",
            0,
            IntakeCases::refusedFrame),
        new FilterCase(
            Fault.RECORDS_LOST,
            "ring full for more than 1 s",
            "marked as degraded, also afterwards",
            1002,
            IntakeCases::degraded),
        new FilterCase(
            Fault.JOURNAL_FAILED,
            "the journal deleted, moved, or replaced by another file",
            "seen within the second in which the recorder looks once; told at once, and at the end",
            1000,
            JournalCases::misplaced),
        new FilterCase(
            Fault.CONFIGURATION,
            "the robot's file changed since it was sealed",
            "not armed",
            0,
            IntakeCases::changedLimits),
        new FilterCase(
            Fault.RUNTIME_SILENT,
            "the runtime beats no more; watchdog, runtime and drive on one clock",
            "the drives' permit withdrawn, latched; from the last beat",
            10,
            WatchdogCases::silentRuntime),
        new FilterCase(
            Fault.CLOCK_STEP,
            "a time of day that jumps by 200,000 hours in every reading, through a training run",
            "none: the same is done and learnt",
            0,
            ClockCases::jumpingTimeOfDay),
        new FilterCase(
            Fault.RECOVERED_TOO_OFTEN,
            "four recoveries within a minute",
            "the fourth refused",
            0,
            FilterCases::recoveries));
  }

  static FaultRig calm(Injection injection, long lastsTicks) {
    FaultRig rig = new FaultRig(injection);
    while (rig.next() < CALM_TICKS) {
      rig.tick();
    }
    rig.window.open(rig.next(), lastsTicks);
    return rig;
  }

  private static long outOfRange() {
    FaultRig rig = calm(Injections.policy(Distortion.to(10)), 100);
    int clipped = 0;
    for (int i = 0; i < 100; i++) {
      rig.tick();
      for (double applied : rig.record.appliedAction) {
        assertTrue(Math.abs(applied) <= MAX_ACTION_METRES, "found " + applied + " m");
      }
      clipped += rig.record.decided && rig.record.requestedAction[0] == 10 ? 1 : 0;
    }
    assertEquals(5, clipped, "decisions that were clipped");
    return 0;
  }

  private static long jump() {
    double[] sign = {1};
    return steps(
        Injections.policy(
            (healthy, before) -> {
              sign[0] = -sign[0];
              return sign[0] * MAX_ACTION_METRES;
            }));
  }

  private static long spikes() {
    var random = RandomGeneratorFactory.of("L64X128MixRandom").create(3);
    return steps(Injections.arm("qd.0", 7, Distortion.spikes(random, 0.5)));
  }

  private static long steps(Injection injection) {
    FaultRig rig = calm(injection, 200);
    for (int i = 0; i < 200 && rig.tick() == Mode.RUN_POLICY; i++) {
      for (int joint = 0; joint < rig.commandBefore.length; joint++) {
        double step = rig.record.appliedCommand[joint] - rig.commandBefore[joint];
        assertTrue(Math.abs(step) <= MAX_STEP_NM + ROUNDING, "joint " + joint + ": " + step);
      }
    }
    return 0;
  }

  private static long overrun() {
    FaultRig rig = calm(Injections.slow(400_000), 1);
    rig.tick();
    assertArrayEquals(rig.commandBefore, rig.record.appliedCommand);
    assertNotEquals(rig.record.proposedCommand[1], rig.record.appliedCommand[1]);
    rig.tick();
    assertNotEquals(rig.commandBefore[1], rig.record.appliedCommand[1]);
    return 0;
  }

  private static long conflict() {
    FaultRig rig = calm(Injections.person(), 50);
    assertEquals(Mode.RUN_HUMAN, rig.tick());
    for (int i = 1; i < 50; i++) {
      assertEquals(Mode.RUN_HUMAN, rig.tick());
    }
    for (int i = 0; i < 500; i++) {
      assertEquals(Mode.ARMED, rig.tick(), "muted, tick " + i);
    }
    assertEquals(Mode.RUN_POLICY, rig.tick());
    return 0;
  }

  private static long personNear() {
    FaultRig rig = calm(Injections.input("person.distance", Distortion.to(1.4)), 400);
    int velocity = rig.at("tool_velocity.0");
    double fastest = 0;
    for (int i = 0; i < 400; i++) {
      assertEquals(Mode.REDUCED_POLICY, rig.tick(), "tick " + i);
      double square = 0;
      for (int axis = 0; axis < 3; axis++) {
        square += Math.pow(rig.record.observation[velocity + axis], 2);
      }
      fastest = i < 100 ? 0 : Math.max(fastest, Math.sqrt(square));
    }
    assertTrue(fastest > 0.05, "it moves on");
    assertTrue(fastest <= FaultRig.LIMITS.file().reduced().toolSpeedMPerS(), "found " + fastest);
    for (int i = 1; i < 1000; i++) {
      assertEquals(Mode.REDUCED_POLICY, rig.tick(), "tick " + i + " after");
    }
    assertEquals(Mode.RUN_POLICY, rig.tick());
    return 0;
  }

  private static long recoveries() {
    FaultRig rig = calm(Injections.input("protective", Distortion.to(0)), 1);
    for (int i = 0; i < 4; i++) {
      assertEquals(Mode.STOP2, rig.tick());
      rig.window.close();
      rig.tick();
      rig.operator.recover("looked at it");
      Mode after = rig.tick();
      assertEquals(i < 3 ? Mode.ARMED : Mode.STOP2, after, "recovery " + i);
      long seen = rig.authority.faults() & Fault.RECOVERED_TOO_OFTEN.bit();
      assertEquals(i < 3 ? 0 : Fault.RECOVERED_TOO_OFTEN.bit(), seen);
      rig.window.open(rig.next(), 1);
    }
    return 0;
  }
}
