package dev.tandem.safety.authority;

import dev.tandem.runtime.guard.Fault;
import dev.tandem.runtime.guard.LoopHealth;
import dev.tandem.runtime.guard.Monitor;
import dev.tandem.runtime.guard.Reaction;
import dev.tandem.runtime.signal.Command;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.time.Tick;

/** A monitor that says what it is told to. */
final class Told implements Monitor {
  final Fault fault;
  Reaction says = Reaction.NONE;
  int restarts;

  Told(Fault fault) {
    this.fault = fault;
  }

  @Override
  public Fault fault() {
    return fault;
  }

  @Override
  public Reaction inspect(
      Tick tick, Observation observation, LoopHealth health, Command lastApplied) {
    return says;
  }

  @Override
  public void restart() {
    restarts++;
  }
}
