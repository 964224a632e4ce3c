package dev.tandem.app.assembly;

import dev.tandem.app.settings.CriticSettings;
import dev.tandem.app.settings.HistogramSettings;
import dev.tandem.policies.sac.CriticVariant;
import dev.tandem.runtime.learn.ReturnRange;

/** Makes variants of the critics of settings. */
final class CriticVariants {
  /** What a range that the task says is widened by at each end, of itself. */
  private static final double MARGIN = 0.05;

  private CriticVariants() {}

  /**
   * @param returns of the task, for what the settings leave to it
   */
  static CriticVariant of(CriticSettings critics, ReturnRange returns) {
    return switch (critics.variant()) {
      case PLAIN -> new CriticVariant.Plain();
      case HL_GAUSS -> histogram(critics.histogram(), returns);
      case DSAC_T -> CriticVariant.DsacT.published();
      case DROQ -> new CriticVariant.DroQ(critics.dropout());
    };
  }

  private static CriticVariant histogram(HistogramSettings histogram, ReturnRange returns) {
    double margin = MARGIN * (returns.most() - returns.least());
    double min = end("min", "least", histogram.valueMin(), returns.least() - margin);
    double max = end("max", "most", histogram.valueMax(), returns.most() + margin);
    return new CriticVariant.HlGauss(
        min, max, histogram.bins(), CriticVariant.HlGauss.SIGMA_WIDTHS);
  }

  private static double end(String key, String which, double written, double ofTask) {
    double end = Double.isFinite(written) ? written : ofTask;
    if (!Double.isFinite(end)) {
      throw new IllegalArgumentException(
          "learner.critics.histogram.value_%s: expected the %s discounted return, which this task"
                  .formatted(key, which)
              + " does not say, found "
              + written);
    }
    return end;
  }
}
