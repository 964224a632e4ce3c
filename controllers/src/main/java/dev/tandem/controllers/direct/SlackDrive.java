package dev.tandem.controllers.direct;

import dev.tandem.runtime.decide.Controller;
import dev.tandem.runtime.signal.Action;
import dev.tandem.runtime.signal.MutableCommand;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.runtime.time.Tick;

/** Commands nothing, whatever is wanted: the brake of what has none. */
public final class SlackDrive implements Controller {
  @Override
  public void reset(Observation observation) {}

  @Override
  @HotPath
  public void decided(Tick tick, Observation observation, Action action) {}

  @Override
  @HotPath
  public void hold(Tick tick, Observation observation) {}

  @Override
  @HotPath
  public void update(Tick tick, Observation observation, Action action, MutableCommand command) {
    command.zero();
  }
}
