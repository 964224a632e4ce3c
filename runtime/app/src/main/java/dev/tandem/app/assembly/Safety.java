package dev.tandem.app.assembly;

import dev.tandem.runtime.act.ActionFilter;
import dev.tandem.runtime.act.SafetyFilter;
import dev.tandem.runtime.act.Verdict;
import dev.tandem.runtime.learn.Task;
import dev.tandem.runtime.signal.SignalSpec;
import java.util.List;

/** The filter chain, in its order. */
final class Safety {
  private Safety() {}

  static List<ActionFilter> actionFilters(Task task) {
    return List.of();
  }

  static List<SafetyFilter> commandFilters(SignalSpec observation, SignalSpec command) {
    return List.of((tick, o, last, c) -> Verdict.PASSED);
  }
}
