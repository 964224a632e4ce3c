package dev.tandem.app.bench;

import dev.tandem.runtime.decide.Controller;
import dev.tandem.runtime.signal.Action;
import dev.tandem.runtime.signal.MutableCommand;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.Tick;

/** A controller that is the adversary itself: full torques every tick. */
final class TorqueAdversary implements Controller {
  private final HarmfulNumbers numbers;
  private final SignalSpec command;

  TorqueAdversary(HarmfulNumbers numbers, SignalSpec command) {
    this.numbers = numbers;
    this.command = command;
  }

  @Override
  public void reset(Observation observation) {}

  @Override
  public void hold(Tick tick, Observation observation) {}

  @Override
  public void decided(Tick tick, Observation observation, Action action) {}

  @Override
  public void update(Tick tick, Observation observation, Action action, MutableCommand out) {
    double[] next = numbers.next();
    for (int i = 0; i < next.length; i++) {
      double scale = Math.abs(next[i]) > 1e9 ? 1 : command.channel(i).max();
      out.set(i, scale * next[i]);
    }
  }
}
