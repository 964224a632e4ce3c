package dev.tandem.policies.jvm;

import dev.tandem.policies.jvm.kernel.Kernels;
import dev.tandem.policies.jvm.kernel.Panels;
import dev.tandem.policies.jvm.kernel.SlabPlan;
import dev.tandem.policies.sac.CriticDraws;
import dev.tandem.policies.sac.CriticVariant;
import dev.tandem.policies.sac.Projection;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Logits of a histogram over the values, taught by cross-entropy (HL-Gauss, arXiv 2403.03950,
 * section 3.1). The way from logits to values leaves the softmax where the gradient will stand.
 */
final class HistogramHead implements CriticHead {
  private final Kernels kernels;
  private final Projection projection;
  private final int bins;
  private final double[] centres;
  private final int rows;
  private final int bellmanTarget;

  /** What the histogram of each row shall be, [rows][bins] side by side. */
  private final int wanted;

  HistogramHead(
      SlabPlan plan,
      Kernels kernels,
      CriticVariant.HlGauss histogram,
      int rows,
      int bellmanTarget) {
    this.kernels = kernels;
    this.projection = new Projection(histogram);
    this.bins = histogram.bins();
    this.centres = IntStream.range(0, bins).mapToDouble(histogram::centre).toArray();
    this.rows = rows;
    this.bellmanTarget = bellmanTarget;
    this.wanted = plan.take((long) rows * bins);
  }

  /** Softmax over each row's bins, and its expectation. */
  @Override
  public void value(float[] slab, Critic critic, int from, int to) {
    Panels logits = critic.head().output();
    Panels shares = critic.head().byOutput();
    for (int row = from; row < to; row++) {
      relate(slab, logits, shares, row);
    }
    for (int panel = 0; panel < shares.panels(); panel++) {
      int first = shares.row(panel, from);
      kernels.exponentiate(first, first, (to - from) * shares.width());
    }
    for (int row = from; row < to; row++) {
      slab[critic.q + row] = normalise(slab, shares, row);
    }
  }

  /** d E[z] / d logit = p (z - E[z]). */
  @Override
  public void byOutputs(float[] slab, Critic critic, float byValue, int from, int to) {
    Panels by = critic.head().byOutput();
    for (int row = from; row < to; row++) {
      float value = slab[critic.q + row];
      for (int first = 0; first < bins; first += by.width()) {
        int at = by.at(row, first);
        for (int i = 0; i < count(by, first); i++) {
          slab[at + i] *= byValue * ((float) centres[first + i] - value);
        }
      }
    }
  }

  @Override
  public void begin(float[] slab, CriticDraws draws, int step, int rows) {}

  @Override
  public void target(float[] slab, Critic least, int row, float goesOn) {
    projection.write(slab[bellmanTarget + row], slab, wanted + row * bins);
  }

  /** d L / d logit = (p - wanted) / B. */
  @Override
  public void lesson(float[] slab, Critic critic, int from, int to) {
    Panels by = critic.head().byOutput();
    float share = 1f / rows;
    for (int row = from; row < to; row++) {
      slab[critic.rowLoss + row] = (float) crossEntropy(slab, critic.head(), row);
      for (int first = 0; first < bins; first += by.width()) {
        int at = by.at(row, first);
        int goal = wanted + row * bins + first;
        for (int i = 0; i < count(by, first); i++) {
          slab[at + i] = share * (slab[at + i] - slab[goal + i]);
        }
      }
    }
  }

  @Override
  public double loss(float[] slab, Critic critic, int rows) {
    double sum = 0;
    for (int row = 0; row < rows; row++) {
      sum += slab[critic.rowLoss + row];
    }
    return sum / rows;
  }

  /** Leaves by how much each logit is less than the largest. */
  private void relate(float[] slab, Panels logits, Panels shares, int row) {
    float largest = largest(slab, logits, row);
    for (int first = 0; first < bins; first += logits.width()) {
      int from = logits.at(row, first);
      int to = shares.at(row, first);
      for (int i = 0; i < count(logits, first); i++) {
        slab[to + i] = slab[from + i] - largest;
      }
    }
  }

  /** Divides by the sum, clears what is beyond the bins; returns the expectation. */
  private float normalise(float[] slab, Panels shares, int row) {
    double sum = 0;
    double weighted = 0;
    for (int first = 0; first < bins; first += shares.width()) {
      int at = shares.at(row, first);
      for (int i = 0; i < count(shares, first); i++) {
        sum += slab[at + i];
        weighted += slab[at + i] * centres[first + i];
      }
    }
    float bySum = (float) (1 / sum);
    for (int first = 0; first < bins; first += shares.width()) {
      int at = shares.at(row, first);
      int count = count(shares, first);
      for (int i = 0; i < count; i++) {
        slab[at + i] *= bySum;
      }
      Arrays.fill(slab, at + count, at + shares.width(), 0);
    }
    return (float) (weighted / sum);
  }

  /** Minus the sum of wanted log p; the largest p says what all logits are less by. */
  private double crossEntropy(float[] slab, LayerTape head, int row) {
    float largest = largest(slab, head.output(), row);
    double along = 0;
    for (int first = 0; first < bins; first += head.output().width()) {
      int logit = head.output().at(row, first);
      int goal = wanted + row * bins + first;
      for (int i = 0; i < count(head.output(), first); i++) {
        along += slab[goal + i] * (double) (slab[logit + i] - largest);
      }
    }
    return -Math.log(largest(slab, head.byOutput(), row)) - along;
  }

  private float largest(float[] slab, Panels values, int row) {
    float largest = Float.NEGATIVE_INFINITY;
    for (int first = 0; first < bins; first += values.width()) {
      int at = values.at(row, first);
      for (int i = 0; i < count(values, first); i++) {
        largest = Math.max(largest, slab[at + i]);
      }
    }
    return largest;
  }

  /** Bins in the panel that begins with bin {@code first}. */
  private int count(Panels panels, int first) {
    return Math.min(panels.width(), bins - first);
  }
}
