package dev.tandem.policies.jvm;

import dev.tandem.policies.jvm.kernel.Panels;
import dev.tandem.policies.jvm.kernel.SlabPlan;
import dev.tandem.policies.sac.CriticDraws;
import dev.tandem.policies.sac.CriticVariant;
import dev.tandem.policies.sac.Projection;

/**
 * Logits of a histogram over the values, taught by cross-entropy (HL-Gauss, arXiv 2403.03950,
 * section 3.1). The way from logits to values leaves the softmax where the gradient will stand.
 */
final class HistogramHead implements CriticHead {
  private final CriticVariant.HlGauss histogram;
  private final Projection projection;
  private final int rows;
  private final int bellmanTarget;

  /** What the histogram of each row shall be, [rows][bins] side by side. */
  private final int wanted;

  HistogramHead(SlabPlan plan, CriticVariant.HlGauss histogram, int rows, int bellmanTarget) {
    this.histogram = histogram;
    this.projection = new Projection(histogram);
    this.rows = rows;
    this.bellmanTarget = bellmanTarget;
    this.wanted = plan.take(Math.multiplyExact(rows, histogram.bins()));
  }

  @Override
  public void value(float[] slab, Critic critic, int from, int to) {
    for (int row = from; row < to; row++) {
      slab[critic.q + row] = (float) softmax(slab, critic.head(), row);
    }
  }

  /** d E[z] / d logit = p (z - E[z]). */
  @Override
  public void byOutputs(float[] slab, Critic critic, float byValue, int from, int to) {
    Panels by = critic.head().byOutput();
    for (int row = from; row < to; row++) {
      float value = slab[critic.q + row];
      for (int bin = 0; bin < histogram.bins(); bin++) {
        slab[by.at(row, bin)] *= byValue * ((float) histogram.centre(bin) - value);
      }
    }
  }

  @Override
  public void begin(float[] slab, CriticDraws draws, int step, int rows) {}

  @Override
  public void target(float[] slab, Critic least, int row, float goesOn) {
    projection.write(slab[bellmanTarget + row], slab, wanted + row * histogram.bins());
  }

  /** d L / d logit = (p - wanted) / B. */
  @Override
  public void lesson(float[] slab, Critic critic, int from, int to) {
    LayerTape head = critic.head();
    float share = 1f / rows;
    for (int row = from; row < to; row++) {
      slab[critic.rowLoss + row] = (float) crossEntropy(slab, head, row);
      for (int bin = 0; bin < histogram.bins(); bin++) {
        int by = head.byOutput().at(row, bin);
        slab[by] = share * (slab[by] - slab[wanted + row * histogram.bins() + bin]);
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

  /** Writes the softmax to where the gradient will stand; returns its expectation. */
  private double softmax(float[] slab, LayerTape head, int row) {
    double largest = largest(slab, head.output(), row);
    double sum = 0;
    double weighted = 0;
    for (int bin = 0; bin < histogram.bins(); bin++) {
      double mass = Math.exp(slab[head.output().at(row, bin)] - largest);
      slab[head.byOutput().at(row, bin)] = (float) mass;
      sum += mass;
      weighted += mass * histogram.centre(bin);
    }
    float bySum = (float) (1 / sum);
    for (int bin = 0; bin < histogram.bins(); bin++) {
      slab[head.byOutput().at(row, bin)] *= bySum;
    }
    return weighted / sum;
  }

  /** Minus the sum of wanted log p, with p = exp(logit - largest) / sum. */
  private double crossEntropy(float[] slab, LayerTape head, int row) {
    double largest = largest(slab, head.output(), row);
    double sum = 0;
    double along = 0;
    for (int bin = 0; bin < histogram.bins(); bin++) {
      double logit = slab[head.output().at(row, bin)] - largest;
      sum += Math.exp(logit);
      along += slab[wanted + row * histogram.bins() + bin] * logit;
    }
    return Math.log(sum) - along;
  }

  private double largest(float[] slab, Panels logits, int row) {
    float largest = slab[logits.at(row, 0)];
    for (int bin = 1; bin < histogram.bins(); bin++) {
      largest = Math.max(largest, slab[logits.at(row, bin)]);
    }
    return largest;
  }
}
