package dev.tandem.app.train;

import dev.tandem.policies.rlpd.RlpdSampler;
import dev.tandem.policies.rlpd.UpdateSchedule;
import dev.tandem.runtime.learn.Batch;
import dev.tandem.runtime.learn.Learner;
import dev.tandem.runtime.learn.LearnerStats;
import dev.tandem.runtime.learn.Task;
import dev.tandem.runtime.learn.Transition;
import java.util.function.Consumer;

/**
 * Learns from every training transition as it comes: as many updates as the environment steps call
 * for, no more and no fewer, and a fresh policy for the control thread after each. Stops at the
 * first update that is not finite, before its policy could act.
 */
final class Trainer implements Consumer<Transition> {
  private final Learner learner;
  private final Experience experience;
  private final RlpdSampler sampler;
  private final UpdateSchedule schedule;
  private final Exploration exploration;
  private final Batch batch;
  private LearnerStats stats = new LearnerStats(0, 0, 0, 0, 0);

  Trainer(
      Learner learner,
      Experience experience,
      RlpdSampler sampler,
      UpdateSchedule schedule,
      Exploration exploration,
      Task task) {
    this.learner = learner;
    this.experience = experience;
    this.sampler = sampler;
    this.schedule = schedule;
    this.exploration = exploration;
    int features = task.encoder().size();
    this.batch = new Batch(learner.batchRows(), features, task.actionSpec().size());
  }

  @Override
  public void accept(Transition transition) {
    experience.accept(transition);
    schedule.stepped();
    catchUp();
  }

  /**
   * Goes on after so many environment steps and calls of a learner that was restored: makes the
   * updates that are still owed before its policy may act.
   */
  void goOn(long envSteps, long updateCalls) {
    schedule.resume(envSteps, updateCalls);
    exploration.renew(learner);
    catchUp();
  }

  private void catchUp() {
    boolean learnt = false;
    while (schedule.owed() > 0 && sampler.ready()) {
      sampler.fill(schedule.updateCalls(), batch);
      stats = learner.update(batch);
      DivergedException.check(stats, envSteps(), learner.updates());
      schedule.updated();
      learnt = true;
    }
    if (learnt) {
      exploration.renew(learner);
    }
  }

  long envSteps() {
    return schedule.environmentSteps();
  }

  Learner learner() {
    return learner;
  }

  LearnerStats stats() {
    return stats;
  }
}
