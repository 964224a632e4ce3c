package dev.tandem.simbridge.randomize;

import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.time.HotPath;
import java.util.random.RandomGenerator;

/**
 * How a camera sees the things of a scene: now and then, each sight with noise of its own on top of
 * an error that stays, handed over late, and some sights lost. In between the last sight holds. One
 * thread.
 */
final class SceneSight {
  private final int[] channels;
  private final double[] seen;
  private final double[] handed;
  private final double[] bias;
  private RandomGenerator random;
  private DelayLine line;
  private double noiseMetres;
  private double dropped;
  private int everyTicks = 1;
  private int delayTicks;
  private int jitterTicks;
  private int lateTicks;
  private long tick;

  /**
   * @param channels of the scene
   * @param random never drawn from before the first {@link #begin}
   */
  SceneSight(int[] channels, RandomGenerator random) {
    this.channels = channels;
    this.seen = new double[channels.length];
    this.handed = new double[channels.length];
    this.bias = new double[channels.length];
    this.random = random;
    this.line = new DelayLine(channels.length, 0);
  }

  /** A new episode: nothing was seen yet. */
  void begin(Conditions conditions, double periodSeconds, RandomGenerator drawn) {
    random = drawn;
    noiseMetres = conditions.of(Parameter.SENSING_SCENE_NOISE_METRES);
    dropped = conditions.of(Parameter.SENSING_SCENE_DROPPED);
    everyTicks =
        Math.max(1, ticks(conditions, Parameter.SENSING_SCENE_PERIOD_SECONDS, periodSeconds));
    delayTicks = ticks(conditions, Parameter.SENSING_SCENE_DELAY_SECONDS, periodSeconds);
    jitterTicks = ticks(conditions, Parameter.SENSING_SCENE_JITTER_SECONDS, periodSeconds);
    lateTicks = delayTicks;
    line = new DelayLine(channels.length, delayTicks + jitterTicks);
    double spread = conditions.of(Parameter.SENSING_SCENE_BIAS_METRES);
    for (int i = 0; i < bias.length; i++) {
      bias[i] = spread * (2 * drawn.nextDouble() - 1);
    }
    tick = 0;
  }

  private static int ticks(Conditions conditions, Parameter seconds, double periodSeconds) {
    return RandomizedDrives.ticks(conditions.of(seconds), periodSeconds);
  }

  /** Replaces the truth by what is known of it. */
  @HotPath
  void see(MutableObservation observation) {
    boolean looks = tick % everyTicks == 0;
    if (looks && jitterTicks > 0) {
      lateTicks = delayTicks + random.nextInt(jitterTicks + 1);
    }
    if (looks && (tick == 0 || dropped == 0 || random.nextDouble() >= dropped)) {
      look(observation);
    }
    tick++;
    System.arraycopy(seen, 0, handed, 0, handed.length);
    line.delay(handed, lateTicks);
    for (int i = 0; i < channels.length; i++) {
      observation.set(channels[i], handed[i]);
    }
  }

  private void look(MutableObservation observation) {
    for (int i = 0; i < channels.length; i++) {
      double noise = noiseMetres > 0 ? noiseMetres * random.nextGaussian() : 0;
      seen[i] = observation.get(channels[i]) + bias[i] + noise;
    }
  }
}
