package dev.tandem.app.train;

import dev.tandem.app.settings.SimulationSettings;
import dev.tandem.runtime.learn.Transition;
import dev.tandem.simbridge.batch.Crew;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/**
 * Several environments and their one learner, decision by decision. What is learnt, and in which
 * order, hangs on seeds and settings alone and never on threads. Training thread.
 */
final class Rollouts implements AutoCloseable {
  private final List<Rollout> environments;
  private final Trainer trainer;
  private final Crew crew;
  private final boolean overlap;
  private List<Transition> waiting = List.of();

  /**
   * Starts the threads.
   *
   * @param environments closed with this
   */
  Rollouts(List<Rollout> environments, Trainer trainer, SimulationSettings how) {
    this.environments = List.copyOf(environments);
    this.trainer = trainer;
    this.overlap = how.overlap();
    this.crew =
        new Crew(
            environments.size(),
            how.threadsOf(Runtime.getRuntime().availableProcessors()),
            number -> this.environments.get(number).step());
  }

  /**
   * Every environment takes a decision; then, or meanwhile from the decision before, the learner
   * learns, and drives with the next one.
   *
   * @param ended gets the episodes that end with it
   */
  void round(Consumer<PlayedEpisode> ended) {
    try {
      if (overlap) {
        crew.sendAll();
        trainer.learn(waiting);
        crew.receiveAll();
      } else {
        crew.step();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("training was interrupted");
    }
    List<Transition> fresh = new ArrayList<>();
    environments.forEach(each -> each.take(fresh::add, ended));
    if (overlap) {
      waiting = fresh;
    } else {
      trainer.learn(fresh);
    }
    trainer.renew();
  }

  @Override
  public void close() {
    crew.close();
    environments.forEach(Rollout::close);
  }
}
