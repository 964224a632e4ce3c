package dev.tandem.app.bench;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ReplayBenchTest {
  /** 17 features before and after, 6 actions requested or applied, a reward; four bytes each. */
  private static final int LEAST_BYTES = 4 * (2 * 17 + 6 + 1);

  @Test
  void timesBatchesThatAllocateNothing() {
    Figures figures = new Figures(ReplayBench.run(1, 2_000, 500));
    figures.arePositive("samples_per_s").areZero("bytes_per_batch");
    assertTrue(figures.number("bytes_per_frame") >= LEAST_BYTES);
    assertTrue(figures.number("bytes_per_frame") < 2 * LEAST_BYTES);
  }
}
