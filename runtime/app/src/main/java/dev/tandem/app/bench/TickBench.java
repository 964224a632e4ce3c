package dev.tandem.app.bench;

import dev.tandem.app.assembly.Rig;
import dev.tandem.app.report.JsonObject;
import dev.tandem.app.robot.Robot;
import dev.tandem.runtime.loop.Timing;
import dev.tandem.runtime.record.TickHandler;
import dev.tandem.runtime.time.SimulatedClock;

/** How long a full control tick takes, and what it allocates. */
public final class TickBench {
  private static final int WARM_UP_TICKS = 1_000_000;
  private static final int TIMED_TICKS = 500_000;

  private final BenchLoop bench;

  /** Puts the loop together; the policy's weights follow from {@code seed}. */
  public TickBench(Robot limits, long seed) {
    this.bench =
        BenchLoop.of(
            limits, new SimulatedClock(), Timing.every(Rig.PERIOD_NANOS), seed, line -> {});
  }

  /** Times ticks; the ring is emptied in between, as a recorder would. */
  Samples measure(int warmUpTicks, int ticks) {
    return Samples.of(
        warmUpTicks,
        ticks,
        bench.loop()::tick,
        BenchLoop.RING_TICKS / 2,
        () -> bench.ring().drain(TickHandler.NOBODY));
  }

  /** Keys {@code p50_us, p99_us, bytes_per_tick}. */
  public static JsonObject run(Robot limits, long seed) {
    return run(limits, seed, WARM_UP_TICKS, TIMED_TICKS);
  }

  static JsonObject run(Robot limits, long seed, int warmUpTicks, int ticks) {
    TickBench bench = new TickBench(limits, seed);
    Samples samples = bench.measure(warmUpTicks, ticks);
    if (bench.bench.loop().isStopped()) {
      throw new IllegalStateException("the bench's own loop stopped; its figures mean nothing");
    }
    return new JsonObject()
        .put("p50_us", samples.micros(0.5))
        .put("p99_us", samples.micros(0.99))
        .put("p999_us", samples.micros(0.999))
        .put("bytes_per_tick", samples.bytesPerCall());
  }
}
