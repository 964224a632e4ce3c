package dev.tandem.app.bench;

import dev.tandem.runtime.os.RealTimeConfig;
import org.junit.jupiter.api.Test;

class RingBenchTest {
  /** No figure here is a test of speed. */
  @Test
  void handsEveryTickOverWithoutAllocating() throws Exception {
    LoopOptions options = new LoopOptions(300, 1000, 0, RealTimeConfig.none(), 0);
    new Figures(new RingBench(options).run())
        .arePositive("publish_p50_us", "publish_p99_us", "handoff_p50_us")
        .ascend("publish_p50_us", "publish_p99_us", "publish_max_us")
        .ascend("handoff_p50_us", "handoff_p99_us", "handoff_max_us")
        .areZero("lost_records", "bytes_per_tick");
  }
}
