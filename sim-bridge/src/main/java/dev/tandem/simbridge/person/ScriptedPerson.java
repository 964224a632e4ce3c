package dev.tandem.simbridge.person;

import dev.tandem.runtime.decide.InterventionSource;
import dev.tandem.runtime.signal.Channel;
import dev.tandem.runtime.signal.MutableAction;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.runtime.time.Tick;
import java.util.random.RandomGenerator;

/**
 * Demonstrates whole episodes, or watches the policy and corrects it by an {@link
 * InterventionRule}, with an unsteady hand. One thread.
 */
public final class ScriptedPerson implements InterventionSource {
  /** What the person is at the robot for. */
  public enum Role {
    AWAY,
    DEMONSTRATES,
    CORRECTS
  }

  private final Expert expert;
  private final InterventionRule rule;
  private final RandomGenerator random;
  private Role role = Role.AWAY;
  private double closestMetres;
  private int stepsWithoutProgress;
  private int holdLeft;
  private int budgetLeft;

  public ScriptedPerson(Expert expert, InterventionRule rule, RandomGenerator random) {
    this.expert = expert;
    this.rule = rule;
    this.random = random;
    this.budgetLeft = rule.budgetSteps();
  }

  /** Call before every episode. */
  public void startEpisode(Role forEpisode) {
    role = forEpisode;
    closestMetres = Double.POSITIVE_INFINITY;
    stepsWithoutProgress = 0;
    holdLeft = 0;
  }

  /** Steps that the person may still spend on corrections. */
  public int budgetLeft() {
    return budgetLeft;
  }

  @Override
  @HotPath
  public boolean poll(Tick tick, Observation observation, MutableAction action) {
    boolean drives =
        switch (role) {
          case AWAY -> false;
          case DEMONSTRATES -> true;
          case CORRECTS -> corrects(observation);
        };
    if (drives) {
      expert.act(observation, action);
      shake(action);
    }
    return drives;
  }

  @HotPath
  private boolean corrects(Observation observation) {
    watch(observation);
    if (holdLeft == 0 && mustStepIn(observation)) {
      holdLeft = rule.holdSteps();
    }
    if (holdLeft == 0 || budgetLeft == 0) {
      return false;
    }
    holdLeft--;
    budgetLeft--;
    stepsWithoutProgress = 0;
    return true;
  }

  @HotPath
  private void watch(Observation observation) {
    double metres = expert.remainingMetres(observation);
    if (metres == 0 || metres < closestMetres - rule.progressMetres()) {
      closestMetres = metres;
      stepsWithoutProgress = 0;
    } else {
      stepsWithoutProgress++;
    }
  }

  @HotPath
  private boolean mustStepIn(Observation observation) {
    return stepsWithoutProgress >= rule.stallSteps()
        || expert.remainingMetres(observation) > closestMetres + rule.departMetres();
  }

  @HotPath
  private void shake(MutableAction action) {
    for (int i = 0; i < action.size(); i++) {
      Channel channel = action.spec().channel(i);
      double half = 0.5 * (channel.max() - channel.min());
      double shaken = action.get(i) + rule.noise() * half * random.nextGaussian();
      action.set(i, Math.max(channel.min(), Math.min(channel.max(), shaken)));
    }
  }
}
