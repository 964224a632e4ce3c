package dev.tandem.simbridge.randomize;

import dev.tandem.runtime.time.HotPath;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Pushes on the joints at random times: somebody who passes by, or a cable. One thread. */
final class RandomPushes {
  private final double[] torqueNm;
  private RandomGenerator random;
  private double perSecond;
  private double mostNm;
  private double lastSeconds;
  private double leftSeconds;

  /**
   * None until told otherwise.
   *
   * @param random never drawn from before the first {@link #begin}
   */
  RandomPushes(int joints, RandomGenerator random) {
    this.torqueNm = new double[joints];
    this.random = random;
  }

  /** A new episode: nobody pushes yet. */
  void begin(Conditions conditions, RandomGenerator drawn) {
    random = drawn;
    perSecond = conditions.of(Parameter.PUSHES_PER_SECOND);
    mostNm = conditions.of(Parameter.PUSHES_TORQUE_NM);
    lastSeconds = conditions.of(Parameter.PUSHES_SECONDS);
    leftSeconds = 0;
    Arrays.fill(torqueNm, 0);
  }

  /** Whether there ever are any. */
  @HotPath
  boolean happen() {
    return perSecond > 0 && mostNm > 0;
  }

  /** What pushes for the next {@code dtSeconds}, Nm, [joint]; valid until the next call. */
  @HotPath
  double[] next(double dtSeconds) {
    leftSeconds -= dtSeconds;
    if (leftSeconds <= 0) {
      boolean begins = random.nextDouble() < perSecond * dtSeconds;
      leftSeconds = begins ? lastSeconds : 0;
      for (int i = 0; i < torqueNm.length; i++) {
        torqueNm[i] = begins ? mostNm * (2 * random.nextDouble() - 1) : 0;
      }
    }
    return torqueNm;
  }
}
