package dev.tandem.controllers.identify;

import java.util.random.RandomGenerator;

/**
 * What an arm was told and did, tick by tick; all [tick][joint].
 *
 * @param periodSeconds from tick to tick
 * @param q measured at the start of a tick, rad
 * @param qd measured at the start of a tick, rad/s
 * @param torqueNm measured at the start of a tick: what drove the joints in the tick before
 * @param commandNm what the drives were told in a tick
 */
public record ArmMotion(
    double periodSeconds, double[][] q, double[][] qd, double[][] torqueNm, double[][] commandNm) {
  public ArmMotion {
    if (!(periodSeconds > 0)) {
      throw new IllegalArgumentException("periodSeconds must be > 0, got " + periodSeconds);
    }
    for (double[][] signal : new double[][][] {qd, torqueNm, commandNm}) {
      if (signal.length != q.length) {
        throw new IllegalArgumentException(
            "expected " + q.length + " ticks of every signal, got " + signal.length);
      }
    }
  }

  int ticks() {
    return q.length;
  }

  int joints() {
    return q[0].length;
  }

  /** The same, measured with so much more white noise. */
  ArmMotion disturbed(double positionNoiseRad, double speedNoiseRadPerS, RandomGenerator random) {
    return new ArmMotion(
        periodSeconds,
        disturbed(q, positionNoiseRad, random),
        disturbed(qd, speedNoiseRadPerS, random),
        torqueNm,
        commandNm);
  }

  private static double[][] disturbed(double[][] signal, double noise, RandomGenerator random) {
    double[][] disturbed = new double[signal.length][];
    for (int k = 0; k < disturbed.length; k++) {
      disturbed[k] = signal[k].clone();
      for (int i = 0; i < disturbed[k].length; i++) {
        disturbed[k][i] += noise * random.nextGaussian();
      }
    }
    return disturbed;
  }

  /** One joint's course of a signal, [tick]. */
  static double[] course(double[][] signal, int joint) {
    double[] course = new double[signal.length];
    for (int i = 0; i < course.length; i++) {
      course[i] = signal[i][joint];
    }
    return course;
  }
}
