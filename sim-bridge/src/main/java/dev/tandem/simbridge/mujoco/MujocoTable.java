package dev.tandem.simbridge.mujoco;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;

import dev.tandem.runtime.model.Chain;
import dev.tandem.runtime.signal.Command;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.simbridge.tactile.TouchConfig;
import dev.tandem.simbridge.tactile.TouchView;
import dev.tandem.simbridge.tactile.TouchableWorld;
import dev.tandem.simbridge.world.PhysicsScales;
import dev.tandem.simbridge.world.TableChannels;
import dev.tandem.simbridge.world.TableScene;
import dev.tandem.simbridge.world.TableWorld;
import java.util.List;

/**
 * A table's world in MuJoCo: the model of its scene, stepped by its own 2 ms. Nothing in it is
 * random. A world that has diverged observes NaN until it is placed anew, which the safety gate
 * stops for. One thread.
 */
public final class MujocoTable extends MujocoWorld implements TableWorld, TouchableWorld {
  /** Of each finger, from the middle, when open. */
  private static final double OPEN_METRES = 0.04;

  private static final int HOME_KEY = 0;

  /** The sides of the fingers that face each other. */
  static final List<MujocoTouch.PadSide> PADS =
      List.of(new MujocoTouch.PadSide("left_pad", -1), new MujocoTouch.PadSide("right_pad", 1));

  private final DrivenArm arm;
  private final MujocoTouch touch;
  private final TableChannels channels;
  private final int opening;
  private final int leftFinger;
  private final int rightFinger;
  private final TableItems items;
  private double closed;

  /**
   * Makes a world with a model of its own.
   *
   * @param chain of the same joints as the arm of {@code arm7.xml}
   */
  public MujocoTable(Mujoco library, Chain chain, TableScene scene) {
    super(new MujocoState(ModelSource.of(scene).load(library)));
    MujocoState state = state();
    MujocoModel model = model();
    List<String> names = scene.things();
    this.items = new TableItems(state, scene);
    this.arm = new DrivenArm(state, chain, items.bodies(), model.timestepSeconds());
    this.touch = new MujocoTouch(state, PADS, names);
    this.channels = new TableChannels(chain, scene);
    this.opening = model.id(MujocoModel.Kind.ACTUATOR, "opening");
    this.leftFinger = model.positionOf("left_finger");
    this.rightFinger = model.positionOf("right_finger");
    reset(0);
  }

  @Override
  public double integrationSeconds(double dtSeconds) {
    return model().timestepSeconds();
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
    state().resetToKey(HOME_KEY);
    closed = 0;
    arm.refresh();
    arm.put(arm.q);
  }

  @Override
  public void place(double[] armRad, double... metres) {
    reset(0);
    arm.put(armRad);
    items.lay(metres);
    arm.refresh();
  }

  @Override
  public void placeThing(int thing, double xMetres, double yMetres, double zMetres) {
    items.put(thing, xMetres, yMetres, zMetres);
    arm.refresh();
  }

  @Override
  public void adjust(PhysicsScales scales) {
    arm.adjust(scales);
  }

  @Override
  public void displace(double[] offsetRad) {
    arm.put(arm.displaced(offsetRad));
  }

  /** {@code dtSeconds} is a multiple of 2 ms. */
  @Override
  @HotPath
  public void step(Command wanted, double dtSeconds) {
    for (int i = 0; i < arm.torque.length; i++) {
      arm.torque[i] = wanted.get(i);
    }
    closed = wanted.get(arm.torque.length);
    state().controls().setAtIndex(JAVA_DOUBLE, opening, OPEN_METRES * (1 - closed));
    arm.step(dtSeconds, DrivenArm.AfterStep.NOTHING);
  }

  /** The arm stands still, whatever pushes it, while the world goes on; the grip stays. */
  @Override
  @HotPath
  public void brake(double dtSeconds) {
    arm.brake(dtSeconds, DrivenArm.AfterStep.NOTHING);
  }

  @Override
  @HotPath
  public void observe(MutableObservation to) {
    channels.writeArm(to, arm.q, arm.qd, arm.torque, arm.tool, arm.toolVelocity);
    channels.writeGripper(to, closed, position(leftFinger) + position(rightFinger));
    items.observe(to, channels);
    spoilIfDiverged(to, channels.observation().size());
  }

  @HotPath
  private double position(int index) {
    return state().positions().getAtIndex(JAVA_DOUBLE, index);
  }

  /** The pads {@code left_pad} and {@code right_pad} feel the things. */
  @Override
  public TouchView touch(List<TouchConfig> configs) {
    return touch.view(configs);
  }

  @Override
  public void close() {
    touch.close();
    super.close();
  }
}
