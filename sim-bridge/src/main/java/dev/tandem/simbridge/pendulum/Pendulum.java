package dev.tandem.simbridge.pendulum;

import dev.tandem.runtime.learn.FeatureEncoder;
import dev.tandem.runtime.learn.ReturnRange;
import dev.tandem.runtime.learn.Task;
import dev.tandem.runtime.signal.Action;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.signal.SignalSpec;

/**
 * Swings a pendulum up and keeps it there: per decision of 0.05 s the reward is -(angle^2 + 0.1
 * velocity^2 + 0.001 torque^2) of the state that was left, with the angle in [-pi, pi] from
 * upright. An episode is 200 decisions and never ends before. A mean return of -160 counts as
 * solved; the best there is lies near -150, as most episodes start with the rod hanging.
 */
public final class Pendulum implements Task {
  /** One decision, which is one step of the simulator. */
  public static final double DECISION_SECONDS = 0.05;

  private static final double UPRIGHT_RAD = 0.1;
  private static final double STILL_RAD_PER_S = 0.5;

  private final PendulumPlant plant = new PendulumPlant();
  private final FeatureEncoder encoder = new PendulumFeatures();

  public PendulumPlant simulator() {
    return plant;
  }

  @Override
  public String name() {
    return "pendulum";
  }

  /** The torque itself, Nm. */
  @Override
  public SignalSpec actionSpec() {
    return plant.commandSpec();
  }

  @Override
  public FeatureEncoder encoder() {
    return encoder;
  }

  @Override
  public int ticksPerDecision() {
    return 1;
  }

  @Override
  public int horizonSteps() {
    return 200;
  }

  @Override
  public double discount() {
    return 0.99;
  }

  /** The least is what hanging still for ever costs. */
  @Override
  public ReturnRange returnRange() {
    return ReturnRange.ofRewards(-Math.PI * Math.PI, 0, discount());
  }

  @Override
  public double reward(Observation before, Action applied, Observation after) {
    double angleRad = angleRad(before);
    double velocityRadPerS = before.get(2);
    double torqueNm = applied.get(0);
    return -(angleRad * angleRad
        + 0.1 * velocityRadPerS * velocityRadPerS
        + 0.001 * torqueNm * torqueNm);
  }

  @Override
  public boolean terminated(Observation after) {
    return false;
  }

  /** Upright and nearly still. */
  @Override
  public boolean succeeded(Observation after) {
    return Math.abs(angleRad(after)) < UPRIGHT_RAD && Math.abs(after.get(2)) < STILL_RAD_PER_S;
  }

  @Override
  public void reset(long episodeSeed) {
    plant.reset(episodeSeed);
  }

  /** Starts an episode there; the angle is zero upright. */
  public void place(double angleRad, double velocityRadPerS) {
    plant.place(angleRad, velocityRadPerS);
  }

  /** From upright, in [-pi, pi]. */
  private static double angleRad(Observation observation) {
    return Math.atan2(observation.get(1), observation.get(0));
  }
}
