package dev.tandem.runtime.loop;

import dev.tandem.runtime.guard.Fault;
import dev.tandem.runtime.guard.LoopHealth;
import dev.tandem.runtime.guard.Mode;
import dev.tandem.runtime.guard.Supervisor;
import dev.tandem.runtime.signal.Command;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.time.Tick;
import java.util.Optional;

/** Lets who asks drive, and stops for good at everything that the loop says of itself. */
public final class StrictSupervisor implements Supervisor {
  /** What it says next, when the loop is healthy; empty while it decides itself. */
  Optional<Mode> ordered = Optional.empty();

  /** Whether it gives a blind loop another tick. */
  boolean waits;

  /** What it stops with. */
  Mode stop = Mode.STOP0;

  LoopHealth seen = new LoopHealth();

  /** As it was when the tick began. */
  long executionNanos;

  Fault worsenedBy = Fault.NONE;

  Runnable whenAsked = () -> {};

  private Mode mode = Mode.ARMED;
  private Fault cause = Fault.NONE;

  @Override
  public Mode update(Tick tick, Observation observation, LoopHealth health, Command lastApplied) {
    whenAsked.run();
    seen = health;
    executionNanos = health.lastExecutionNanos;
    Fault fault = fault(health);
    if (cause == Fault.NONE && fault != Fault.NONE) {
      cause = fault;
    }
    mode = cause == Fault.NONE ? run(health) : stop;
    return mode;
  }

  private Mode run(LoopHealth health) {
    return ordered.orElse(health.humanDrives ? Mode.RUN_HUMAN : Mode.RUN_POLICY);
  }

  private Fault fault(LoopHealth health) {
    if (health.faultySensor >= 0) {
      return Fault.SENSOR_FAULT;
    }
    if (health.badChannel >= 0 && !waits) {
      return Fault.OBSERVATION_NOT_FINITE;
    }
    if (health.unusableActions > 0) {
      return Fault.ACTION_UNUSABLE;
    }
    if (health.commandRefusedBy != LoopHealth.NOBODY) {
      return Fault.COMMAND_REFUSED;
    }
    return health.actuatorFault ? Fault.ACTUATOR_FAULT : Fault.NONE;
  }

  void stopWith(Fault fault) {
    cause = fault;
  }

  void recover() {
    cause = Fault.NONE;
    mode = Mode.ARMED;
  }

  @Override
  public Mode breakDown() {
    stop = Mode.FAULT;
    cause = Fault.TICK_FAILED;
    mode = stop;
    return mode;
  }

  @Override
  public Mode mode() {
    return mode;
  }

  @Override
  public Fault cause() {
    return cause;
  }

  @Override
  public Fault worsenedBy() {
    return worsenedBy;
  }

  @Override
  public long faults() {
    return cause.bit();
  }
}
