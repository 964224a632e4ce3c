package dev.tandem.simbridge.plant;

import dev.tandem.runtime.model.Chain;
import dev.tandem.runtime.signal.Command;
import dev.tandem.runtime.signal.MutableImage;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.simbridge.world.ArmScene;
import dev.tandem.simbridge.world.ArmSignals;
import dev.tandem.simbridge.world.ArmWorld;
import dev.tandem.simbridge.world.PhysicsScales;
import dev.tandem.simbridge.world.Wrench;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** The embedded simulator: an arm among boxes and planes, in plain Java. One thread. */
public final class ChainPlant implements ArmWorld {
  private final Chain chain;
  private final ArmScene config;
  private final ToolPlacement placement;
  private final ArmSignals signals;
  private final double[] q;
  private final double[] qd;
  private final double[] torque;
  private final double[] loaded;
  private final double[] toolVelocity = new double[6];
  private final double[] arm = new double[3];
  private final double[] column = new double[3];
  private final Wrench contact = new Wrench();
  private ChainDynamics dynamics;
  private ContactModel contacts;

  public ChainPlant(Chain chain, ArmScene config) {
    int n = chain.joints().size();
    if (config.homeRad().length != n) {
      throw new IllegalArgumentException(
          "homeRad: expected "
              + n
              + " joints of "
              + chain.name()
              + ", got "
              + config.homeRad().length);
    }
    this.chain = chain;
    this.config = config;
    this.dynamics = new ChainDynamics(chain);
    this.placement = new ToolPlacement(chain);
    this.contacts = contacts(PhysicsScales.NOMINAL);
    this.signals = new ArmSignals(chain, config.sensors());
    this.q = new double[n];
    this.qd = new double[n];
    this.torque = new double[n];
    this.loaded = new double[n];
    reset(0);
  }

  private ContactModel contacts(PhysicsScales scales) {
    return new ContactModel(config.spheres(), config.obstacles(), scales.of(config.contact()));
  }

  /** Nothing is moved by the arm here, so that a load's mass means nothing. */
  @Override
  public void adjust(PhysicsScales scales) {
    dynamics = new ChainDynamics(scales.of(chain), scales.gravity());
    contacts = contacts(scales);
    refresh();
  }

  @Override
  public Set<Capability> capabilities() {
    return EnumSet.of(Capability.CONTACT, Capability.WRENCH);
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
    System.arraycopy(config.homeRad(), 0, q, 0, q.length);
    settle();
  }

  @Override
  public void placeTool(double x, double y, double z) {
    double[] reached = q.clone();
    placement.place(reached, x, y, z);
    System.arraycopy(reached, 0, q, 0, q.length);
    settle();
  }

  @Override
  public void displace(double[] offsetRad) {
    for (int i = 0; i < q.length; i++) {
      q[i] += offsetRad[i];
    }
    settle();
  }

  private void settle() {
    Arrays.fill(qd, 0);
    Arrays.fill(torque, 0);
    contact.clear();
    signals.clear();
    refresh();
  }

  @Override
  @HotPath
  public void step(Command command, double dtSeconds) {
    command.copyTo(torque, 0);
    int steps = config.stepsIn(dtSeconds);
    for (int i = 0; i < steps; i++) {
      load();
      dynamics.step(q, qd, loaded, dtSeconds / steps);
      refresh();
    }
    signals.filter(contact, dtSeconds);
  }

  @Override
  public double integrationSeconds(double dtSeconds) {
    return dtSeconds / config.stepsIn(dtSeconds);
  }

  @Override
  @HotPath
  public void brake(double dtSeconds) {
    for (int i = 0; i < qd.length; i++) {
      qd[i] = 0;
      torque[i] = 0;
    }
    refresh();
    signals.filter(contact, dtSeconds);
  }

  /** Joint torques of drives and contacts together: tau + J^T wrench. */
  private void load() {
    contacts.compute(dynamics.kinematics, toolVelocity, contact);
    for (int i = 0; i < q.length; i++) {
      linearColumn(i);
      loaded[i] =
          torque[i]
              + Vec.dot(column, 0, contact.force, 0)
              + Vec.dot(dynamics.kinematics.axis, 3 * i, contact.moment, 0);
    }
  }

  private void refresh() {
    dynamics.kinematics.update(q);
    Arrays.fill(toolVelocity, 0);
    for (int i = 0; i < q.length; i++) {
      linearColumn(i);
      for (int k = 0; k < 3; k++) {
        toolVelocity[k] += column[k] * qd[i];
        toolVelocity[3 + k] += dynamics.kinematics.axis[3 * i + k] * qd[i];
      }
    }
  }

  /** Column i of the tool's linear Jacobian. */
  private void linearColumn(int i) {
    Vec.subtract(dynamics.kinematics.tool, 0, dynamics.kinematics.origin, 3 * i, arm, 0);
    Vec.cross(dynamics.kinematics.axis, 3 * i, arm, 0, column, 0);
  }

  @Override
  @HotPath
  public void observe(MutableObservation observation) {
    signals.write(observation, q, qd, torque);
    signals.writeTool(observation, dynamics.kinematics.tool, toolVelocity);
  }

  @Override
  public void render(String camera, MutableImage image) {
    throw new IllegalStateException(
        "the embedded plant has no camera (" + camera + "); check capabilities() first");
  }

  @Override
  public void setState(double[] positionsRad, double[] speedsRadPerS) {
    System.arraycopy(positionsRad, 0, q, 0, q.length);
    settle();
    System.arraycopy(speedsRadPerS, 0, qd, 0, qd.length);
    refresh();
  }

  @Override
  public void close() {}
}
