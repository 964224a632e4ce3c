package dev.tandem.runtime.learn;

/** Improves a policy from batches. Free of any engine's types. One thread. */
public interface Learner extends Student, AutoCloseable {
  /** Rows that a batch of {@link #update} must have: UTD times the batch size. */
  int batchRows();

  /**
   * One environment step's worth of learning: UTD critic updates, each on its share of the rows in
   * order, then one actor and temperature update on the last share. What it returns may be written
   * anew by the next update.
   */
  LearnerStats update(Batch batch);

  /** Critic updates so far. */
  @Override
  long updates();

  @Override
  void close();
}
