package dev.tandem.controllers.identify;

import java.util.random.RandomGenerator;

/**
 * What an arm was told and did, tick by tick; all [tick][joint].
 *
 * @param periodSeconds from tick to tick
 * @param stepSeconds of the Euler steps that made a tick, as far as a simulator says; 0 for an arm
 *     of metal and where that is not known
 * @param q measured at the start of a tick, rad
 * @param qd measured at the start of a tick, rad/s
 * @param torqueNm measured at the start of a tick: what drove the joints in the tick before
 * @param commandNm what the drives were told in a tick
 */
public record ArmMotion(
    double periodSeconds,
    double stepSeconds,
    double[][] q,
    double[][] qd,
    double[][] torqueNm,
    double[][] commandNm) {
  public ArmMotion {
    if (!(periodSeconds > 0)) {
      throw new IllegalArgumentException("periodSeconds must be > 0, got " + periodSeconds);
    }
    if (!(stepSeconds >= 0 && stepSeconds <= periodSeconds)) {
      throw new IllegalArgumentException(
          "stepSeconds must be 0 to " + periodSeconds + ", got " + stepSeconds);
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
        stepSeconds,
        disturbed(q, positionNoiseRad, random),
        disturbed(qd, speedNoiseRadPerS, random),
        torqueNm,
        commandNm);
  }

  /** The same, its positions and speeds low-passed. */
  ArmMotion slow(ZeroPhaseLowPass lowPass) {
    return new ArmMotion(
        periodSeconds, stepSeconds, slow(q, lowPass), slow(qd, lowPass), torqueNm, commandNm);
  }

  /** The same of a simulator that makes a tick in one step. */
  ArmMotion inOneStep() {
    return new ArmMotion(periodSeconds, periodSeconds, q, qd, torqueNm, commandNm);
  }

  /** Each joint's course of a signal low-passed, [tick][joint]. */
  static double[][] slow(double[][] signal, ZeroPhaseLowPass lowPass) {
    double[][] slow = new double[signal.length][signal[0].length];
    for (int i = 0; i < signal[0].length; i++) {
      double[] course = lowPass.apply(course(signal, i));
      for (int k = 0; k < course.length; k++) {
        slow[k][i] = course[k];
      }
    }
    return slow;
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
