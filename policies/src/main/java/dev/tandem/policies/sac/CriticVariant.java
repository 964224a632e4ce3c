package dev.tandem.policies.sac;

/**
 * What a critic says of an observation and an action, and how it is taught. Whatever the variant,
 * the actor climbs the mean value of all critics, and targets come from the least value of the
 * drawn ones.
 */
public sealed interface CriticVariant {
  /** Numbers that each critic gives for each row. */
  int outputs();

  /** Share of a hidden layer's units that every pass forgets, in [0, 1). */
  default double dropout() {
    return 0;
  }

  /** The value itself, by squared error (SAC, arXiv 1812.05905, equations 5 and 6). */
  record Plain() implements CriticVariant {
    @Override
    public int outputs() {
      return 1;
    }
  }

  /**
   * Randomly forgetful critics (DroQ, arXiv 2110.02034, section 3 and algorithm 2): the plain
   * value, with dropout between the dense map and the layer normalisation of every hidden layer, in
   * critics and target critics alike. Meant for two critics at a UTD of 20 in place of a large
   * ensemble.
   *
   * @param dropout share of the units that every pass forgets, in (0, 1); the authors' range from
   *     0.0001 to 0.1 with the task, and 0.01 is their most frequent
   */
  record DroQ(double dropout) implements CriticVariant {
    public DroQ {
      if (!(dropout > 0 && dropout < 1)) {
        throw new IllegalArgumentException("learner: dropout must be in (0, 1), got " + dropout);
      }
    }

    @Override
    public int outputs() {
      return 1;
    }
  }

  /**
   * The value as a histogram (HL-Gauss, "Stop Regressing", arXiv 2403.03950, section 3.1): logits
   * of equally wide bins, taught by cross-entropy towards the Bellman target as a Gaussian cut off
   * at the range's ends. The value is the histogram's expectation. Targets outside the range are
   * moved to its ends, and within three sigma of an end the cut pulls them inwards: the range
   * should hold the returns with a margin of three bins, and not much more, as what it has too much
   * of is lost in resolution. Before any learning every value is about the middle of the range.
   *
   * @param min lower end of the lowest bin
   * @param max upper end of the highest bin
   * @param bins of the histogram, some 50 to 100
   * @param sigmaWidths standard deviation of the target in widths of a bin; 0.75 in the paper
   */
  record HlGauss(double min, double max, int bins, double sigmaWidths) implements CriticVariant {
    /** As the paper recommends for every task. */
    public static final double SIGMA_WIDTHS = 0.75;

    public HlGauss {
      if (!(min < max) || !Double.isFinite(max - min)) {
        throw new IllegalArgumentException(
            "learner: the value range must be finite and not empty, got " + min + " to " + max);
      }
      if (bins < 2 || !(sigmaWidths > 0 && Double.isFinite(sigmaWidths))) {
        throw new IllegalArgumentException(
            "learner: expected 2 bins or more and a sigma > 0, got " + bins + ", " + sigmaWidths);
      }
    }

    @Override
    public int outputs() {
      return bins;
    }

    public double binWidth() {
      return (max - min) / bins;
    }

    public double sigma() {
      return sigmaWidths * binWidth();
    }

    /** The value that bin {@code index} stands for. */
    public double centre(int index) {
      return min + (index + 0.5) * binWidth();
    }

    /** Where bin {@code index} begins; the last ends at {@code edge(bins)}. */
    public double edge(int index) {
      return min + index * binWidth();
    }
  }

  /**
   * The return as a Gaussian (DSAC-T, arXiv 2310.05858), with the paper's three refinements.
   * Expected value substitution: the mean is taught by the expected target, only the deviation by a
   * drawn return. Twin value distribution learning: the target is the distribution of the drawn
   * critic whose mean is least. Variance-based gradient adjustment: the drawn return's distance
   * from the mean is clipped at {@code clipDeviations} times the batch's mean deviation, and the
   * gradient is scaled by the batch's mean variance; both are running averages that follow as the
   * target critics do. The two outputs are the mean and what softplus makes the standard deviation.
   * Unlike in the paper the actor climbs the mean of all critics, as in every other variant.
   *
   * @param clipDeviations xi of the paper: 3
   * @param stability epsilon of the paper, in divisors and in the scale: 0.1
   */
  record DsacT(double clipDeviations, double stability) implements CriticVariant {
    public DsacT {
      if (!(clipDeviations > 0) || !(stability > 0)) {
        throw new IllegalArgumentException(
            "learner: clipDeviations and stability must be > 0, got "
                + clipDeviations
                + " and "
                + stability);
      }
    }

    /** With the paper's constants. */
    public static DsacT published() {
      return new DsacT(3, 0.1);
    }

    @Override
    public int outputs() {
      return 2;
    }
  }
}
