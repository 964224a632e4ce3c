package dev.tandem.simbridge.mujoco;

import dev.tandem.runtime.model.Chain;
import dev.tandem.runtime.signal.Command;
import dev.tandem.runtime.signal.MutableImage;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.simbridge.plant.ToolPlacement;
import dev.tandem.simbridge.world.ArmScene;
import dev.tandem.simbridge.world.ArmSignals;
import dev.tandem.simbridge.world.ArmWorld;
import dev.tandem.simbridge.world.Wrench;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/**
 * Tandem's arm in MuJoCo: what the embedded simulator simulates, and that the links touch things
 * too, that joints end at their limits and drives at theirs. A world that has diverged observes NaN
 * until it is reset, which the safety gate stops for. One thread.
 */
public final class MujocoArm implements ArmWorld {
  private final ArmScene scene;
  private final PhysicsSteps steps;
  private final MujocoState state;
  private final ArmJoints joints;
  private final MujocoCameras cameras;
  private final ToolSite site;
  private final ToolContacts contacts;
  private final MovedBoxes boxes;
  private final ToolPlacement placement;
  private final ArmSignals signals;
  private final double[] q;
  private final double[] qd;
  private final double[] torque;
  private final double[] rest;
  private final double[] tool = new double[3];
  private final double[] toolVelocity = new double[3];
  private final Wrench contact = new Wrench();

  /**
   * Makes a world with a model of its own.
   *
   * @param arm of the same joints as the arm of {@code arm7.xml}
   */
  public MujocoArm(Mujoco library, Chain arm, ArmScene scene) {
    int n = arm.joints().size();
    this.scene = scene;
    this.steps = new PhysicsSteps(scene.maxStepSeconds());
    this.state = new MujocoState(ModelSource.of(scene).load(library));
    this.joints = new ArmJoints(state, arm);
    this.cameras = new MujocoCameras(state);
    this.site = new ToolSite(state, "tool");
    this.contacts = new ToolContacts(state, state.model().id(MujocoModel.Kind.BODY, "tool"));
    this.boxes = new MovedBoxes(state, scene.obstacles());
    this.placement = new ToolPlacement(arm);
    this.signals = new ArmSignals(arm, scene.sensors());
    this.q = new double[n];
    this.qd = new double[n];
    this.torque = new double[n];
    this.rest = new double[n];
    reset(0);
  }

  @Override
  public Set<Capability> capabilities() {
    return EnumSet.of(Capability.CONTACT, Capability.WRENCH, Capability.CAMERA);
  }

  @Override
  public SignalSpec observationSpec() {
    return signals.observation();
  }

  @Override
  public SignalSpec commandSpec() {
    return signals.command();
  }

  @Override
  public void reset(long seed) {
    signals.seed(seed);
    settle(scene.homeRad(), rest);
  }

  @Override
  public void placeTool(double x, double y, double z) {
    placement.place(q, x, y, z);
    settle(q, rest);
  }

  @Override
  public void setState(double[] positionsRad, double[] speedsRadPerS) {
    settle(positionsRad, speedsRadPerS);
  }

  private void settle(double[] positionsRad, double[] speedsRadPerS) {
    state.reset();
    Arrays.fill(torque, 0);
    contact.clear();
    signals.clear();
    boxes.put();
    joints.put(positionsRad, speedsRadPerS);
    refresh();
  }

  /** {@code dtSeconds} is a multiple of the scene's longest step. */
  @Override
  @HotPath
  public void step(Command command, double dtSeconds) {
    command.copyTo(torque, 0);
    joints.drive(torque);
    int count = steps.in(dtSeconds);
    for (int i = 0; i < count; i++) {
      state.stepFromForces();
      contacts.compute(tool, contact);
      refresh();
    }
    signals.filter(contact, dtSeconds);
  }

  /** The arm stands still, whatever pushes it, while the world goes on. */
  @Override
  @HotPath
  public void brake(double dtSeconds) {
    for (int i = 0; i < torque.length; i++) {
      torque[i] = 0;
    }
    joints.drive(torque);
    int count = steps.in(dtSeconds);
    for (int i = 0; i < count; i++) {
      joints.put(q, rest);
      state.stepFromForces();
      contacts.compute(tool, contact);
      joints.put(q, rest);
      refresh();
    }
    signals.filter(contact, dtSeconds);
  }

  @HotPath
  private void refresh() {
    state.stepToForces();
    joints.read(q, qd);
    site.read(tool, toolVelocity);
  }

  @Override
  @HotPath
  public void observe(MutableObservation observation) {
    signals.write(observation, q, qd, torque);
    signals.writeTool(observation, tool, toolVelocity);
    if (state.hasDiverged()) {
      for (int i = 0; i < signals.observation().size(); i++) {
        observation.set(i, Double.NaN);
      }
    }
  }

  /** Of the cameras {@code front} and {@code wrist}; not on a control thread, as it waits. */
  @Override
  public void render(String camera, MutableImage image) {
    cameras.render(camera, image);
  }

  @Override
  public void close() {
    cameras.close();
    state.close();
    state.model().close();
  }
}
