package dev.tandem.app.bench;

import dev.tandem.runtime.decide.Controller;
import dev.tandem.runtime.signal.Action;
import dev.tandem.runtime.signal.MutableCommand;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.time.Tick;
import java.util.function.BooleanSupplier;

/** The arm's own controller, or in its place an adversary that commands torques itself. */
final class HarmfulControl implements Controller {
  private final Controller own;
  private final Controller adversary;
  private final BooleanSupplier byTorque;

  /**
   * @param byTorque whether it is the adversary's turn; asked every tick
   */
  HarmfulControl(Controller own, Controller adversary, BooleanSupplier byTorque) {
    this.own = own;
    this.adversary = adversary;
    this.byTorque = byTorque;
  }

  @Override
  public void reset(Observation observation) {
    own.reset(observation);
  }

  @Override
  public void hold(Tick tick, Observation observation) {
    own.hold(tick, observation);
  }

  @Override
  public void decided(Tick tick, Observation observation, Action action) {
    own.decided(tick, observation, action);
  }

  @Override
  public void update(Tick tick, Observation observation, Action action, MutableCommand command) {
    (byTorque.getAsBoolean() ? adversary : own).update(tick, observation, action, command);
  }

  @Override
  public boolean setPoint(double[] toInBase) {
    return !byTorque.getAsBoolean() && own.setPoint(toInBase);
  }
}
