package dev.tandem.app.bench;

import dev.tandem.app.robot.Robot;
import org.junit.jupiter.api.Test;

class TickBenchTest {
  @Test
  void timesAFullTickThatAllocatesNothing() {
    new Figures(TickBench.run(Robot.shipped(), 1, 30_000, 30_000))
        .arePositive("p50_us")
        .ascend("p50_us", "p99_us", "p999_us")
        .areZero("bytes_per_tick");
  }
}
