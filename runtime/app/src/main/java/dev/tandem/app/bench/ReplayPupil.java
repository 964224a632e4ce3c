package dev.tandem.app.bench;

import dev.tandem.policies.nn.PolicySpaces;
import dev.tandem.policies.replay.UniformReplay;
import dev.tandem.policies.rlpd.RlpdSampler;
import dev.tandem.policies.rlpd.UpdateSchedule;
import dev.tandem.runtime.decide.Policy;
import dev.tandem.runtime.learn.Batch;
import dev.tandem.runtime.learn.Learner;
import dev.tandem.runtime.learn.NamedArray;
import dev.tandem.runtime.learn.Transition;
import java.util.random.RandomGenerator;

/** Learns from batches of a replay buffer, as many as the environment steps call for. */
public final class ReplayPupil implements Pupil {
  private static final int CAPACITY = 1_000_000;

  private final Learner learner;
  private final UniformReplay replay;
  private final RlpdSampler sampler;
  private final UpdateSchedule schedule;
  private final RandomGenerator exploration;
  private final Batch batch;
  private Policy driver;

  /**
   * Makes a beginner.
   *
   * @param learner to be closed with this
   * @param shareRows rows of one critic update
   * @param startSteps environment steps before the first update
   */
  public ReplayPupil(
      Learner learner,
      PolicySpaces spaces,
      int shareRows,
      int startSteps,
      RandomGenerator exploration,
      long seed) {
    this.learner = learner;
    this.replay = new UniformReplay(CAPACITY, spaces);
    this.sampler = new RlpdSampler(replay, new UniformReplay(1, spaces), shareRows, seed);
    this.schedule = new UpdateSchedule(startSteps);
    this.exploration = exploration;
    this.batch = new Batch(learner.batchRows(), spaces.features(), spaces.actions());
    this.driver = learner.snapshot().exploring(exploration);
  }

  @Override
  public Policy driver() {
    return driver;
  }

  @Override
  public void learn(Transition transition) {
    replay.offer(transition);
    schedule.stepped();
    while (schedule.owed() > 0) {
      sampler.fill(schedule.updateCalls(), batch);
      learner.update(batch);
      schedule.updated();
      driver = learner.snapshot().exploring(exploration);
    }
  }

  @Override
  public Policy learnt() {
    return learner.snapshot();
  }

  @Override
  public long bytes() {
    long values = 0;
    for (NamedArray array : learner.export()) {
      values += array.values().length;
    }
    return values * Float.BYTES + replay.bytes();
  }

  @Override
  public void close() {
    learner.close();
  }
}
