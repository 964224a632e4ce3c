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
 * F25: somebody or something pushes the arm. External torque over a joint's contact threshold:
 * category 2, over its collision threshold: category 1; where things are touched on purpose, when
 * it lasts longer than a knock. Drives without power are not asked: their brakes hold, and that is
 * in no model.
 */
public final class ContactMonitor implements Monitor {
  private final MomentumObserver observer;
  private final ContactConfig config;
  private final JointState state;
  private final Block torques;
  private final double[] torque;
  private final Lasting lasting = new Lasting();

  public ContactMonitor(SignalSpec observation, RobotModel model, ContactConfig config) {
    this.observer = new MomentumObserver(model, config);
    this.config = config;
    this.state = new JointState(observation, model.joints());
    this.torques = JointState.block(observation, Channels.TORQUES, model.joints());
    this.torque = new double[model.joints()];
  }

  @Override
  public Fault fault() {
    return Fault.CONTACT;
  }

  @Override
  @HotPath
  public Reaction inspect(
      Tick tick, Observation observation, LoopHealth health, Command lastApplied) {
    state.read(observation);
    if (!readTorques(observation) || !state.isFinite()) {
      observer.restart();
      return Reaction.NONE;
    }
    double dtSeconds = (1 + health.skippedTicks) * tick.periodNanos() * 1e-9;
    double[] external = observer.update(state.q(), state.qd(), torque, dtSeconds);
    Reaction worst = Reaction.NONE;
    for (int i = 0; i < torque.length; i++) {
      worst = worst.stronger(of(i, Math.abs(external[i])));
    }
    boolean lasts = lasting.nanos(tick, worst != Reaction.NONE) >= config.lastingNanos();
    return lasts ? worst : Reaction.NONE;
  }

  /** False when the drives are without power, or a torque is not finite. */
  @HotPath
  private boolean readTorques(Observation observation) {
    boolean powered = false;
    boolean finite = true;
    for (int i = 0; i < torque.length; i++) {
      torque[i] = observation.get(torques.offset() + i);
      powered |= torque[i] != 0;
      finite &= Double.isFinite(torque[i]);
    }
    return powered && finite;
  }

  @HotPath
  private Reaction of(int joint, double externalNm) {
    if (!(externalNm <= config.collisionNm().get(joint))) { // what is not a number is no all-clear
      return Reaction.STOP1;
    }
    return externalNm > config.contactNm().get(joint) ? Reaction.STOP2 : Reaction.NONE;
  }

  /** The observer begins with no torque at all, so nothing lasts across it. */
  @Override
  public void restart() {
    observer.restart();
  }
}
