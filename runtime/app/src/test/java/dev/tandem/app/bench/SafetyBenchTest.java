package dev.tandem.app.bench;

import dev.tandem.app.robot.Robot;
import org.junit.jupiter.api.Test;

class SafetyBenchTest {
  @Test
  void timesAChainThatBindsAndAllocatesNothing() {
    new Figures(SafetyBench.run(Robot.shipped(), 1, 30_000, 20_000))
        .arePositive("chain_p50_us", "qp_p50_us", "binding_share")
        .ascend("chain_p50_us", "chain_p99_us")
        .ascend("qp_p50_us", "qp_p99_us")
        .areZero("bytes_per_tick");
  }
}
