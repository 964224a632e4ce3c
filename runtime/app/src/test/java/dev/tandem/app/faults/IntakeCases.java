package dev.tandem.app.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.app.robot.Robot;
import dev.tandem.app.settings.RobotSettings;
import dev.tandem.runtime.guard.Fault;
import dev.tandem.runtime.guard.Mode;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.safety.authority.Asked;
import dev.tandem.safety.monitor.Channels;
import dev.tandem.simbridge.fault.Distortion;
import java.util.List;
import java.util.stream.Stream;

/**
 * What becomes of frames that are lost or refused, of records that are lost, of limits that
 * changed.
 */
final class IntakeCases {
  private static final double NEAR_RAD = 1e-5;
  private static final int JOINTS = 7;

  private IntakeCases() {}

  static long lostPacket(Course course) {
    FaultRig rig = course.calm(Injections.noPackets(), 1);
    double[] before = rig.record.observation.clone();
    SignalSpec arm = rig.simulator.observationSpec();
    MutableObservation truth = new MutableObservation(arm);
    rig.simulator.observe(truth);
    double standing = error(rig, before, truth);
    double[] worst = new double[1];
    long ticks =
        Course.ticks(
            rig,
            1,
            () -> true,
            () -> {
              worst[0] = error(rig, rig.record.observation, truth);
              return worst[0] < NEAR_RAD;
            });
    assertTrue(10 * worst[0] < standing, "off " + worst[0] + " rad, standing still " + standing);
    rig.tick();
    return ticks;
  }

  private static double error(FaultRig rig, double[] observation, MutableObservation truth) {
    double largest = 0;
    for (int joint = 0; joint < JOINTS; joint++) {
      double q = truth.get(rig.simulator.observationSpec().indexOf("q." + joint));
      largest = Math.max(largest, Math.abs(observation[rig.at("q." + joint)] - q));
    }
    return largest;
  }

  static long refusedFrame(Course course) {
    FaultRig rig = course.calm(Injections.input(Channels.DRIVE_STAMP, Distortion.by(0.5)), 1);
    double[] good = rig.record.observation.clone();
    long ticks =
        Course.ticks(
            rig,
            1,
            () -> true,
            () ->
                Stream.of("q.0", "q.3", "qd.1", "tau.5", "tool.0")
                    .allMatch(name -> good[rig.at(name)] == rig.record.observation[rig.at(name)]));
    rig.tick();
    assertNotEquals(good[rig.at("q.0")], rig.record.observation[rig.at("q.0")], "goes on");
    return ticks;
  }

  static long degraded(Course course) {
    FaultRig rig = course.calm(Injection.NONE, 1);
    rig.ringFull = true;
    long ticks =
        Course.ticks(
            rig,
            1100,
            () -> true,
            () -> (rig.authority.faults() & Fault.RECORD_DEGRADED.bit()) != 0);
    rig.ringFull = false;
    rig.tick();
    rig.tick();
    assertEquals(Fault.RECORD_DEGRADED.bit(), rig.record.faults, "in the journal, too");
    assertEquals(Mode.RUN_POLICY, rig.authority.mode());
    return ticks;
  }

  /** Ticks from the wish to its refusal, which names the fault; never armed. */
  static long changedLimits(Course course) {
    FaultRig healthy = readyToArm(course, sealed(FaultRig.LIMITS.text()));
    Asked granted = healthy.operator.arm();
    assertEquals(Mode.ARMED, healthy.tick());
    assertEquals(Fault.NONE, granted.objection());
    FaultRig rig = readyToArm(course, sealed(FaultRig.LIMITS.text() + "# one line more"));
    Asked refused = rig.operator.arm();
    long ticks = Course.ticks(rig, 2, () -> true, () -> refused.state() == Asked.State.HEARD);
    assertEquals(Fault.CONFIGURATION, refused.objection());
    for (int i = 0; i < 20; i++) {
      rig.operator.arm();
      assertEquals(Mode.READY, rig.tick());
    }
    return ticks;
  }

  private static Robot sealed(String text) {
    RobotSettings seal = new RobotSettings("", FaultRig.LIMITS.seal());
    return new Robot(seal, FaultRig.LIMITS.file(), text, List.of(), FaultRig.LIMITS.limited());
  }

  private static FaultRig readyToArm(Course course, Robot robot) {
    FaultRig rig = course.rig(Injection.NONE, robot);
    rig.operator.hold();
    rig.operator.disarm();
    for (long i = course.random.nextLong(2, Course.PHASE_TICKS); i > 0; i--) {
      rig.tick();
    }
    assertEquals(Mode.READY, rig.authority.mode());
    return rig;
  }
}
