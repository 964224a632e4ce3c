package dev.tandem.simbridge.mujoco;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;

import dev.tandem.runtime.model.Chain;
import dev.tandem.runtime.signal.Command;
import dev.tandem.runtime.signal.MutableImage;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.simbridge.world.CubeChannels;
import dev.tandem.simbridge.world.CubeWorld;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/**
 * The cube's world in MuJoCo: the model {@code block.xml}, stepped by its own 2 ms. Nothing in it
 * is random. A world that has diverged observes NaN until it is placed anew, which the safety gate
 * stops for. One thread.
 */
public final class MujocoCube implements CubeWorld {
  /** Of each finger, from the middle, when open. */
  private static final double OPEN_METRES = 0.04;

  private static final int HOME_KEY = 0;

  private final MujocoState state;
  private final PhysicsSteps steps;
  private final ArmJoints joints;
  private final MujocoCameras cameras;
  private final ToolSite site;
  private final CubeChannels channels;
  private final int opening;
  private final int leftFinger;
  private final int rightFinger;
  private final int cube;
  private final double[] q;
  private final double[] qd;
  private final double[] torque;
  private final double[] rest;
  private final double[] tool = new double[3];
  private final double[] toolVelocity = new double[3];
  private final double[] cubeMetres = new double[3];
  private double closed;

  /**
   * Makes a world with a model of its own.
   *
   * @param chain of the same joints as the arm of {@code arm7.xml}
   */
  public MujocoCube(Mujoco library, Chain chain) {
    int n = chain.joints().size();
    this.state = new MujocoState(ModelSource.block().load(library));
    MujocoModel model = state.model();
    this.steps = new PhysicsSteps(model.timestepSeconds());
    this.joints = new ArmJoints(state, chain);
    this.cameras = new MujocoCameras(state);
    this.site = new ToolSite(state, "tool");
    this.channels = new CubeChannels(chain);
    this.opening = model.id(MujocoModel.Kind.ACTUATOR, "opening");
    this.leftFinger = position(model, "left_finger");
    this.rightFinger = position(model, "right_finger");
    this.cube = position(model, "block");
    this.q = new double[n];
    this.qd = new double[n];
    this.torque = new double[n];
    this.rest = new double[n];
    reset(0);
  }

  private static int position(MujocoModel model, String jointName) {
    int joint = model.id(MujocoModel.Kind.JOINT, jointName);
    return model.integers("jnt_qposadr", joint + 1)[joint];
  }

  @Override
  public Set<Capability> capabilities() {
    return EnumSet.of(Capability.CONTACT, Capability.CAMERA);
  }

  @Override
  public SignalSpec observationSpec() {
    return channels.observation();
  }

  @Override
  public SignalSpec commandSpec() {
    return channels.command();
  }

  /** As the model's key frame has it, whatever the seed. */
  @Override
  public void reset(long seed) {
    state.resetToKey(HOME_KEY);
    Arrays.fill(torque, 0);
    closed = 0;
    refresh();
  }

  @Override
  public void place(double[] armRad, double cubeXMetres, double cubeYMetres) {
    reset(0);
    joints.put(armRad, rest);
    placeCube(cubeXMetres, cubeYMetres, CUBE_HALF_METRES);
  }

  @Override
  public void placeCube(double xMetres, double yMetres, double zMetres) {
    state.positions().setAtIndex(JAVA_DOUBLE, cube, xMetres);
    state.positions().setAtIndex(JAVA_DOUBLE, cube + 1L, yMetres);
    state.positions().setAtIndex(JAVA_DOUBLE, cube + 2L, zMetres);
    refresh();
  }

  /** {@code dtSeconds} is a multiple of 2 ms. */
  @Override
  @HotPath
  public void step(Command wanted, double dtSeconds) {
    for (int i = 0; i < torque.length; i++) {
      torque[i] = wanted.get(i);
    }
    closed = wanted.get(torque.length);
    joints.drive(torque);
    state.controls().setAtIndex(JAVA_DOUBLE, opening, OPEN_METRES * (1 - closed));
    int count = steps.in(dtSeconds);
    for (int i = 0; i < count; i++) {
      state.stepFromForces();
      refresh();
    }
  }

  /** The arm stands still, whatever pushes it, while the world goes on; the grip stays. */
  @Override
  @HotPath
  public void brake(double dtSeconds) {
    Arrays.fill(torque, 0);
    joints.drive(torque);
    int count = steps.in(dtSeconds);
    for (int i = 0; i < count; i++) {
      joints.put(q, rest);
      state.stepFromForces();
      joints.put(q, rest);
      refresh();
    }
  }

  @HotPath
  private void refresh() {
    state.stepToForces();
    joints.read(q, qd);
    site.read(tool, toolVelocity);
  }

  @Override
  @HotPath
  public void observe(MutableObservation to) {
    channels.writeArm(to, q, qd, torque, tool, toolVelocity);
    for (int axis = 0; axis < 3; axis++) {
      cubeMetres[axis] = position(cube + axis);
    }
    channels.writeCube(to, closed, position(leftFinger) + position(rightFinger), cubeMetres);
    if (state.hasDiverged()) {
      for (int i = 0; i < channels.observation().size(); i++) {
        to.set(i, Double.NaN);
      }
    }
  }

  @HotPath
  private double position(int index) {
    return state.positions().getAtIndex(JAVA_DOUBLE, index);
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
