package dev.tandem.safety.monitor;

import dev.tandem.runtime.guard.Fault;
import dev.tandem.runtime.guard.LoopHealth;
import dev.tandem.runtime.guard.Monitor;
import dev.tandem.runtime.guard.Reaction;
import dev.tandem.runtime.model.JointState;
import dev.tandem.runtime.model.RobotModel;
import dev.tandem.runtime.signal.Block;
import dev.tandem.runtime.signal.Command;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.runtime.time.Tick;

/**
 * F35: at rest, touching nothing, the measured torques are not those that gravity asks of the model
 * and its payload: category 2 when it lasts; armed like this the robot would be refused. Whether it
 * touches something is asked of the wrist's sensor; without one a lasting push counts as a payload.
 * All torques exactly zero: the drives have no power, and nothing can be said.
 */
public final class GravityMonitor implements Monitor {
  private static final double FREE_N = 3;

  private final RobotModel model;
  private final MonitorConfig.Joints config;
  private final JointState state;
  private final Block torques;
  private final boolean sensesContact;
  private final Block wrench;
  private final double[] motionless;
  private final double[] gravity;
  private final Lasting lasting = new Lasting();

  public GravityMonitor(SignalSpec observation, RobotModel model, MonitorConfig.Joints config) {
    int joints = model.joints();
    this.model = model;
    this.config = config;
    this.state = new JointState(observation, joints);
    this.torques = JointState.block(observation, Channels.TORQUES, joints);
    this.sensesContact = Channels.hasBlock(observation, Channels.WRENCH);
    this.wrench = sensesContact ? observation.block(Channels.WRENCH) : torques;
    this.motionless = new double[joints];
    this.gravity = new double[joints];
  }

  @Override
  public Fault fault() {
    return Fault.WRONG_MODEL;
  }

  @Override
  @HotPath
  public Reaction inspect(
      Tick tick, Observation observation, LoopHealth health, Command lastApplied) {
    boolean wrong = isResting(observation) && isFree(observation) && isLoaded(observation);
    return lasting.nanos(tick, wrong) >= config.gravityNanos() ? Reaction.STOP2 : Reaction.NONE;
  }

  @HotPath
  private boolean isResting(Observation observation) {
    state.read(observation);
    boolean rests = true;
    boolean powered = false;
    for (int i = 0; i < motionless.length; i++) {
      rests &= Math.abs(state.qd()[i]) <= config.restRadPerS();
      powered |= observation.get(torques.offset() + i) != 0;
    }
    return rests && powered;
  }

  @HotPath
  private boolean isFree(Observation observation) {
    return !sensesContact || Norms.of(observation, wrench) <= FREE_N;
  }

  @HotPath
  private boolean isLoaded(Observation observation) {
    model.update(state.q(), 0);
    model.biasTorque(motionless, 0, gravity);
    boolean loaded = false;
    for (int i = 0; i < gravity.length; i++) {
      double errorNm = Math.abs(observation.get(torques.offset() + i) - gravity[i]);
      loaded |= errorNm > config.maxGravityErrorNm();
    }
    return loaded;
  }

  @Override
  public void restart() {
    lasting.restart();
  }
}
