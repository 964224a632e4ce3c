package dev.tandem.runtime.loop;

import dev.tandem.runtime.decide.Controller;
import dev.tandem.runtime.signal.Action;
import dev.tandem.runtime.signal.MutableCommand;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.time.Tick;

/** Force is ten times the push, and what holds the weight. */
final class FakeController implements Controller {
  double gain = 10;
  double weightN;
  int decisions;
  int holds;
  double resetAtX = Double.NaN;
  boolean pulls;
  Runnable whenAsked = () -> {};

  @Override
  public void reset(Observation observation) {
    resetAtX = observation.get(0);
  }

  @Override
  public void decided(Tick tick, Observation observation, Action action) {
    decisions++;
  }

  @Override
  public void hold(Tick tick, Observation observation) {
    holds++;
  }

  @Override
  public void update(Tick tick, Observation observation, Action action, MutableCommand command) {
    whenAsked.run();
    command.set(0, weightN + gain * action.get(0));
  }

  @Override
  public boolean setPoint(double[] toInBase) {
    toInBase[3] = decisions;
    return pulls;
  }
}
