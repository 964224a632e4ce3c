package dev.tandem.simbridge.person;

import dev.tandem.runtime.decide.Policy;
import dev.tandem.runtime.signal.Channel;
import dev.tandem.runtime.signal.MutableAction;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.runtime.time.Tick;
import java.util.random.RandomGenerator;

/**
 * Does the task as an expert for a while, then goes anywhere for a while, always with an unsteady
 * hand: an arm that it drives gets to where policies that learn will get. One thread.
 */
public final class WanderingExpert implements Policy {
  private static final double EXPERT_SHARE = 0.6;
  private static final int LEAST_STEPS = 4;
  private static final int MOST_STEPS = 25;
  private static final double LEAST_SPEED = 0.005;
  private static final double MOST_SPEED = 0.3;
  private static final double NOISE = 0.03;

  private final Expert expert;
  private final RandomGenerator random;
  private final double[] way;
  private int stepsLeft;
  private boolean wanders;

  /**
   * @param action what may be asked for
   */
  public WanderingExpert(Expert expert, SignalSpec action, RandomGenerator random) {
    this.expert = expert;
    this.random = random;
    this.way = new double[action.size()];
  }

  @Override
  @HotPath
  public void act(Tick tick, Observation observation, MutableAction action) {
    if (stepsLeft == 0) {
      choose(action.spec());
    }
    stepsLeft--;
    expert.act(observation, action);
    for (int i = 0; i < way.length; i++) {
      Channel channel = action.spec().channel(i);
      double half = 0.5 * (channel.max() - channel.min());
      double wanted = wanders ? way[i] : action.get(i);
      double shaken = wanted + NOISE * half * random.nextGaussian();
      action.set(i, Math.max(channel.min(), Math.min(channel.max(), shaken)));
    }
  }

  /** Every few decisions; slow ways as often as fast ones, the last channel from end to end. */
  @HotPath
  private void choose(SignalSpec action) {
    wanders = random.nextDouble() >= EXPERT_SHARE;
    stepsLeft = LEAST_STEPS + random.nextInt(MOST_STEPS - LEAST_STEPS + 1);
    double speed = LEAST_SPEED * Math.pow(MOST_SPEED / LEAST_SPEED, random.nextDouble());
    for (int i = 0; i < way.length; i++) {
      Channel channel = action.channel(i);
      double half = 0.5 * (channel.max() - channel.min());
      double middle = 0.5 * (channel.max() + channel.min());
      way[i] = middle + half * speed * random.nextGaussian();
    }
    Channel last = action.channel(way.length - 1);
    way[way.length - 1] = random.nextBoolean() ? last.min() : last.max();
  }

  @Override
  @HotPath
  public long version() {
    return 0;
  }
}
