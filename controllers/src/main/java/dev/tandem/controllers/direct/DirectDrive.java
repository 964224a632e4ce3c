package dev.tandem.controllers.direct;

import dev.tandem.runtime.decide.Controller;
import dev.tandem.runtime.signal.Action;
import dev.tandem.runtime.signal.MutableCommand;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.runtime.time.Tick;

/** Commands the action itself, and zero while nobody drives. */
public final class DirectDrive implements Controller {
  private boolean driven;

  /**
   * For drives that the actions are for.
   *
   * @throws IllegalArgumentException when the two have not the same channels
   */
  public DirectDrive(SignalSpec action, SignalSpec command) {
    if (!action.channels().equals(command.channels())) {
      throw new IllegalArgumentException(
          "direct drive: expected actions " + command.channels() + ", found " + action.channels());
    }
  }

  @Override
  public void reset(Observation observation) {
    driven = false;
  }

  @Override
  @HotPath
  public void decided(Tick tick, Observation observation, Action action) {
    driven = true;
  }

  @Override
  @HotPath
  public void hold(Tick tick, Observation observation) {
    driven = false;
  }

  @Override
  @HotPath
  public void update(Tick tick, Observation observation, Action action, MutableCommand command) {
    for (int i = 0; i < command.size(); i++) {
      command.set(i, driven ? action.get(i) : 0);
    }
  }
}
