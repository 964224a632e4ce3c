package dev.tandem.policies.tensorflow;

import dev.tandem.policies.sac.LearnerArrays;
import dev.tandem.runtime.learn.NamedArray;
import java.util.List;

/** Turns variables and counters into named arrays and back. */
final class LearnerState {
  private final TensorFlowSession session;
  private final List<FlatVariable> variables;
  private final LearnerArrays arrays;

  LearnerState(TensorFlowSession session, List<FlatVariable> variables) {
    this.session = session;
    this.variables = variables;
    this.arrays =
        new LearnerArrays(
            variables.stream()
                .map(variable -> new LearnerArrays.Variable(variable.name(), variable.layout()))
                .toList());
  }

  List<NamedArray> export(long[] counters) {
    List<float[]> values = variables.stream().map(session::read).toList();
    return arrays.export(new LearnerArrays.State(values, counters));
  }

  /** Checks every array before it changes anything; returns {@code count} counters. */
  long[] restore(List<NamedArray> exported, int count) {
    LearnerArrays.State state = arrays.restore(exported, count);
    for (int i = 0; i < variables.size(); i++) {
      session.assign(variables.get(i), state.values().get(i));
    }
    return state.counters();
  }
}
