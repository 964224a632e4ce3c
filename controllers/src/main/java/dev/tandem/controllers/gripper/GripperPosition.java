package dev.tandem.controllers.gripper;

import dev.tandem.runtime.decide.Controller;
import dev.tandem.runtime.signal.Action;
import dev.tandem.runtime.signal.MutableCommand;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.runtime.time.Tick;

/**
 * Tells a gripper with a position drive of its own how far to close, as SERL's does: each
 * decision's {@code gripper} is added to where it was told to be, from 0, open, to 1, closed.
 * Observes and commands {@code gripper.closed}; after a reset it stays as it is.
 */
public final class GripperPosition implements Controller {
  private final int told;
  private final int wish;
  private final int command;
  private double closed;

  public GripperPosition(SignalSpec observation, SignalSpec action, SignalSpec command) {
    this.told = observation.indexOf("gripper.closed");
    this.wish = action.indexOf("gripper");
    this.command = command.indexOf("gripper.closed");
  }

  @Override
  public void reset(Observation observation) {
    closed = observation.get(told);
  }

  @Override
  @HotPath
  public void decided(Tick tick, Observation observation, Action action) {
    closed = Math.max(0, Math.min(1, closed + action.get(wish)));
  }

  /** Keeps holding what it holds. */
  @Override
  @HotPath
  public void hold(Tick tick, Observation observation) {}

  @Override
  @HotPath
  public void update(Tick tick, Observation observation, Action action, MutableCommand to) {
    to.set(command, closed);
  }
}
