package dev.tandem.app.train;

import dev.tandem.runtime.decide.Policy;
import dev.tandem.runtime.learn.Batch;
import dev.tandem.runtime.learn.Learner;
import dev.tandem.runtime.learn.LearnerStats;
import dev.tandem.runtime.learn.NamedArray;
import dev.tandem.runtime.signal.MutableAction;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.time.Tick;
import java.util.List;

/** Learns nothing; of its third update it says what it was told to, of the others good things. */
final class ScriptedLearner implements Learner {
  static final LearnerStats GOOD = new LearnerStats(1, 2, 3, 4, 5);

  private final LearnerStats third;
  private List<NamedArray> arrays = List.of();
  private int updates;
  private int snapshots;

  ScriptedLearner(LearnerStats third) {
    this.third = third;
  }

  @Override
  public int batchRows() {
    return 2;
  }

  @Override
  public LearnerStats update(Batch batch) {
    return ++updates == 3 ? third : GOOD;
  }

  @Override
  public long updates() {
    return updates;
  }

  @Override
  public Policy snapshot() {
    snapshots++;
    return new Policy() {
      @Override
      public void act(Tick tick, Observation observation, MutableAction action) {
        action.zero();
      }

      @Override
      public long version() {
        return 0;
      }
    };
  }

  @Override
  public List<NamedArray> export() {
    return arrays;
  }

  @Override
  public void restore(List<NamedArray> arrays) {
    this.arrays = List.copyOf(arrays);
  }

  @Override
  public void close() {}

  int snapshots() {
    return snapshots;
  }
}
