package dev.tandem.app.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.app.bench.TravelledSteps;
import dev.tandem.app.robot.SetPointFigures;
import dev.tandem.runtime.guard.Mode;
import dev.tandem.runtime.record.TickRecord;
import dev.tandem.simbridge.fault.Distortion;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;

/** What becomes of actions and torques that ask for too much, and of a tick that has no time. */
final class ActionCases {
  private static final double MAX_ACTION_METRES = 0.05;
  private static final double ASKED_METRES = 10;
  private static final double MAX_STEP_NM = 1;
  private static final double ROUNDING = 1e-9;
  private static final double PERIOD_S = FaultRig.PERIOD_NANOS * 1e-9;
  private static final long LASTS_TICKS = 200;

  private ActionCases() {}

  static long notANumber(Course course) {
    long oneDecision = FaultRig.TICKS_PER_DECISION;
    FaultRig rig = course.calm(Injections.policy(Distortion.to(Double.NaN)), oneDecision);
    long ticks =
        Course.ticks(
            rig,
            oneDecision,
            () -> rig.record.decided && Double.isNaN(rig.record.requestedAction[0]),
            () -> isFinite(rig.record));
    for (int i = 0; i < LASTS_TICKS; i++) {
      assertEquals(Mode.RUN_POLICY, rig.tick(), "goes on");
      assertTrue(isFinite(rig.record), () -> Arrays.toString(rig.record.appliedCommand));
    }
    return ticks;
  }

  private static boolean isFinite(TickRecord record) {
    return DoubleStream.concat(
            Arrays.stream(record.appliedAction), Arrays.stream(record.appliedCommand))
        .allMatch(Double::isFinite);
  }

  static long outOfRange(Course course) {
    FaultRig rig = course.calm(Injections.policy(Distortion.to(ASKED_METRES)), LASTS_TICKS);
    long ticks =
        Course.ticks(
            rig,
            LASTS_TICKS,
            () -> rig.record.decided && rig.record.requestedAction[0] == ASKED_METRES,
            () -> rig.record.modifiedActionMask != 0 && isWithinBounds(rig.record));
    for (int i = 0; i < LASTS_TICKS - FaultRig.TICKS_PER_DECISION - 1; i++) {
      rig.tick();
      assertTrue(isWithinBounds(rig.record), () -> Arrays.toString(rig.record.appliedAction));
    }
    return ticks;
  }

  private static boolean isWithinBounds(TickRecord record) {
    return Arrays.stream(record.appliedAction).allMatch(a -> Math.abs(a) <= MAX_ACTION_METRES);
  }

  static long jump(Course course) {
    FaultRig rig = course.calm(jumping(), LASTS_TICKS);
    SetPointFigures figures = FaultRig.LIMITS.file().setPoint().orElseThrow();
    double[] pose = rig.arm.setPoint().poseInBase().orElseThrow();
    TravelledSteps travel = new TravelledSteps(false);
    travel.restart(pose);
    double asked = rig.record.requestedAction[0];
    long ticks =
        Course.ticks(
            rig,
            LASTS_TICKS,
            () -> {
              travel.follow(pose);
              return Math.abs(rig.record.requestedAction[0] - asked) > MAX_ACTION_METRES / 2;
            },
            () -> travel.perTick(1) <= figures.maxSpeedMPerS() * PERIOD_S + ROUNDING);
    for (int i = 0; i < LASTS_TICKS / 2; i++) {
      rig.tick();
      travel.follow(pose);
      bounded("speed", figures.maxSpeedMPerS(), travel, 1);
      bounded("acceleration", figures.maxAccelerationMPerS2(), travel, 2);
      bounded("jerk", figures.maxJerkMPerS3(), travel, 3);
    }
    return ticks;
  }

  /** From one end to the other in every decision. */
  private static Injection jumping() {
    double[] sign = {1};
    return Injections.policy(
        (healthy, before) -> {
          sign[0] = -sign[0];
          return sign[0] * MAX_ACTION_METRES;
        });
  }

  private static void bounded(String name, double most, TravelledSteps travel, int order) {
    double found = travel.perTick(order) / Math.pow(PERIOD_S, order);
    assertTrue(found <= most * (1 + 1e-6), () -> name + " of the set point: " + found);
  }

  static long spikes(Course course) {
    RandomGenerator random = course.random;
    FaultRig rig =
        course.calm(Injections.arm("qd.0", 7, Distortion.spikes(random, 0.5)), LASTS_TICKS);
    long ticks =
        Course.ticks(
            rig,
            LASTS_TICKS,
            () -> largestStep(rig, rig.record.proposedCommand) > MAX_STEP_NM,
            () -> rig.record.modifiedMask != 0 && isStepWithinBounds(rig));
    for (int i = 0; i < LASTS_TICKS / 2 && rig.tick() == Mode.RUN_POLICY; i++) {
      assertTrue(isStepWithinBounds(rig), "tick " + i);
    }
    return ticks;
  }

  private static boolean isStepWithinBounds(FaultRig rig) {
    return largestStep(rig, rig.record.appliedCommand) <= MAX_STEP_NM + ROUNDING;
  }

  private static double largestStep(FaultRig rig, double[] commandNm) {
    double largest = 0;
    for (int joint = 0; joint < commandNm.length; joint++) {
      largest = Math.max(largest, Math.abs(commandNm[joint] - rig.commandBefore[joint]));
    }
    return largest;
  }

  static long overrun(Course course) {
    FaultRig rig = course.calm(Injections.slow(400_000), 1);
    long ticks =
        Course.ticks(
            rig,
            2,
            () -> rig.record.executionNanos == 400_000,
            () -> Arrays.equals(rig.commandBefore, rig.record.appliedCommand));
    assertNotEquals(rig.record.proposedCommand[1], rig.record.appliedCommand[1]);
    rig.tick();
    assertNotEquals(rig.commandBefore[1], rig.record.appliedCommand[1], "goes on");
    return ticks;
  }
}
