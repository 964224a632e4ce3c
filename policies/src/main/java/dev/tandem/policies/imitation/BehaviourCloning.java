package dev.tandem.policies.imitation;

import dev.tandem.policies.nn.PolicySpaces;
import dev.tandem.policies.sac.StepRandom;
import dev.tandem.runtime.learn.Batch;
import dev.tandem.runtime.learn.Transition;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Trains an actor to repeat the actions of demonstrations, and stops when whole episodes that were
 * held back say that it no longer gets better. Equal seeds and demonstrations give equal policies.
 */
public final class BehaviourCloning {
  private static final int EPISODES = 4;
  private static final int BATCHES = 5;

  private final PolicySpaces spaces;
  private final CloningConfig config;
  private final long seed;

  public BehaviourCloning(PolicySpaces spaces, CloningConfig config, long seed) {
    this.spaces = spaces;
    this.config = config;
    this.seed = seed;
  }

  /**
   * Trains {@code cloner}, which stays open.
   *
   * @param demos of at least two episodes
   */
  public CloningResult train(List<Transition> demos, Cloner cloner) {
    DemonstrationSplit split =
        DemonstrationSplit.of(
            demos, config.validationShare(), spaces, StepRandom.at(seed, EPISODES, 0));
    CloningResult best = new CloningResult(cloner.snapshot(), 0, cloner.error(split.validation()));
    for (int epoch = 1; goesOn(epoch, best); epoch++) {
      learnEpoch(epoch, split.training(), cloner);
      double error = cloner.error(split.validation());
      if (error < best.validationError()) {
        best = new CloningResult(cloner.snapshot(), epoch, error);
      }
    }
    return best;
  }

  private boolean goesOn(int epoch, CloningResult best) {
    return epoch <= config.maxEpochs() && epoch - best.epoch() <= config.patienceEpochs();
  }

  /** As many random batches as it takes to draw each transition once on average. */
  private void learnEpoch(int epoch, Batch training, Cloner cloner) {
    RandomGenerator random = StepRandom.at(seed, BATCHES, epoch);
    Batch batch = new Batch(cloner.batchRows(), training.features, training.actions);
    for (int drawn = 0; drawn < training.rows; drawn += batch.rows) {
      for (int row = 0; row < batch.rows; row++) {
        copyRow(training, random.nextInt(training.rows), batch, row);
      }
      cloner.learn(batch);
    }
  }

  private static void copyRow(Batch from, int fromRow, Batch to, int toRow) {
    int features = from.features;
    int actions = from.actions;
    System.arraycopy(
        from.observation, fromRow * features, to.observation, toRow * features, features);
    System.arraycopy(from.action, fromRow * actions, to.action, toRow * actions, actions);
  }
}
