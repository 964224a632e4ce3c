package dev.tandem.runtime.learn;

import dev.tandem.runtime.decide.Policy;
import java.util.List;

/** Improves a policy from batches. Free of any engine's types. One thread. */
public interface Learner extends AutoCloseable {
  /** Rows that a batch of {@link #update} must have: UTD times the batch size. */
  int batchRows();

  /**
   * One environment step's worth of learning: UTD critic updates, each on its share of the rows in
   * order, then one actor and temperature update on the last share. What it returns may be written
   * anew by the next update.
   */
  LearnerStats update(Batch batch);

  /** Critic updates so far. */
  long updates();

  /**
   * The actor as it is now, never changed afterwards; {@link Policy#version()} is {@link
   * #updates()}.
   */
  Policy snapshot();

  /** Everything that learning goes on from: networks, optimiser moments, counters. */
  List<NamedArray> export();

  /** Takes over what {@link #export} gave; throws before changing anything when a shape differs. */
  void restore(List<NamedArray> arrays);

  @Override
  void close();
}
