package dev.tandem.controllers.identify;

import dev.tandem.runtime.model.Chain;
import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;

/**
 * The equations of motion along a recorded motion, low-passed on both sides and thinned out, solved
 * for what the model does not know. They are those of the simulators' semi-implicit Euler steps:
 * each takes place and speed at its start for inertia and gravity, and the speed at its end for
 * friction. Over a tick of many steps, and for an arm of metal, both come to the middle of the
 * tick; of one step, to its start and its end.
 */
final class DynamicsFit {
  private static final double SAMPLES_PER_CUTOFF_PERIOD = 4;
  private static final double BLOCK_SECONDS = 0.5;

  /** Of the largest residual of a joint: what a joint's is taken for at the least. */
  private static final double LEAST_RESIDUAL_SHARE = 1e-3;

  private final int joints;
  private final int parameters;
  private final int stride;
  private final int first;
  private final int samples;
  private final int blockRows;
  private final ZeroPhaseLowPass lowPass;
  private final DMatrixRMaj rows;

  DynamicsFit(Chain nominal, ArmMotion motion, ZeroPhaseLowPass lowPass, double cutoffHz) {
    DynamicsRegressor regressor = new DynamicsRegressor(nominal);
    this.joints = motion.joints();
    this.parameters = regressor.parameters();
    this.lowPass = lowPass;
    double strideSeconds = 1 / (SAMPLES_PER_CUTOFF_PERIOD * cutoffHz);
    this.stride = Math.max(1, (int) (strideSeconds / motion.periodSeconds()));
    this.first = lowPass.settlingTicks();
    this.samples = Math.max(0, (motion.ticks() - 2 * first) / stride);
    double blockSamples = BLOCK_SECONDS / (stride * motion.periodSeconds());
    this.blockRows = joints * Math.max(1, (int) Math.round(blockSamples));
    requireBlocks(samples * joints / blockRows);
    this.rows = rows(regressor, motion);
  }

  private void requireBlocks(int blocks) {
    if (blocks < 2 * parameters) {
      throw new IllegalArgumentException(
          "expected a motion of at least %.0f s, as there are %d figures to estimate, found %.1f s"
              .formatted(2 * parameters * BLOCK_SECONDS + 1, parameters, blocks * BLOCK_SECONDS));
    }
  }

  private DMatrixRMaj rows(DynamicsRegressor regressor, ArmMotion motion) {
    double[][] q = ArmMotion.slow(motion.q(), lowPass);
    double[][] qd = ArmMotion.slow(motion.qd(), lowPass);
    double early = 0.5 * (1 - motion.stepSeconds() / motion.periodSeconds());
    double[][][] all = new double[motion.ticks()][joints][parameters];
    double[] qdd = new double[joints];
    for (int k = 1; k < all.length; k++) {
      for (int i = 0; i < joints; i++) {
        qdd[i] = (qd[k][i] - qd[k - 1][i]) / motion.periodSeconds();
      }
      regressor.rows(
          between(q, k, early), between(qd, k, early), qdd, between(qd, k, 1 - early), all[k]);
    }
    DMatrixRMaj thinned = new DMatrixRMaj(samples * joints, parameters);
    for (int i = 0; i < joints; i++) {
      for (int p = 0; p < parameters; p++) {
        thin(entry(all, i, p), i, p, thinned);
      }
    }
    return thinned;
  }

  /** Where a signal was in the tick that ended at {@code k}, {@code share} of it gone. */
  private static double[] between(double[][] signal, int k, double share) {
    double[] between = new double[signal[k].length];
    for (int i = 0; i < between.length; i++) {
      between[i] = (1 - share) * signal[k - 1][i] + share * signal[k][i];
    }
    return between;
  }

  private static double[] entry(double[][][] all, int joint, int parameter) {
    double[] course = new double[all.length];
    for (int k = 0; k < course.length; k++) {
      course[k] = all[k][joint][parameter];
    }
    course[0] = course[1];
    return course;
  }

  private void thin(double[] course, int joint, int column, DMatrixRMaj to) {
    double[] slow = Arrays.stream(course).anyMatch(x -> x != 0) ? lowPass.apply(course) : course;
    for (int s = 0; s < samples; s++) {
      to.set(s * joints + joint, column, slow[first + s * stride]);
    }
  }

  /**
   * The torques that the equations are to explain, [sample * joints + joint].
   *
   * @param torqueNm what drove the joints until each tick, [tick][joint]
   */
  double[] torques(double[][] torqueNm) {
    DMatrixRMaj thinned = new DMatrixRMaj(samples * joints, 1);
    for (int i = 0; i < joints; i++) {
      thin(ArmMotion.course(torqueNm, i), i, 0, thinned);
    }
    return thinned.data;
  }

  /** Every joint counts by how well its torques are explained, those of large drives, too. */
  double[] weights(double[] torques) {
    double[] rms = rms(new LeastSquares(rows, torques, blockRows).residuals());
    double least = LEAST_RESIDUAL_SHARE * Arrays.stream(rms).max().orElseThrow();
    return Arrays.stream(rms).map(each -> 1 / Math.max(Math.max(each, least), 1e-12)).toArray();
  }

  /** Solves with a weight for each joint. */
  LeastSquares solve(double[] torques, double[] weights) {
    DMatrixRMaj weighted = rows.copy();
    double[] wanted = torques.clone();
    for (int row = 0; row < wanted.length; row++) {
      wanted[row] *= weights[row % joints];
      for (int p = 0; p < parameters; p++) {
        weighted.set(row, p, weighted.get(row, p) * weights[row % joints]);
      }
    }
    return new LeastSquares(weighted, wanted, blockRows);
  }

  /** What figures leave unexplained, Nm, [joint]. */
  double[] unexplainedNm(double[] torques, double[] figures) {
    double[] left = torques.clone();
    for (int row = 0; row < left.length; row++) {
      for (int p = 0; p < parameters; p++) {
        left[row] -= rows.get(row, p) * figures[p];
      }
    }
    return rms(left);
  }

  private double[] rms(double[] residuals) {
    double[] rms = new double[joints];
    for (int row = 0; row < residuals.length; row++) {
      rms[row % joints] += residuals[row] * residuals[row];
    }
    return Arrays.stream(rms).map(sum -> Math.sqrt(sum / samples)).toArray();
  }
}
