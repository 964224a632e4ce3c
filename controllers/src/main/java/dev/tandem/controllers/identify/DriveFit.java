package dev.tandem.controllers.identify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;

/**
 * What drives make of a command, from commanded and measured torques alone: {@code tau[k+1] = a
 * tau[k] + (1 - a) gain command[k - delay]}, with an {@code a} and a gain of each drive and one
 * delay for all. One thread.
 */
final class DriveFit {
  private static final double BLOCK_SECONDS = 0.5;

  /** Of what a joint is told: what varies less was not told anything. */
  private static final double LEAST_VARIATION_NM = 1e-6;

  private final ArmMotion motion;
  private final int mostTicks;
  private final int blockTicks;
  private final double[] deviation;

  DriveFit(ArmMotion motion, int mostTicks) {
    this.motion = motion;
    this.mostTicks = mostTicks;
    this.blockTicks = Math.max(1, (int) Math.round(BLOCK_SECONDS / motion.periodSeconds()));
    this.deviation = new double[motion.joints()];
    for (int i = 0; i < deviation.length; i++) {
      deviation[i] = deviation(ArmMotion.course(motion.torqueNm(), i));
    }
  }

  private static double deviation(double[] course) {
    double mean = Arrays.stream(course).average().orElse(0);
    double sum = Arrays.stream(course).map(each -> (each - mean) * (each - mean)).sum();
    return Math.sqrt(sum / course.length);
  }

  /** Whether the drives measure torques at all. */
  boolean isMeasured() {
    return Arrays.stream(deviation).anyMatch(each -> each > LEAST_VARIATION_NM);
  }

  /** The delay that explains the measured torques best. */
  DelayChoice delay() {
    List<double[]> squares = new ArrayList<>();
    for (int ticks = 0; ticks <= mostTicks; ticks++) {
      double[] all = new double[(motion.ticks() - 1 - mostTicks) / blockTicks];
      for (int joint = 0; joint < deviation.length; joint++) {
        if (deviation[joint] > LEAST_VARIATION_NM) {
          add(solve(joint, ticks).blockSquares(), deviation[joint], all);
        }
      }
      squares.add(all);
    }
    return DelayChoice.of(squares);
  }

  private static void add(double[] squares, double deviation, double[] all) {
    for (int b = 0; b < all.length; b++) {
      all[b] += squares[b] / (deviation * deviation);
    }
  }

  private LeastSquares solve(int joint, int delayTicks) {
    int count = motion.ticks() - 1 - mostTicks;
    DMatrixRMaj rows = new DMatrixRMaj(count, 2);
    double[] wanted = new double[count];
    for (int row = 0; row < count; row++) {
      int tick = row + mostTicks;
      wanted[row] = motion.torqueNm()[tick + 1][joint];
      rows.set(row, 0, motion.torqueNm()[tick][joint]);
      rows.set(row, 1, motion.commandNm()[tick - delayTicks][joint]);
    }
    return new LeastSquares(rows, wanted, blockTicks);
  }

  /** Factor of each drive's torque at a delay. */
  List<Figure> gains(DelayChoice delay) {
    List<Figure> gains = new ArrayList<>();
    for (int joint = 0; joint < deviation.length; joint++) {
      LeastSquares solved = solve(joint, delay.ticks());
      DMatrixRMaj covariance = solved.covariance();
      double kept = 1 - solved.estimate()[0];
      double gain = solved.estimate()[1] / kept;
      double variance =
          covariance.get(1, 1)
              + gain * gain * covariance.get(0, 0)
              + 2 * gain * covariance.get(0, 1);
      gains.add(new Figure(gain, Math.sqrt(Math.max(0, variance)) / Math.abs(kept)));
    }
    return gains;
  }

  /** Time constant with which torques follow their commands, s, the mean of all drives. */
  Figure lagSeconds(DelayChoice delay) {
    double[] lags = new double[deviation.length];
    double variance = 0;
    for (int joint = 0; joint < lags.length; joint++) {
      LeastSquares solved = solve(joint, delay.ticks());
      double past = solved.estimate()[0];
      lags[joint] = motion.periodSeconds() * past / (1 - past);
      double slope = motion.periodSeconds() / ((1 - past) * (1 - past));
      variance += slope * slope * solved.covariance().get(0, 0);
    }
    double mean = Arrays.stream(lags).average().orElse(0);
    return new Figure(mean, Math.sqrt(variance) / lags.length);
  }
}
