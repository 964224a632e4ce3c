package dev.tandem.controllers.direct;

import dev.tandem.runtime.decide.Brake;
import dev.tandem.runtime.signal.Action;
import dev.tandem.runtime.signal.MutableCommand;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.runtime.time.Tick;

/** Commands nothing, whatever is wanted: the brake of what has none. */
public final class SlackDrive implements Brake {
  @Override
  public void reset(Observation observation) {}

  @Override
  @HotPath
  public void update(Tick tick, Observation observation, Action action, MutableCommand command) {
    command.zero();
  }
}
