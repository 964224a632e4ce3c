package dev.tandem.runtime.decide;

import dev.tandem.runtime.signal.Action;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.runtime.time.Tick;

/** A controller that stops what it controls, whatever was decided and whoever drove. */
public interface Brake extends Controller {
  @Override
  @HotPath
  default void decided(Tick tick, Observation observation, Action action) {}

  @Override
  @HotPath
  default void hold(Tick tick, Observation observation) {}
}
