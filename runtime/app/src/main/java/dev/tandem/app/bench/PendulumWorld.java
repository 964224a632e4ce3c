package dev.tandem.app.bench;

import dev.tandem.runtime.act.Verdict;
import dev.tandem.runtime.decide.Origin;
import dev.tandem.runtime.decide.Policy;
import dev.tandem.runtime.learn.Transition;
import dev.tandem.runtime.signal.Channel;
import dev.tandem.runtime.signal.MutableAction;
import dev.tandem.runtime.signal.MutableCommand;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.time.MutableTick;
import dev.tandem.simbridge.pendulum.Pendulum;

/** The pendulum with a policy at its motor, without loop, controller or recorder. One thread. */
public final class PendulumWorld {
  /** Powers of the plastic number: starts spread evenly (Roberts, 2018, sequence R2). */
  private static final double ANGLES = 0.7548776662466927;

  private static final double VELOCITIES = 0.5698402909980532;

  private final Pendulum task = new Pendulum();
  private final Channel torque = task.actionSpec().channel(0);
  private final MutableTick tick = new MutableTick((long) (Pendulum.DECISION_SECONDS * 1e9));
  private final MutableObservation before =
      new MutableObservation(task.simulator().observationSpec());
  private final MutableObservation after =
      new MutableObservation(task.simulator().observationSpec());
  private final MutableAction requested = new MutableAction(task.actionSpec());
  private final MutableAction applied = new MutableAction(task.actionSpec());
  private final MutableCommand command = new MutableCommand(task.actionSpec());

  public Pendulum task() {
    return task;
  }

  /** An episode in which {@code pupil} drives and learns; returns its steps. */
  public int play(Pupil pupil, long episode, long seed) {
    start(seed);
    for (int step = 0; step < task.horizonSteps(); step++) {
      pupil.learn(step(pupil.driver(), episode, step));
    }
    return task.horizonSteps();
  }

  private void start(long seed) {
    task.reset(seed);
    task.simulator().observe(after);
  }

  private void startEvaluation(int number) {
    double angle = (0.5 + number * ANGLES) % 1;
    double velocity = (0.5 + number * VELOCITIES) % 1;
    task.place((2 * angle - 1) * Math.PI, 2 * velocity - 1);
    task.simulator().observe(after);
  }

  /** One decision of {@code policy} and what came of it. */
  private Transition step(Policy policy, long episode, int step) {
    double reward = advance(policy);
    return new Transition(
        episode,
        step,
        step * tick.periodNanos(),
        features(before),
        new float[] {(float) requested.get(0)},
        new float[] {(float) applied.get(0)},
        reward,
        features(after),
        false,
        step == task.horizonSteps() - 1,
        Origin.POLICY,
        Verdict.PASSED,
        policy.version());
  }

  /**
   * Mean return of evaluation episodes from {@code first} on, the same for every policy. They start
   * where the task's do, spread evenly: the mean of a hundred varies by 2 or 3, of starts that were
   * drawn by 9.
   */
  public double meanReturn(Policy policy, int first, int episodes) {
    double sum = 0;
    for (int i = first; i < first + episodes; i++) {
      startEvaluation(i);
      for (int step = 0; step < task.horizonSteps(); step++) {
        sum += advance(policy);
      }
    }
    return sum / episodes;
  }

  private double advance(Policy policy) {
    before.copyFrom(after);
    policy.act(tick, before, requested);
    applied.set(0, Math.max(torque.min(), Math.min(torque.max(), requested.get(0))));
    command.set(0, applied.get(0));
    task.simulator().step(command, Pendulum.DECISION_SECONDS);
    task.simulator().observe(after);
    return task.reward(before, applied, after);
  }

  private float[] features(MutableObservation observation) {
    float[] features = new float[task.encoder().size()];
    task.encoder().encode(observation, features);
    return features;
  }
}
