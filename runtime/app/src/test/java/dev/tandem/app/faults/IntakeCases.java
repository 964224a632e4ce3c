package dev.tandem.app.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.app.robot.Robot;
import dev.tandem.app.settings.RobotSettings;
import dev.tandem.runtime.guard.Fault;
import dev.tandem.runtime.guard.Mode;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.simbridge.fault.Distortion;
import java.util.List;

/**
 * What becomes of frames that are lost or refused, of records that are lost, of limits that
 * changed.
 */
final class IntakeCases {
  private static final int PHASES = 20;
  private static final int CALM_TICKS = 150;
  private static final double NEAR_RAD = 1e-5;

  private IntakeCases() {}

  static long lostPacket() {
    double worst = 0;
    double standing = 0;
    for (int phase = 0; phase < PHASES; phase++) {
      FaultRig rig = new FaultRig(Injections.noPackets());
      while (rig.next() < CALM_TICKS + phase) {
        rig.tick();
      }
      double[] before = rig.record.observation.clone();
      MutableObservation truth = new MutableObservation(rig.simulator.observationSpec());
      rig.simulator.observe(truth);
      rig.window.open(rig.next(), 1);
      rig.tick();
      for (int joint = 0; joint < 7; joint++) {
        double q = truth.get(rig.simulator.observationSpec().indexOf("q." + joint));
        worst = Math.max(worst, Math.abs(rig.record.observation[rig.at("q." + joint)] - q));
        standing = Math.max(standing, Math.abs(before[rig.at("q." + joint)] - q));
      }
    }
    assertTrue(worst < NEAR_RAD, "found " + worst + " rad, standing still " + standing);
    assertTrue(10 * worst < standing, "found " + worst + " rad, standing still " + standing);
    return 0;
  }

  static long refusedFrame() {
    FaultRig rig = FilterCases.calm(Injections.input("drive.stamp", Distortion.by(0.5)), 1);
    double[] good = rig.record.observation.clone();
    rig.tick();
    for (String channel : List.of("q.0", "q.3", "qd.1", "tau.5", "tool.0")) {
      assertEquals(good[rig.at(channel)], rig.record.observation[rig.at(channel)], channel);
    }
    rig.tick();
    assertNotEquals(good[rig.at("q.0")], rig.record.observation[rig.at("q.0")]);
    return 0;
  }

  static long degraded() {
    FaultRig rig = FilterCases.calm(Injection.NONE, 1);
    rig.ringFull = true;
    long ticks = 0;
    while ((rig.authority.faults() & Fault.RECORD_DEGRADED.bit()) == 0) {
      rig.tick();
      ticks++;
      assertTrue(ticks <= 1002, "not seen");
    }
    rig.ringFull = false;
    rig.tick();
    rig.tick();
    assertEquals(Fault.RECORD_DEGRADED.bit(), rig.record.faults, "in the journal, too");
    assertEquals(Mode.RUN_POLICY, rig.authority.mode());
    return ticks;
  }

  static long changedLimits() {
    assertEquals(Mode.ARMED, armed(sealed(FaultRig.LIMITS.text())));
    assertEquals(Mode.READY, armed(sealed(FaultRig.LIMITS.text() + "# one line more")));
    return 0;
  }

  private static Robot sealed(String text) {
    RobotSettings seal = new RobotSettings("", FaultRig.LIMITS.seal());
    return new Robot(seal, FaultRig.LIMITS.file(), text, FaultRig.LIMITS.limited());
  }

  private static Mode armed(Robot robot) {
    FaultRig rig = new FaultRig(Injection.NONE, robot, robot.authority());
    rig.operator.hold();
    assertEquals(Mode.ARMED, rig.tick());
    rig.operator.disarm();
    assertEquals(Mode.READY, rig.tick());
    for (int i = 0; i < 20; i++) {
      rig.operator.arm();
      rig.tick();
    }
    return rig.authority.mode();
  }
}
