package dev.tandem.safety.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tandem.controllers.model.Arm7;
import dev.tandem.runtime.guard.Monitor;
import dev.tandem.runtime.guard.Reaction;
import org.junit.jupiter.api.Test;

/** What is just as large as its limit is not over it. */
class AtTheLimitTest {
  private final Watched arm = new Watched();
  private final MonitorConfig.Joints joints = Watched.CONFIG.joints();

  @Test
  void aJointOutsideByItsTolerance() {
    double limit = arm.model.limits(4).maxPositionRad();
    Monitor monitor = new JointPositionMonitor(Watched.OBSERVATION, arm.model, 0.25);
    arm.set("q.4", limit + 0.25);
    assertEquals(Reaction.NONE, arm.ask(monitor));
    arm.set("q.4", limit + 0.5);
    assertEquals(Reaction.STOP1, arm.ask(monitor));
    arm.set("q.4", limit + 0.75);
    assertEquals(Reaction.LIMIT, arm.ask(monitor), "farther by the tolerance");
  }

  @Test
  void aJointThatFollowsAsBadlyAsItMay() {
    Monitor monitor = new TrackingMonitor(Watched.OBSERVATION, joints);
    arm.set("q.2", 0);
    arm.set("q_command.2", joints.maxTrackingErrorRad());
    assertEquals(Reaction.NONE, arm.after(200, monitor));
  }

  @Test
  void aTorqueThatIsAsFarFromGravityAsItMayBe() {
    Monitor monitor = new GravityMonitor(Watched.OBSERVATION, arm.model, joints);
    arm.set("tau.0", joints.maxGravityErrorNm());
    assertEquals(Reaction.NONE, arm.after(200, monitor), "the base's axis is upright");
    arm.set("tau.0", joints.maxGravityErrorNm() + 0.01);
    arm.set("qd.5", joints.restRadPerS());
    arm.set("wrench.1", 3);
    assertEquals(Reaction.STOP2, arm.after(200, monitor), "at rest, and free");
  }

  @Test
  void gravityIsThatOfThePresentPosture() {
    Monitor monitor = new GravityMonitor(Watched.OBSERVATION, arm.model, joints);
    double[] q = Arm7.homeRad();
    q[1] += 0.5;
    double[] torque = new double[Watched.JOINTS];
    arm.model.update(q, 0);
    arm.model.biasTorque(new double[Watched.JOINTS], 0, torque);
    arm.model.update(Arm7.homeRad(), 0);
    for (int i = 0; i < Watched.JOINTS; i++) {
      arm.set("q." + i, q[i]);
      arm.set("tau." + i, torque[i]);
    }
    assertEquals(Reaction.NONE, arm.after(200, monitor));
  }
}
