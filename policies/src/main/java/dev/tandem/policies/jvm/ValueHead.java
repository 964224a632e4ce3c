package dev.tandem.policies.jvm;

import dev.tandem.policies.sac.CriticDraws;

/**
 * One output, which is the value: mean squared Bellman error (SAC, arXiv 1812.05905, equation 5).
 *
 * @param rows of the batch
 * @param bellmanTarget [rows]
 */
record ValueHead(int rows, int bellmanTarget) implements CriticHead {
  @Override
  public void value(float[] slab, Critic critic, int from, int to) {}

  @Override
  public void byOutputs(float[] slab, Critic critic, float byValue, int from, int to) {
    for (int row = from; row < to; row++) {
      slab[critic.byQ + row] = byValue;
    }
  }

  @Override
  public void begin(float[] slab, CriticDraws draws, int step, int rows) {}

  @Override
  public void target(float[] slab, Critic least, int row, float goesOn) {}

  /** dL/dQ = 2 / B (Q - y). */
  @Override
  public void lesson(float[] slab, Critic critic, int from, int to) {
    float share = 2f / rows;
    for (int row = from; row < to; row++) {
      slab[critic.byQ + row] = share * (slab[critic.q + row] - slab[bellmanTarget + row]);
    }
  }

  @Override
  public double loss(float[] slab, Critic critic, int rows) {
    double sum = 0;
    for (int row = 0; row < rows; row++) {
      double error = slab[critic.q + row] - slab[bellmanTarget + row];
      sum += error * error;
    }
    return sum / rows;
  }
}
