package dev.tandem.safety.monitor;

import dev.tandem.runtime.guard.Fault;
import dev.tandem.runtime.guard.LoopHealth;
import dev.tandem.runtime.guard.Monitor;
import dev.tandem.runtime.guard.Reaction;
import dev.tandem.runtime.signal.Command;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.runtime.time.Tick;

/** A fault that shows in what the loop knows of itself, without a memory of its own. */
public record HealthMonitor(Fault fault, Judgement judgement) implements Monitor {
  private static final int UNUSABLE_ACTIONS = 3;

  /** How strongly to react to what the loop knows. Control thread. */
  public interface Judgement {
    Reaction of(LoopHealth health);
  }

  /** A sensor that reports a device fault: category 1. */
  public static Monitor sensor() {
    return new HealthMonitor(
        Fault.SENSOR_FAULT, health -> health.faultySensor < 0 ? Reaction.NONE : Reaction.STOP1);
  }

  /** Drives that refuse a command: category 1. */
  public static Monitor actuator() {
    return new HealthMonitor(
        Fault.ACTUATOR_FAULT, health -> health.actuatorFault ? Reaction.STOP1 : Reaction.NONE);
  }

  /** A gate that refused the command has taken the power off already: category 0. */
  public static Monitor command() {
    return new HealthMonitor(
        Fault.COMMAND_REFUSED,
        health -> health.commandRefusedBy == LoopHealth.NOBODY ? Reaction.NONE : Reaction.STOP0);
  }

  /** F04: an unusable action was dropped and the set point rests; three in a row, category 2. */
  public static Monitor action() {
    return new HealthMonitor(
        Fault.ACTION_UNUSABLE,
        health ->
            health.unusableActions >= UNUSABLE_ACTIONS
                ? Reaction.STOP2
                : health.unusableActions > 0 ? Reaction.LIMIT : Reaction.NONE);
  }

  /** F33: what the person wants is not known; who drives then is the authority's. */
  public static Monitor humanDevice() {
    return new HealthMonitor(
        Fault.HUMAN_DEVICE_LOST, health -> health.humanLost ? Reaction.LIMIT : Reaction.NONE);
  }

  /** F07: an action is held that these action filters changed. */
  public static Monitor clippedAction(long filters) {
    return new HealthMonitor(
        Fault.ACTION_OUT_OF_RANGE,
        health -> (health.modifiedActionMask & filters) == 0 ? Reaction.NONE : Reaction.LIMIT);
  }

  @Override
  @HotPath
  public Reaction inspect(
      Tick tick, Observation observation, LoopHealth health, Command lastApplied) {
    return judgement.of(health);
  }
}
