package dev.tandem.safety.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.controllers.model.Arm7;
import dev.tandem.runtime.guard.Reaction;
import dev.tandem.runtime.model.Joint;
import java.util.Collections;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The arm swings freely, with friction, and is pushed; integrated here at 1 kHz. */
class ContactTest {
  private static final int JOINTS = Watched.JOINTS;
  private static final double DT_SECONDS = 1e-3;
  private static final List<Double> DAMPING =
      Arm7.chain().joints().stream().map(Joint::dampingNmsPerRad).toList();

  private final Watched arm = new Watched();
  private final ContactConfig config = ContactConfig.fr3(DAMPING);
  private final ContactMonitor monitor = new ContactMonitor(Watched.OBSERVATION, arm.model, config);
  private final MomentumObserver observer = new MomentumObserver(arm.model, config);
  private final double[] q = Arm7.homeRad();
  private final double[] qd = new double[JOINTS];
  private final double[] torque = new double[JOINTS];
  private final double[] push = new double[JOINTS];
  private final DMatrixRMaj mass = new DMatrixRMaj(JOINTS, JOINTS);
  private final DMatrixRMaj acceleration = new DMatrixRMaj(JOINTS, 1);

  /** Drives swing every joint by some Nm about what holds it. */
  private void drive(int tick, double swingNm) {
    arm.model.update(q, 0);
    arm.model.biasTorque(new double[JOINTS], 0, torque);
    for (int i = 0; i < JOINTS; i++) {
      torque[i] += swingNm * Math.sin(2 * Math.PI * (1 + 0.3 * i) * tick * DT_SECONDS);
    }
    double[] bias = new double[JOINTS];
    arm.model.biasTorque(qd, 0, bias);
    arm.model.massMatrix(mass.data);
    DMatrixRMaj force = new DMatrixRMaj(JOINTS, 1);
    for (int i = 0; i < JOINTS; i++) {
      force.data[i] = torque[i] + push[i] - bias[i] - DAMPING.get(i) * qd[i];
    }
    CommonOps_DDRM.solve(mass, force, acceleration);
    for (int i = 0; i < JOINTS; i++) {
      qd[i] += DT_SECONDS * acceleration.data[i];
      q[i] += DT_SECONDS * qd[i];
    }
  }

  private Reaction sense() {
    for (int i = 0; i < JOINTS; i++) {
      arm.set("q." + i, q[i]);
      arm.set("qd." + i, qd[i]);
      arm.set("tau." + i, torque[i]);
    }
    arm.advance();
    return arm.ask(monitor);
  }

  @Test
  void freeMotionWithFrictionIsNoContact() {
    double fastest = 0;
    for (int tick = 0; tick < 2000; tick++) {
      drive(tick, 4);
      assertEquals(Reaction.NONE, sense(), "tick " + tick);
      fastest = Math.max(fastest, Math.abs(qd[3]));
    }
    assertTrue(fastest > 0.2, "it did move: " + fastest + " rad/s");
  }

  @Test
  void theResidualOfFreeMotionIsSmallAndThatOfAPushIsThePush() {
    double largest = 0;
    for (int tick = 0; tick < 1500; tick++) {
      push[1] = tick < 1000 ? 0 : -6;
      drive(tick, 4);
      double[] residual = observer.update(q, qd, torque, DT_SECONDS);
      if (tick < 1000) {
        for (double r : residual) {
          largest = Math.max(largest, Math.abs(r));
        }
      }
    }
    assertTrue(largest < 0.05, "free motion leaves " + largest + " Nm");
    double[] residual = observer.update(q, qd, torque, 0);
    assertEquals(-6, residual[1], 0.05);
    assertEquals(0, residual[3], 0.05);
  }

  @ParameterizedTest
  @CsvSource({"1, 30, STOP2", "1, -30, STOP2", "0, 60, STOP1", "5, 7, STOP2", "6, -15, STOP1"})
  void aPushStopsWithinFiveTicks(int joint, double newtonMetres, Reaction expected) {
    for (int tick = 0; tick < 500; tick++) {
      drive(tick, 4);
      sense();
    }
    push[joint] = newtonMetres;
    Reaction reaction = Reaction.NONE;
    for (int tick = 500; tick < 505; tick++) {
      drive(tick, 4);
      reaction = reaction.stronger(sense());
    }
    assertEquals(expected, reaction);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 19.5, NONE",
    "1, 20.5, STOP2",
    "1, 39.5, STOP2",
    "1, 40.5, STOP1",
    "6, 4.9, NONE"
  })
  void theThresholdsAreThoseOfTheConfiguration(int joint, double newtonMetres, Reaction expected) {
    Reaction reaction = Reaction.NONE;
    push[joint] = newtonMetres;
    for (int tick = 0; tick < 25; tick++) {
      drive(tick, 0);
      reaction = reaction.stronger(sense());
    }
    assertEquals(expected, reaction);
  }

  @Test
  void neitherBrakesWithoutPowerNorUnknownSpeedsAreContact() {
    push[1] = 60;
    drive(0, 0);
    sense();
    for (int tick = 0; tick < 20; tick++) {
      drive(tick, 0);
      java.util.Arrays.fill(torque, 0);
      assertEquals(Reaction.NONE, sense());
    }
    qd[2] = Double.NaN;
    torque[0] = 1;
    assertEquals(Reaction.NONE, sense());
    qd[2] = 0;
    assertEquals(Reaction.NONE, sense(), "begins anew");
  }

  /** Half the torque is seen after one tick of 1 ms at 500 per second. */
  @ParameterizedTest
  @CsvSource({"40, NONE", "40.1, STOP2", "80, STOP2", "80.1, STOP1"})
  void aPushJustAsStrongAsAThresholdIsNotOverIt(double newtonMetres, Reaction expected) {
    drive(0, 0);
    java.util.Arrays.fill(qd, 0);
    sense();
    arm.model.biasTorque(qd, 0, torque);
    torque[0] += newtonMetres;
    assertEquals(expected, sense());
  }

  @Test
  void skippedTicksAreTimeInWhichTheDrivesPushed() {
    arm.health.skippedTicks = 1;
    for (int tick = 0; tick < 1000; tick++) {
      drive(tick / 2 * 2, 4);
      if (tick % 2 == 1) {
        assertEquals(Reaction.NONE, sense(), "tick " + tick);
      }
    }
  }

  @Test
  void aTorqueThatIsNoNumberIsNoContact() {
    drive(0, 0);
    sense();
    double known = torque[3];
    torque[3] = Double.NaN;
    assertEquals(Reaction.NONE, sense());
    torque[3] = known;
    assertEquals(Reaction.NONE, sense(), "begins anew");
  }

  @Test
  void restartingForgetsThePush() {
    push[1] = 60;
    for (int tick = 0; tick < 20; tick++) {
      drive(tick, 0);
      sense();
    }
    monitor.restart();
    assertEquals(Reaction.NONE, sense());
  }

  @Test
  void aResidualThatIsNoNumberStopsUntilTheRobotIsRecovered() {
    drive(0, 0);
    sense();
    double[] healthy = qd.clone();
    qd[2] = 1e200; // finite, and its square is not
    sense();
    System.arraycopy(healthy, 0, qd, 0, JOINTS);
    assertEquals(Reaction.STOP1, sense());
    assertEquals(Reaction.STOP1, sense(), "it stays");
    monitor.recovered();
    assertEquals(Reaction.NONE, sense());
    assertEquals(Reaction.NONE, sense());
  }

  @Test
  void aConfigurationNeedsAFigureForEachJoint() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new MomentumObserver(arm.model, ContactConfig.fr3(List.of())));
    List<Double> ones = Collections.nCopies(JOINTS, 1.0);
    assertThrows(IllegalArgumentException.class, () -> new ContactConfig(100, ones, ones, ones));
    assertThrows(
        IllegalArgumentException.class,
        () -> new ContactConfig(0, ones, ones, Collections.nCopies(JOINTS, 2.0)));
  }
}
