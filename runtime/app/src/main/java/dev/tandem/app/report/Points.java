package dev.tandem.app.report;

import java.util.ArrayList;
import java.util.List;

/** Rates or numbers over environment steps; one that is NaN breaks the line. */
final class Points {
  private final List<Long> steps = new ArrayList<>();
  private final List<Double> rates = new ArrayList<>();

  Points add(long step, double rate) {
    steps.add(step);
    rates.add(rate);
    return this;
  }

  boolean isEmpty() {
    return steps.isEmpty();
  }

  double[] steps() {
    return steps.stream().mapToDouble(step -> step).toArray();
  }

  double[] values() {
    return rates.stream().mapToDouble(rate -> rate).toArray();
  }

  double[] percent() {
    return rates.stream().mapToDouble(rate -> 100 * rate).toArray();
  }
}
