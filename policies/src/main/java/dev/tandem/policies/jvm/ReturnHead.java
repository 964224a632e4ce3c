package dev.tandem.policies.jvm;

import dev.tandem.policies.jvm.kernel.SlabPlan;
import dev.tandem.policies.nn.ParameterLayout;
import dev.tandem.policies.nn.Softplus;
import dev.tandem.policies.sac.CriticDraws;
import dev.tandem.policies.sac.CriticVariant;
import dev.tandem.policies.sac.LearnerArrays;
import dev.tandem.policies.sac.SacConfig;
import java.util.List;

/**
 * Mean and deviation of a Gaussian return (DSAC-T, arXiv 2310.05858). The loss is one whose
 * gradient is the paper's: divisors, clipping and scale count as constants.
 */
final class ReturnHead implements CriticHead {
  private final CriticVariant.DsacT variant;
  private final int rows;
  private final double tau;
  private final int bellmanTarget;

  /** A target with a return drawn in place of the expected one, [rows]. */
  private final int drawnTarget;

  /** Standard normal, [rows]. */
  private final int noise;

  /** Running means of each critic's deviation, then of each one's variance; zero at first. */
  private final float[] spread;

  private final Memory memory;

  ReturnHead(SlabPlan plan, CriticVariant.DsacT variant, SacConfig config, int bellmanTarget) {
    this.variant = variant;
    this.rows = config.batch().size();
    this.tau = config.critics().tau();
    this.bellmanTarget = bellmanTarget;
    this.drawnTarget = plan.take(rows);
    this.noise = plan.take(rows);
    int critics = config.critics().count();
    this.spread = new float[2 * critics];
    ParameterLayout layout =
        new ParameterLayout().add("deviation", critics).add("variance", critics);
    this.memory = new Memory(new LearnerArrays.Variable("spread", layout), spread);
  }

  @Override
  public List<Memory> memory() {
    return List.of(memory);
  }

  @Override
  public void value(float[] slab, Critic critic, int from, int to) {
    for (int row = from; row < to; row++) {
      slab[critic.q + row] = slab[critic.head().output().at(row, 0)];
    }
  }

  @Override
  public void byOutputs(float[] slab, Critic critic, float byValue, int from, int to) {
    for (int row = from; row < to; row++) {
      slab[critic.head().byOutput().at(row, 0)] = byValue;
      slab[critic.head().byOutput().at(row, 1)] = 0;
    }
  }

  @Override
  public void begin(float[] slab, CriticDraws draws, int step, int rows) {
    draws.returns(step, slab, noise, rows);
  }

  /** Of the distribution of the critic of least mean, a drawn return. */
  @Override
  public void target(float[] slab, Critic least, int row, float goesOn) {
    float surplus = (float) std(slab, least, row) * slab[noise + row];
    slab[drawnTarget + row] = slab[bellmanTarget + row] + goesOn * surplus;
  }

  @Override
  public boolean looksAtWholeBatch() {
    return true;
  }

  /** The running means follow the batch's as the target critics do; they start at the first. */
  @Override
  public void look(float[] slab, Critic[] critics, int rows) {
    for (Critic critic : critics) {
      double deviation = 0;
      double variance = 0;
      for (int row = 0; row < rows; row++) {
        double std = std(slab, critic, row);
        deviation += std / rows;
        variance += std * std / rows;
      }
      follow(critic.number, deviation);
      follow(critics.length + critic.number, variance);
    }
  }

  @Override
  public void lesson(float[] slab, Critic critic, int from, int to) {
    double epsilon = variant.stability();
    double most = variant.clipDeviations() * spread[critic.number];
    double scale = (spread[spread.length / 2 + critic.number] + epsilon) / rows;
    LayerTape head = critic.head();
    for (int row = from; row < to; row++) {
      double mean = slab[critic.q + row];
      double std = std(slab, critic, row);
      double variance = std * std;
      double error = mean - slab[bellmanTarget + row];
      double byMean = scale * error / (variance + epsilon);
      double surprise = Math.max(-most, Math.min(most, slab[drawnTarget + row] - mean));
      double byStd = scale * (variance - surprise * surprise) / (variance * std + epsilon);
      double slope = Softplus.slope(slab[head.output().at(row, 1)]);
      slab[head.byOutput().at(row, 0)] = (float) byMean;
      slab[head.byOutput().at(row, 1)] = (float) (byStd * slope);
      slab[critic.rowLoss + row] = (float) (0.5 * byMean * error + byStd * std);
    }
  }

  /** What each row costs has its share of the mean in it. */
  @Override
  public double loss(float[] slab, Critic critic, int rows) {
    double sum = 0;
    for (int row = 0; row < rows; row++) {
      sum += slab[critic.rowLoss + row];
    }
    return sum;
  }

  private void follow(int index, double batch) {
    double before = spread[index];
    spread[index] = (float) (before == 0 ? batch : before + tau * (batch - before));
  }

  /** Of the second output. */
  private static double std(float[] slab, Critic critic, int row) {
    return Softplus.of(slab[critic.head().output().at(row, 1)]);
  }
}
