package dev.tandem.app.settings;

import java.util.List;

/** Refuses learners from batches that one array of Java could not hold. */
final class LearnerSize {
  /** Six arrays of so many stand in one. */
  private static final long MOST_VALUES = 300_000_000;

  private static final long MOST_ROWS = 1 << 20;

  /** Columns that every layer is filled up to a multiple of. */
  private static final int PANEL = 64;

  private LearnerSize() {}

  static void check(
      List<Integer> hidden, int batchSize, int updatesPerStep, CriticSettings critics) {
    long rows = (long) batchSize * updatesPerStep;
    Check.that(
        rows <= MOST_ROWS,
        "learner.batch_size",
        "a size that is, times learner.updates_per_step, at most " + MOST_ROWS,
        rows);
    int outputs =
        critics.variant() == CriticSettings.Variant.HL_GAUSS ? critics.histogram().bins() : 1;
    long values = (critics.count() + 1) * values(hidden, outputs, batchSize);
    Check.that(
        values <= MOST_VALUES,
        "learner.hidden",
        "layers that hold, for the actor and %d critics of %d outputs and batches of %d, at most %d"
                .formatted(critics.count(), outputs, batchSize, MOST_VALUES)
            + " weights and activations",
        values);
  }

  /** Weights behind the first layer of one network, and what all layers put out for a batch. */
  private static long values(List<Integer> hidden, int outputs, int batchSize) {
    long values = 0;
    long before = 0;
    for (int units : hidden) {
      values += padded(units) * (before + batchSize);
      before = padded(units);
    }
    return values + padded(outputs) * (before + batchSize);
  }

  private static long padded(int units) {
    return (long) Math.ceilDiv(units, PANEL) * PANEL;
  }
}
