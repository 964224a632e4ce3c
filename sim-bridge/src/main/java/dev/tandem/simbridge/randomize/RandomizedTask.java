package dev.tandem.simbridge.randomize;

import dev.tandem.runtime.learn.Simulator;
import dev.tandem.runtime.model.RobotModel;
import dev.tandem.runtime.sense.Sensor;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.simbridge.task.SimulatedTask;
import dev.tandem.simbridge.task.WrappedTask;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * A task whose world is another one in every episode: equal seeds, equal worlds. Rewards and ends
 * follow from what is seen, as on a robot; whether it was done, from the truth. One thread.
 */
public final class RandomizedTask extends WrappedTask {
  /** Keeps what is drawn here apart from what the task draws of the same seed. */
  private static final long OWN = 0x5EED_0F_C0_4D17L;

  private final Curriculum curriculum;
  private final Randomization randomization;
  private final RandomizedSimulator simulator;
  private final RandomizedSenses senses;
  private final double periodSeconds;
  private Conditions conditions;

  /**
   * Varies a task.
   *
   * @param model of the task's arm, for this alone; empty for the body of a file
   * @param curriculum where in the randomisation episodes take place
   */
  public RandomizedTask(
      SimulatedTask task,
      Optional<RobotModel> model,
      Randomization randomization,
      Curriculum curriculum) {
    super(task);
    RandomGenerator random = new SplittableRandom(OWN);
    this.curriculum = curriculum;
    this.randomization = randomization;
    this.simulator = RandomizedSimulator.of(task.world(), random);
    this.senses = new RandomizedSenses(task.taskSensor(), task.observationSpec(), model, random);
    this.periodSeconds = task.periodNanos() * 1e-9;
    this.conditions = new Conditions(Map.of());
  }

  @Override
  public void reset(long episodeSeed) {
    RandomGenerator random = new SplittableRandom(episodeSeed ^ OWN);
    conditions = randomization.at(curriculum.next(episodeSeed, random));
    task().world().adjust(conditions.physics());
    task().reset(episodeSeed);
    displace(random);
    simulator.begin(conditions, periodSeconds, random);
    senses.begin(conditions, periodSeconds, random);
    cameras().begin(conditions.sight(episodeSeed), episodeSeed ^ OWN);
  }

  private void displace(RandomGenerator random) {
    double spreadRad = conditions.of(Parameter.START_JOINT_SPREAD_RAD);
    if (spreadRad > 0) {
      int joints = task().observationSpec().block("q").size();
      double[] offsetRad = random.doubles(joints).map(each -> spreadRad * (2 * each - 1)).toArray();
      task().world().displace(offsetRad);
    }
  }

  @Override
  public String conditions() {
    return conditions.toString();
  }

  @Override
  public Observation truth(Observation seen) {
    return senses.truth();
  }

  @Override
  public Simulator simulator() {
    return simulator;
  }

  @Override
  public Sensor taskSensor() {
    return senses;
  }
}
