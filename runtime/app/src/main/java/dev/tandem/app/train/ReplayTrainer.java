package dev.tandem.app.train;

import dev.tandem.policies.rlpd.RlpdSampler;
import dev.tandem.policies.rlpd.UpdateSchedule;
import dev.tandem.runtime.decide.Policy;
import dev.tandem.runtime.learn.Batch;
import dev.tandem.runtime.learn.Learner;
import dev.tandem.runtime.learn.LearnerStats;
import dev.tandem.runtime.learn.Task;
import dev.tandem.runtime.learn.Transition;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Learns from batches of what was experienced: as many updates as the environment steps call for,
 * no more and no fewer, and a fresh policy for the control thread after each. Stops at the first
 * update that is not finite, before its policy could act.
 */
final class ReplayTrainer implements Trainer {
  private final Learner learner;
  private final Experience experience;
  private final RlpdSampler sampler;
  private final UpdateSchedule schedule;
  private final BooleanSupplier stop;
  private final Exploration exploration;
  private final Batch batch;
  private boolean isLearnt;
  private LearnerStats stats = new LearnerStats(0, 0, 0, 0, 0);

  /**
   * How fast it learns.
   *
   * @param schedule of the updates
   * @param stop says that no further one shall be made; asked before each
   */
  record Pace(UpdateSchedule schedule, BooleanSupplier stop) {}

  /**
   * @param learner to be closed with this
   */
  ReplayTrainer(
      Learner learner,
      Experience experience,
      RlpdSampler sampler,
      Pace pace,
      Exploration exploration,
      Task task) {
    this.learner = learner;
    this.experience = experience;
    this.sampler = sampler;
    this.schedule = pace.schedule;
    this.stop = pace.stop;
    this.exploration = exploration;
    int features = task.encoder().size();
    this.batch = new Batch(learner.batchRows(), features, task.actionSpec().size());
  }

  @Override
  public void accept(Transition transition) {
    learn(List.of(transition));
    renew();
  }

  @Override
  public void learn(List<Transition> transitions) {
    for (Transition transition : transitions) {
      experience.accept(transition);
      schedule.stepped();
    }
    catchUp();
  }

  @Override
  public void renew() {
    if (isLearnt) {
      exploration.renew(learner);
      isLearnt = false;
    }
  }

  @Override
  public void goOn(EarlierRun earlier) {
    for (Transition transition : earlier.transitions()) {
      if (earlier.isShown(transition)) {
        experience.show(transition);
      } else {
        experience.accept(transition);
      }
    }
    schedule.resume(earlier.envSteps(), learner.updates() / earlier.updatesPerStep());
    exploration.renew(learner);
    catchUp();
    renew();
  }

  private void catchUp() {
    while (schedule.owed() > 0 && sampler.ready() && !stop.getAsBoolean()) {
      sampler.fill(schedule.updateCalls(), batch);
      stats = learner.update(batch);
      DivergedException.check(stats, envSteps(), learner.updates());
      schedule.updated();
      isLearnt = true;
    }
  }

  @Override
  public Policy driver(int environment) {
    return exploration.slots().get(environment);
  }

  @Override
  public Optional<Experience> experience() {
    return Optional.of(experience);
  }

  @Override
  public long envSteps() {
    return schedule.environmentSteps();
  }

  @Override
  public Learner student() {
    return learner;
  }

  @Override
  public LearnerStats stats() {
    return stats;
  }

  @Override
  public void close() {
    learner.close();
  }
}
