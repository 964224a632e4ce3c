package dev.tandem.simbridge.fault;

import dev.tandem.runtime.decide.Policy;
import dev.tandem.runtime.learn.Batch;
import dev.tandem.runtime.learn.Learner;
import dev.tandem.runtime.learn.LearnerStats;
import dev.tandem.runtime.learn.NamedArray;
import java.util.List;
import java.util.function.Supplier;

/**
 * A learner that is killed inside the process: an update throws when its weights are changed, and
 * before anybody has them. The learner's thread.
 */
public final class FaultyLearner implements Learner {
  private final Learner inner;
  private final long fatalUpdate;
  private final Supplier<? extends Error> death;
  private long calls;

  /**
   * @param fatalUpdate number of the call that kills it, from 1
   * @param death thrown in that call, and in every later one
   */
  public FaultyLearner(Learner inner, long fatalUpdate, Supplier<? extends Error> death) {
    this.inner = inner;
    this.fatalUpdate = fatalUpdate;
    this.death = death;
  }

  @Override
  public LearnerStats update(Batch batch) {
    LearnerStats stats = inner.update(batch);
    if (++calls >= fatalUpdate) {
      throw death.get();
    }
    return stats;
  }

  @Override
  public int batchRows() {
    return inner.batchRows();
  }

  @Override
  public long updates() {
    return inner.updates();
  }

  @Override
  public Policy snapshot() {
    return inner.snapshot();
  }

  @Override
  public List<NamedArray> export() {
    return inner.export();
  }

  @Override
  public void restore(List<NamedArray> arrays) {
    inner.restore(arrays);
  }

  @Override
  public void close() {
    inner.close();
  }
}
