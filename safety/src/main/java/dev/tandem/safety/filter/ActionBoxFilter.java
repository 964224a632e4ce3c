package dev.tandem.safety.filter;

import dev.tandem.runtime.act.ActionFilter;
import dev.tandem.runtime.act.Verdict;
import dev.tandem.runtime.signal.Channel;
import dev.tandem.runtime.signal.MutableAction;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.runtime.time.Tick;
import java.util.List;

/**
 * Keeps every channel of an action within its spec's bounds. An action that is not finite is no
 * wish at all: it becomes zero, and the verdict STOP.
 */
public final class ActionBoxFilter implements ActionFilter {
  private final List<String> names;
  private final double[] min;
  private final double[] max;

  /**
   * @param action its bounds must hold zero, which is what an action falls back to
   */
  public ActionBoxFilter(SignalSpec action) {
    this.names = action.channels().stream().map(Channel::name).toList();
    this.min = action.channels().stream().mapToDouble(Channel::min).toArray();
    this.max = action.channels().stream().mapToDouble(Channel::max).toArray();
    for (int i = 0; i < min.length; i++) {
      if (!(min[i] <= 0 && max[i] >= 0)) {
        throw new IllegalArgumentException(
            action.name()
                + ": bounds of "
                + action.channel(i).name()
                + " must hold 0, got "
                + min[i]
                + " to "
                + max[i]);
      }
    }
  }

  @Override
  @HotPath
  public Verdict apply(Tick tick, Observation observation, MutableAction action) {
    if (action.firstNotFinite() >= 0) {
      action.zero();
      return Verdict.STOP;
    }
    Verdict verdict = Verdict.PASSED;
    for (int i = 0; i < min.length; i++) {
      double wanted = action.get(i);
      double allowed = Math.max(min[i], Math.min(max[i], wanted));
      if (allowed != wanted) {
        action.set(i, allowed);
        action.limitedBy(i);
        verdict = Verdict.MODIFIED;
      }
    }
    return verdict;
  }

  /** A bound is called like its channel. */
  @Override
  public List<String> limitNames() {
    return names;
  }
}
