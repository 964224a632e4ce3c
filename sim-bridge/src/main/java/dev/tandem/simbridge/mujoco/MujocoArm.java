package dev.tandem.simbridge.mujoco;

import dev.tandem.runtime.model.Chain;
import dev.tandem.runtime.signal.Command;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.simbridge.plant.ToolPlacement;
import dev.tandem.simbridge.world.ArmScene;
import dev.tandem.simbridge.world.ArmSignals;
import dev.tandem.simbridge.world.ArmWorld;
import dev.tandem.simbridge.world.PhysicsScales;
import dev.tandem.simbridge.world.Wrench;
import java.util.EnumSet;
import java.util.Set;

/**
 * Tandem's arm in MuJoCo: what the embedded simulator simulates, and that the links touch things
 * too, that joints end at their limits and drives at theirs. A world that has diverged observes NaN
 * until it is reset, which the safety gate stops for. One thread.
 */
public final class MujocoArm extends MujocoWorld implements ArmWorld {
  private final ArmScene scene;
  private final DrivenArm arm;
  private final ToolContacts contacts;
  private final MovedBoxes boxes;
  private final ToolPlacement placement;
  private final ArmSignals signals;
  private final DrivenArm.AfterStep feel;
  private final Wrench contact = new Wrench();

  /**
   * Makes a world with a model of its own.
   *
   * @param chain of the same joints as the arm of {@code arm7.xml}
   */
  public MujocoArm(Mujoco library, Chain chain, ArmScene scene) {
    super(new MujocoState(ModelSource.of(scene).load(library)));
    this.scene = scene;
    MujocoState state = state();
    this.arm = new DrivenArm(state, chain, Set.of(), scene.maxStepSeconds());
    this.contacts = new ToolContacts(state, model().id(MujocoModel.Kind.BODY, "tool"));
    this.boxes = new MovedBoxes(state, scene.obstacles());
    this.placement = new ToolPlacement(chain);
    this.signals = new ArmSignals(chain, scene.sensors());
    this.feel = () -> contacts.compute(arm.tool, contact);
    reset(0);
  }

  @Override
  public Set<Capability> capabilities() {
    return EnumSet.of(Capability.CONTACT, Capability.WRENCH, Capability.CAMERA);
  }

  @Override
  public double integrationSeconds(double dtSeconds) {
    return model().timestepSeconds();
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
    settle(scene.homeRad(), new double[arm.qd.length]);
  }

  @Override
  public void placeTool(double x, double y, double z) {
    double[] positionsRad = arm.q.clone();
    placement.place(positionsRad, x, y, z);
    settle(positionsRad, new double[arm.qd.length]);
  }

  @Override
  public void setState(double[] positionsRad, double[] speedsRadPerS) {
    settle(positionsRad, speedsRadPerS);
  }

  @Override
  public void displace(double[] offsetRad) {
    settle(arm.displaced(offsetRad), new double[arm.qd.length]);
  }

  private void settle(double[] positionsRad, double[] speedsRadPerS) {
    state().reset();
    contact.clear();
    signals.clear();
    boxes.put();
    arm.put(positionsRad, speedsRadPerS);
  }

  /** Nothing is moved by the arm here, so that a load's mass means nothing. */
  @Override
  public void adjust(PhysicsScales scales) {
    arm.adjust(scales);
  }

  /** {@code dtSeconds} is a multiple of the scene's longest step. */
  @Override
  @HotPath
  public void step(Command command, double dtSeconds) {
    command.copyTo(arm.torque, 0);
    arm.step(dtSeconds, feel);
    signals.filter(contact, dtSeconds);
  }

  /** The arm stands still, whatever pushes it, while the world goes on. */
  @Override
  @HotPath
  public void brake(double dtSeconds) {
    arm.brake(dtSeconds, feel);
    signals.filter(contact, dtSeconds);
  }

  @Override
  @HotPath
  public void observe(MutableObservation observation) {
    signals.write(observation, arm.q, arm.qd, arm.torque);
    signals.writeTool(observation, arm.tool, arm.toolVelocity);
    spoilIfDiverged(observation, signals.observation().size());
  }
}
