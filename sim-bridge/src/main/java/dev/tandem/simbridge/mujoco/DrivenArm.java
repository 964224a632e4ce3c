package dev.tandem.simbridge.mujoco;

import dev.tandem.runtime.model.Chain;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.simbridge.world.PhysicsScales;
import java.util.Arrays;
import java.util.Set;

/**
 * The arm in a state of MuJoCo: driven by torques, held by its brakes, read after each step. One
 * thread.
 */
final class DrivenArm {
  private final MujocoState state;
  private final ArmJoints joints;
  private final ToolSite site;
  private final MujocoPhysics physics;
  private final PhysicsSteps steps;
  private final double[] rest;

  /** Rad, [joint]. */
  final double[] q;

  /** In rad/s, [joint]. */
  final double[] qd;

  /** Applied, Nm, [joint]. */
  final double[] torque;

  /** Of the tool point, metres, [3]. */
  final double[] tool = new double[3];

  /** Of the tool point, m/s, [3]. */
  final double[] toolVelocity = new double[3];

  /** What a world does between the integration of a step and the look at where it led. */
  interface AfterStep {
    AfterStep NOTHING = () -> {};

    @HotPath
    void run();
  }

  /**
   * Finds the arm by its joints' names.
   *
   * @param loads bodies that are not the arm's
   */
  DrivenArm(MujocoState state, Chain arm, Set<Integer> loads, double maxStepSeconds) {
    int n = arm.joints().size();
    this.state = state;
    this.joints = new ArmJoints(state, arm);
    this.site = new ToolSite(state, "tool");
    this.physics = new MujocoPhysics(state, loads);
    this.steps = new PhysicsSteps(maxStepSeconds);
    this.q = new double[n];
    this.qd = new double[n];
    this.torque = new double[n];
    this.rest = new double[n];
  }

  /** Puts the arm somewhere, without torque. */
  void put(double[] positionsRad, double[] speedsRadPerS) {
    Arrays.fill(torque, 0);
    joints.put(positionsRad, speedsRadPerS);
    refresh();
  }

  /** Puts the arm somewhere at rest, without torque. */
  void put(double[] positionsRad) {
    put(positionsRad, rest);
  }

  /** Where it is, moved by so much, rad, [joint]; without torque. */
  double[] displaced(double[] offsetRad) {
    double[] moved = q.clone();
    for (int i = 0; i < moved.length; i++) {
      moved[i] += offsetRad[i];
    }
    return moved;
  }

  /** Where everything is stays. */
  void adjust(PhysicsScales scales) {
    physics.apply(scales);
    refresh();
  }

  /** Advances under {@link #torque}; {@code dtSeconds} is a multiple of the longest step. */
  @HotPath
  void step(double dtSeconds, AfterStep then) {
    joints.drive(torque);
    int count = steps.in(dtSeconds);
    for (int i = 0; i < count; i++) {
      state.stepFromForces();
      then.run();
      refresh();
    }
  }

  /** Advances while the arm stands still, whatever pushes it. */
  @HotPath
  void brake(double dtSeconds, AfterStep then) {
    Arrays.fill(torque, 0);
    joints.drive(torque);
    int count = steps.in(dtSeconds);
    for (int i = 0; i < count; i++) {
      joints.put(q, rest);
      state.stepFromForces();
      then.run();
      joints.put(q, rest);
      refresh();
    }
  }

  /** Derives what follows from where everything is, and reads the arm. */
  @HotPath
  void refresh() {
    state.stepToForces();
    joints.read(q, qd);
    site.read(tool, toolVelocity);
  }
}
