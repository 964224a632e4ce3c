package dev.tandem.policies.sac;

import java.util.Arrays;
import java.util.stream.IntStream;

/** What a critic's outputs mean, in double precision, one row at a time. */
final class NaiveHead {
  private NaiveHead() {}

  /** Constants of a critic's loss that its gradient does not go through. */
  record Held(double[] outputs, double deviation, double variance) {}

  /** What a row is taught: the expected target, a drawn one, and the first as a histogram. */
  record Target(double expected, double drawn, double[] histogram) {
    static Target of(CriticVariant variant, double expected, double drawn) {
      return variant instanceof CriticVariant.HlGauss histogram
          ? new Target(expected, drawn, project(histogram, expected))
          : new Target(expected, drawn, new double[0]);
    }
  }

  static double value(CriticVariant variant, double[] outputs) {
    if (variant instanceof CriticVariant.HlGauss histogram) {
      double[] p = softmax(outputs);
      return IntStream.range(0, p.length).mapToDouble(i -> p[i] * histogram.centre(i)).sum();
    }
    return outputs[0];
  }

  static double std(double[] outputs) {
    return Math.log1p(Math.exp(outputs[1]));
  }

  /** The loss of one row. */
  static double loss(CriticVariant variant, double[] outputs, Target target, Held held) {
    if (variant instanceof CriticVariant.HlGauss) {
      double[] p = softmax(outputs);
      double[] wanted = target.histogram();
      return IntStream.range(0, p.length).mapToDouble(i -> -wanted[i] * Math.log(p[i])).sum();
    }
    if (variant instanceof CriticVariant.DsacT gaussian) {
      return gaussianLoss(gaussian, outputs, target, held);
    }
    return Math.pow(outputs[0] - target.expected(), 2);
  }

  private static double gaussianLoss(
      CriticVariant.DsacT variant, double[] outputs, Target target, Held held) {
    double epsilon = variant.stability();
    double std = std(held.outputs());
    double most = variant.clipDeviations() * held.deviation();
    double surprise = Math.max(-most, Math.min(most, target.drawn() - held.outputs()[0]));
    double ofMean = Math.pow(outputs[0] - target.expected(), 2) / (2 * (std * std + epsilon));
    double slope = -(surprise * surprise - std * std) / (Math.pow(std, 3) + epsilon);
    return (held.variance() + epsilon) * (ofMean + slope * std(outputs));
  }

  /** By Simpson's rule over each bin. */
  static double[] project(CriticVariant.HlGauss histogram, double value) {
    double y = Math.max(histogram.min(), Math.min(histogram.max(), value));
    double[] mass = new double[histogram.bins()];
    for (int bin = 0; bin < mass.length; bin++) {
      int pieces = 64;
      double step = histogram.binWidth() / pieces;
      for (int i = 0; i <= pieces; i++) {
        double z = (histogram.edge(bin) + i * step - y) / histogram.sigma();
        double weight = i == 0 || i == pieces ? 1 : 2 + 2 * (i % 2);
        mass[bin] += weight * Math.exp(-0.5 * z * z);
      }
    }
    double all = Arrays.stream(mass).sum();
    return Arrays.stream(mass).map(each -> each / all).toArray();
  }

  private static double[] softmax(double[] logits) {
    double[] exponential = Arrays.stream(logits).map(Math::exp).toArray();
    double sum = Arrays.stream(exponential).sum();
    return Arrays.stream(exponential).map(each -> each / sum).toArray();
  }
}
