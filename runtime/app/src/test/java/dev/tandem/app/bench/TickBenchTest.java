package dev.tandem.app.bench;

import org.junit.jupiter.api.Test;

class TickBenchTest {
  @Test
  void timesAFullTickThatAllocatesNothing() {
    new Figures(TickBench.run(1, 30_000, 30_000))
        .arePositive("p50_us")
        .ascend("p50_us", "p99_us", "p999_us")
        .areZero("bytes_per_tick");
  }
}
