package dev.tandem.policies.imitation;

import dev.tandem.policies.nn.NeuralPolicy;
import dev.tandem.runtime.learn.Batch;

/** An actor that learns to repeat actions; an engine's side of {@link BehaviourCloning}. */
public interface Cloner extends AutoCloseable {
  /** Rows that a batch of {@link #learn} must have. */
  int batchRows();

  /**
   * One gradient step on observations and actions of {@code batch}.
   *
   * @return mean squared error of the deterministic action before the step, in [-1, 1] units
   */
  double learn(Batch batch);

  /** The mean squared error on a batch of any number of rows; nothing is learnt. */
  double error(Batch batch);

  /** The actor as it is now, deterministic, never changed afterwards. */
  NeuralPolicy snapshot();

  @Override
  void close();
}
