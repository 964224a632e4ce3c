package dev.tandem.app.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.app.assembly.ArmControl;
import dev.tandem.app.config.Configuration;
import dev.tandem.app.robot.JointFigures;
import dev.tandem.app.robot.Robot;
import dev.tandem.app.robot.RobotFile;
import dev.tandem.runtime.decide.Controller;
import dev.tandem.runtime.guard.Fault;
import dev.tandem.runtime.guard.Mode;
import dev.tandem.runtime.sense.Sensor;
import dev.tandem.runtime.signal.Action;
import dev.tandem.runtime.signal.Block;
import dev.tandem.runtime.signal.IoStatus;
import dev.tandem.runtime.signal.MutableCommand;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.time.Tick;
import dev.tandem.safety.barrier.BarrierReport;
import dev.tandem.simbridge.fault.Distortion;
import dev.tandem.simbridge.fault.FaultySensor;
import java.util.List;
import java.util.function.LongSupplier;

/** What the barriers do when their quadratic program has no solution, or a joint comes too near. */
final class BarrierCases {
  private static final double MAX_STEP_NM = 1 + 1e-9;
  private static final double OFF_RAD_PER_S = 1.5;
  private static final double WRIST_LIMIT_RAD = 2.8973;
  private static final int ENOUGH_PUSHES = 50;
  private static final double PRESSING_NMS_PER_RAD = 5;
  private static final double PRESSED_RAD_PER_S = 0.6;
  private static final double ROUNDING_NM = 1e-9;
  private static final double LEAST_PUSH_NM = 0.01;
  private static final int PRESSED_TICKS = 6000;

  private BarrierCases() {}

  /** Speeds that the arm does not have; nobody takes them for a blow. */
  static Injection speeds(Distortion distortion) {
    return new Injection() {
      @Override
      public Sensor robot(FaultRig rig, Sensor healthy) {
        Block all = new Block(rig.at("qd.0"), 7);
        return new FaultySensor(healthy, rig.window, all, distortion, IoStatus.OK);
      }

      @Override
      public boolean watchesContact() {
        return false;
      }
    };
  }

  /** One tick more, in which torques change no faster than they may, and nobody stops. */
  private static void tick(FaultRig rig) {
    rig.tick();
    isHealthy(rig);
  }

  private static void isHealthy(FaultRig rig) {
    assertEquals(
        Mode.RUN_POLICY,
        rig.authority.mode(),
        () ->
            "because of " + rig.authority.cause() + " " + Long.toHexString(rig.authority.faults()));
    for (int joint = 0; joint < rig.commandBefore.length; joint++) {
      double step = rig.record.appliedCommand[joint] - rig.commandBefore[joint];
      assertTrue(Math.abs(step) <= MAX_STEP_NM, "joint " + joint + ": " + step + " Nm");
    }
  }

  private static void isSeenNext(FaultRig rig, Fault fault) {
    tick(rig);
    assertEquals(fault.bit(), rig.authority.faults() & fault.bit(), fault + " is told");
  }

  static long infeasible(Course course) {
    FaultRig rig = course.calm(speeds(Distortion.by(OFF_RAD_PER_S)), 1);
    long ticks = grows(rig, rig.arm.barriers()::infeasibleTicks);
    isSeenNext(rig, Fault.QP_INFEASIBLE);
    return ticks;
  }

  static long exhausted(Course course) {
    FaultRig rig = course.calm(speeds(Distortion.by(OFF_RAD_PER_S)), allowedOneStep(), 1);
    BarrierReport report = rig.arm.barriers();
    long braked = report.brakedTicks();
    long ticks = grows(rig, report::exhaustedTicks);
    assertEquals(braked + 1, report.brakedTicks(), "it brakes");
    isSeenNext(rig, Fault.QP_EXHAUSTED);
    return ticks;
  }

  /** From the first tick with speeds that the arm does not have to the one that counts. */
  private static long grows(FaultRig rig, LongSupplier count) {
    long before = count.getAsLong();
    int speed = rig.at("qd.0");
    double last = rig.record.observation[speed];
    long ticks =
        Course.ticks(
            rig,
            2,
            () -> rig.record.observation[speed] > last + OFF_RAD_PER_S / 2,
            () -> count.getAsLong() == before + 1);
    isHealthy(rig);
    return ticks;
  }

  private static Robot allowedOneStep() {
    Robot shipped = FaultRig.LIMITS;
    String text = shipped.text().replace("max_solver_steps: 60", "max_solver_steps: 1");
    RobotFile file =
        Configuration.complete(RobotFile.class, "one step", text, List.of(), any -> {}).record();
    return new Robot(shipped.settings(), file, text, List.of(), shipped.limited());
  }

  /** Ticks from the first in which it is too fast to brake in time to the first push back. */
  static long nearLimit(Course course) {
    FaultRig rig = course.calm(pressing(), PRESSED_TICKS);
    BarrierReport report = rig.arm.barriers();
    long tooFast = Long.MAX_VALUE;
    long pushed = Long.MAX_VALUE;
    int pushes = 0;
    for (long i = 0; i < PRESSED_TICKS && pushes < ENOUGH_PUSHES; i++) {
      long before = report.jointTicks();
      tick(rig);
      double q = rig.record.observation[rig.at("q.6")];
      assertTrue(q < WRIST_LIMIT_RAD, "tick " + i + ": " + q + " rad");
      tooFast = Math.min(tooFast, isTooFastToBrake(rig) ? i : tooFast);
      if (report.jointTicks() > before && isPushedBack(rig)) {
        pushed = Math.min(pushed, i);
        pushes++;
        isSeenNext(rig, Fault.JOINT_LIMIT_NEAR);
      }
    }
    assertEquals(ENOUGH_PUSHES, pushes);
    return Math.max(0, pushed - Math.min(pushed, tooFast));
  }

  private static boolean isPushedBack(FaultRig rig) {
    double back = rig.record.proposedCommand[6] - rig.record.appliedCommand[6];
    assertTrue(back > -ROUNDING_NM, "never driven on: " + back + " Nm");
    return back > LEAST_PUSH_NM;
  }

  /** By the robot's file alone: v > sqrt(2 a d) - offset. */
  private static boolean isTooFastToBrake(FaultRig rig) {
    JointFigures joints = FaultRig.LIMITS.file().joints();
    double left = WRIST_LIMIT_RAD - rig.record.observation[rig.at("q.6")];
    double braking = joints.brakingRadPerS2().get(6);
    double most = Math.sqrt(2 * braking * left) - joints.brakingOffsetRadPerS().get(6);
    return rig.record.observation[rig.at("qd.6")] > Math.max(0, most);
  }

  /** A controller that presses joint 7 towards its limit. */
  private static Injection pressing() {
    return new Injection() {
      @Override
      public Controller controller(FaultRig rig, ArmControl arm) {
        return new Pressing(rig, arm.controller(), arm.brake());
      }
    };
  }

  /** The other joints are held meanwhile. */
  private record Pressing(FaultRig rig, Controller healthy, Controller brake)
      implements Controller {
    @Override
    public void reset(Observation observation) {
      healthy.reset(observation);
    }

    @Override
    public void hold(Tick tick, Observation observation) {
      healthy.hold(tick, observation);
    }

    @Override
    public void decided(Tick tick, Observation observation, Action action) {
      healthy.decided(tick, observation, action);
    }

    @Override
    public void update(Tick tick, Observation observation, Action action, MutableCommand out) {
      if (rig.window.isOpen(tick)) {
        brake.update(tick, observation, action, out);
        double speed = observation.get(rig.at("qd.6"));
        out.set(6, PRESSING_NMS_PER_RAD * (PRESSED_RAD_PER_S - speed));
      } else {
        healthy.update(tick, observation, action, out);
        brake.reset(observation);
      }
    }
  }
}
