package dev.tandem.controllers.identify;

import java.util.ArrayList;
import java.util.List;

/**
 * The delay with the lowest residual, and those that the data do not tell from it.
 *
 * @param leastTicks of those
 * @param ticks with the lowest residual
 * @param mostTicks of those
 */
record DelayChoice(int leastTicks, int ticks, int mostTicks) {
  /** Standard errors by which a residual has to be larger for its delay to be refused. */
  private static final double REFUSED = 2;

  /**
   * Of candidates from 0 ticks on.
   *
   * @param squares of the residuals in each block, [candidate][block]
   */
  static DelayChoice of(List<double[]> squares) {
    int best = 0;
    for (int i = 1; i < squares.size(); i++) {
      best = sum(squares.get(i)) < sum(squares.get(best)) ? i : best;
    }
    List<Integer> possible = new ArrayList<>();
    for (int i = 0; i < squares.size(); i++) {
      if (i == best || !isWorse(squares.get(i), squares.get(best))) {
        possible.add(i);
      }
    }
    return new DelayChoice(possible.get(0), best, possible.get(possible.size() - 1));
  }

  private static boolean isWorse(double[] squares, double[] best) {
    int blocks = best.length;
    double mean = (sum(squares) - sum(best)) / blocks;
    double variance = 0;
    for (int b = 0; b < blocks; b++) {
      double off = squares[b] - best[b] - mean;
      variance += off * off / (blocks - 1);
    }
    return mean > REFUSED * Math.sqrt(variance / blocks);
  }

  private static double sum(double[] squares) {
    double sum = 0;
    for (double each : squares) {
      sum += each;
    }
    return sum;
  }
}
