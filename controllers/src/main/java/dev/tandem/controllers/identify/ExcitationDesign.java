package dev.tandem.controllers.identify;

import dev.tandem.runtime.model.Chain;
import java.util.random.RandomGenerator;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;

/**
 * Chooses an excitation: of several at random, each as large as its limits let it be, the one whose
 * equations have the lowest condition number, columns of equal length (Gautier and Khalil 1992;
 * Swevers et al. 1997).
 */
public final class ExcitationDesign {
  private static final int CANDIDATES = 8;
  private static final double FIRST_PEAK_RAD = 0.02;
  private static final double GROWTH = 1.3;
  private static final double SAMPLE_SECONDS = 0.05;

  private final Chain chain;
  private final ExcitationLimits limits;
  private final Wish wish;

  /**
   * What is to be excited.
   *
   * @param startRad where the arm stands, [joint]
   * @param centreRad about which it swings, [joint]
   * @param baseHz frequency of the first harmonic
   * @param harmonics of each joint
   * @param seconds how long
   */
  public record Wish(
      double[] startRad, double[] centreRad, double baseHz, int harmonics, double seconds) {
    public Wish {
      if (!(baseHz > 0) || harmonics < 1 || !(seconds > 2 * Excitation.RAMP_SECONDS)) {
        throw new IllegalArgumentException(
            "expected a base frequency > 0, a harmonic or more and more than 4 s, got "
                + baseHz
                + ", "
                + harmonics
                + ", "
                + seconds);
      }
    }
  }

  /** An excitation, and the condition number of its equations. */
  public record Chosen(Excitation excitation, double condition) {}

  public ExcitationDesign(Chain chain, ExcitationLimits limits, Wish wish) {
    this.chain = chain;
    this.limits = limits;
    this.wish = wish;
  }

  /** The best of some; equal generators choose equally. */
  public Chosen choose(RandomGenerator random) {
    Chosen best = new Chosen(grown(random(random)), Double.POSITIVE_INFINITY);
    for (int i = 0; i < CANDIDATES; i++) {
      Excitation excitation = grown(random(random));
      double condition = condition(excitation);
      if (condition < best.condition()) {
        best = new Chosen(excitation, condition);
      }
    }
    return best;
  }

  private Excitation random(RandomGenerator random) {
    int joints = chain.joints().size();
    double[][] sine = new double[joints][wish.harmonics()];
    double[][] cosine = new double[joints][wish.harmonics()];
    for (int i = 0; i < joints; i++) {
      for (int h = 0; h < wish.harmonics(); h++) {
        double share = FIRST_PEAK_RAD / (wish.harmonics() * (h + 1));
        sine[i][h] = share * random.nextDouble(-1, 1);
        cosine[i][h] = share * random.nextDouble(-1, 1);
      }
    }
    return new Excitation(
        wish.startRad(), wish.centreRad(), wish.baseHz(), sine, cosine, wish.seconds());
  }

  /** Each joint in turn swings more, until none may any more. */
  private Excitation grown(Excitation small) {
    Excitation grown = small;
    boolean[] done = new boolean[chain.joints().size()];
    for (int left = done.length; left > 0; ) {
      for (int i = 0; i < done.length; i++) {
        if (!done[i]) {
          Excitation larger = grown.scaled(i, GROWTH);
          done[i] = !limits.hold(larger, chain);
          left -= done[i] ? 1 : 0;
          grown = done[i] ? grown : larger;
        }
      }
    }
    return grown;
  }

  private double condition(Excitation excitation) {
    DynamicsRegressor regressor = new DynamicsRegressor(chain);
    int joints = chain.joints().size();
    int samples = (int) (1 / (wish.baseHz() * SAMPLE_SECONDS));
    DMatrixRMaj rows = new DMatrixRMaj(samples * joints, regressor.parameters());
    double[] q = new double[joints];
    double[] qd = new double[joints];
    double[] qdd = new double[joints];
    for (int s = 0; s < samples; s++) {
      for (int i = 0; i < joints; i++) {
        Excitation.Point point = excitation.point(i, Excitation.RAMP_SECONDS + s * SAMPLE_SECONDS);
        q[i] = point.rad();
        qd[i] = point.radPerS();
        qdd[i] = point.radPerS2();
      }
      double[][] out = new double[joints][regressor.parameters()];
      regressor.rows(q, qd, qdd, qd, out);
      for (int i = 0; i < joints; i++) {
        System.arraycopy(
            out[i], 0, rows.data, rows.getIndex(s * joints + i, 0), regressor.parameters());
      }
    }
    return condition(rows);
  }

  private static double condition(DMatrixRMaj rows) {
    for (int k = 0; k < rows.numCols; k++) {
      double square = 0;
      for (int i = 0; i < rows.numRows; i++) {
        square += rows.get(i, k) * rows.get(i, k);
      }
      for (int i = 0; i < rows.numRows && square > 0; i++) {
        rows.set(i, k, rows.get(i, k) / Math.sqrt(square));
      }
    }
    SingularValueDecomposition_F64<DMatrixRMaj> svd =
        DecompositionFactory_DDRM.svd(rows.numRows, rows.numCols, false, false, true);
    svd.decompose(rows);
    double[] values = svd.getSingularValues();
    double least = Double.POSITIVE_INFINITY;
    double most = 0;
    for (double value : values) {
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
    return most / least;
  }
}
