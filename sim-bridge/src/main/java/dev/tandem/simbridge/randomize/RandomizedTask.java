package dev.tandem.simbridge.randomize;

import dev.tandem.runtime.learn.FeatureEncoder;
import dev.tandem.runtime.learn.ReturnRange;
import dev.tandem.runtime.learn.Simulator;
import dev.tandem.runtime.sense.Sensor;
import dev.tandem.runtime.signal.Action;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.simbridge.person.Expert;
import dev.tandem.simbridge.task.SimulatedTask;
import dev.tandem.simbridge.world.AdjustableWorld;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * A task whose world is another one in every episode: equal seeds, equal worlds. Rewards and ends
 * follow from what is seen, as on a robot; whether it was done, from the truth. One thread.
 */
public final class RandomizedTask implements SimulatedTask {
  /** Keeps what is drawn here apart from what the task draws of the same seed. */
  private static final long OWN = 0x5EED_0F_C0_4D17L;

  private final SimulatedTask task;
  private final Curriculum curriculum;
  private final Randomization randomization;
  private final RandomizedSimulator simulator;
  private final RandomizedSenses senses;
  private final double periodSeconds;
  private Conditions conditions;

  /**
   * Varies a task.
   *
   * @param curriculum where in the randomisation episodes take place
   */
  public RandomizedTask(SimulatedTask task, Randomization randomization, Curriculum curriculum) {
    RandomGenerator random = new SplittableRandom(OWN);
    this.task = task;
    this.curriculum = curriculum;
    this.randomization = randomization;
    this.simulator = new RandomizedSimulator(task.world(), random);
    this.senses = new RandomizedSenses(task.taskSensor(), task.observationSpec(), random);
    this.periodSeconds = task.periodNanos() * 1e-9;
    this.conditions = new Conditions(Map.of());
  }

  @Override
  public void reset(long episodeSeed) {
    RandomGenerator random = new SplittableRandom(episodeSeed ^ OWN);
    conditions = randomization.at(curriculum.next(random));
    task.world().adjust(conditions.physics());
    task.reset(episodeSeed);
    displace(random);
    simulator.begin(conditions, periodSeconds, random);
    senses.begin(conditions, periodSeconds, random);
  }

  private void displace(RandomGenerator random) {
    double spreadRad = conditions.of(Parameter.START_JOINT_SPREAD_RAD);
    if (spreadRad > 0) {
      int joints = task.observationSpec().block("q").size();
      double[] offsetRad = random.doubles(joints).map(each -> spreadRad * (2 * each - 1)).toArray();
      task.world().displace(offsetRad);
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
  public boolean succeeded(Observation after) {
    return task.succeeded(after);
  }

  @Override
  public double reward(Observation before, Action applied, Observation after) {
    return task.reward(before, applied, after);
  }

  @Override
  public boolean terminated(Observation after) {
    return task.terminated(after);
  }

  @Override
  public ReturnRange returnRange() {
    return task.returnRange();
  }

  @Override
  public Simulator simulator() {
    return simulator;
  }

  @Override
  public Sensor taskSensor() {
    return senses;
  }

  @Override
  public AdjustableWorld world() {
    return task.world();
  }

  @Override
  public Expert expert() {
    return task.expert();
  }

  @Override
  public String name() {
    return task.name();
  }

  @Override
  public SignalSpec observationSpec() {
    return task.observationSpec();
  }

  @Override
  public SignalSpec actionSpec() {
    return task.actionSpec();
  }

  @Override
  public FeatureEncoder encoder() {
    return task.encoder();
  }

  @Override
  public long periodNanos() {
    return task.periodNanos();
  }

  @Override
  public int ticksPerDecision() {
    return task.ticksPerDecision();
  }

  @Override
  public int horizonSteps() {
    return task.horizonSteps();
  }

  @Override
  public double discount() {
    return task.discount();
  }
}
