package dev.tandem.app.bench;

import dev.tandem.runtime.decide.Policy;
import dev.tandem.runtime.signal.MutableAction;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.Tick;

/** A policy that is the adversary: what it asks for is at or beyond the action box. */
final class ActionAdversary implements Policy {
  private final HarmfulNumbers numbers;
  private final SignalSpec action;

  ActionAdversary(HarmfulNumbers numbers, SignalSpec action) {
    this.numbers = numbers;
    this.action = action;
  }

  @Override
  public void act(Tick tick, Observation observation, MutableAction out) {
    double[] next = numbers.next();
    for (int i = 0; i < next.length; i++) {
      double scale = Math.abs(next[i]) > 1e9 ? 1 : action.channel(i).max();
      out.set(i, scale * next[i]);
    }
  }

  @Override
  public long version() {
    return 0;
  }
}
