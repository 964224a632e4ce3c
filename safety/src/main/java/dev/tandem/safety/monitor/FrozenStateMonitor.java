package dev.tandem.safety.monitor;

import dev.tandem.runtime.guard.Fault;
import dev.tandem.runtime.guard.LoopHealth;
import dev.tandem.runtime.guard.Monitor;
import dev.tandem.runtime.guard.Reaction;
import dev.tandem.runtime.model.JointState;
import dev.tandem.runtime.signal.Block;
import dev.tandem.runtime.signal.Command;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.runtime.time.Tick;

/**
 * F13: {@code q, qd} and, where it is measured, {@code tau} stay the same bit for bit while the
 * torques that are sent change: category 1. A robot at rest is told the same in every tick, so its
 * state may stand still; so may that of one without power, or it could not be recovered.
 */
public final class FrozenStateMonitor implements Monitor {
  private final MonitorConfig.Drives config;
  private final Block[] watched;
  private final double[] before;
  private final double[] toldAtFreeze;
  private int identicalTicks = -1;

  public FrozenStateMonitor(SignalSpec observation, int joints, MonitorConfig.Drives config) {
    this.config = config;
    boolean torques = Channels.hasBlock(observation, Channels.TORQUES);
    this.watched = new Block[torques ? 3 : 2];
    watched[0] = JointState.block(observation, Channels.POSITIONS, joints);
    watched[1] = JointState.block(observation, Channels.SPEEDS, joints);
    if (torques) {
      watched[2] = JointState.block(observation, Channels.TORQUES, joints);
    }
    this.before = new double[watched.length * joints];
    this.toldAtFreeze = new double[joints];
  }

  @Override
  public Fault fault() {
    return Fault.STATE_FROZEN;
  }

  @Override
  @HotPath
  public Reaction inspect(
      Tick tick, Observation observation, LoopHealth health, Command lastApplied) {
    if (hasChanged(observation) || identicalTicks < 0 || hasNoPower(lastApplied)) {
      identicalTicks = 0;
      for (int i = 0; i < toldAtFreeze.length; i++) {
        toldAtFreeze[i] = lastApplied.get(i);
      }
      return Reaction.NONE;
    }
    identicalTicks++;
    boolean frozen = identicalTicks >= config.frozenTicks() && isToldOtherwise(lastApplied);
    return frozen ? Reaction.STOP1 : Reaction.NONE;
  }

  @HotPath
  private boolean hasChanged(Observation observation) {
    boolean changed = false;
    int at = 0;
    for (int b = 0; b < watched.length; b++) {
      for (int i = 0; i < watched[b].size(); i++) {
        double now = observation.get(watched[b].offset() + i);
        changed |= now != before[at];
        before[at++] = now;
      }
    }
    return changed;
  }

  @HotPath
  private boolean hasNoPower(Command lastApplied) {
    boolean none = true;
    for (int i = 0; i < toldAtFreeze.length; i++) {
      none &= lastApplied.get(i) == 0;
    }
    return none;
  }

  @HotPath
  private boolean isToldOtherwise(Command lastApplied) {
    boolean otherwise = false;
    for (int i = 0; i < toldAtFreeze.length; i++) {
      double by = Math.abs(lastApplied.get(i) - toldAtFreeze[i]);
      otherwise |= by > config.frozenTorqueChangeNm();
    }
    return otherwise;
  }

  @Override
  public void restart() {
    identicalTicks = -1;
  }
}
