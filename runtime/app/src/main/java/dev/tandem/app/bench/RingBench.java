package dev.tandem.app.bench;

import dev.tandem.app.assembly.Tasks;
import dev.tandem.app.report.JsonObject;
import dev.tandem.runtime.os.DeadlineClock;
import dev.tandem.runtime.os.RealTime;
import dev.tandem.runtime.record.TickGap;
import dev.tandem.runtime.record.TickHandler;
import dev.tandem.runtime.record.TickRecord;
import dev.tandem.runtime.record.TickRing;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.time.Clock;
import dev.tandem.runtime.time.SystemClock;
import dev.tandem.simbridge.task.SimulatedTask;
import java.util.concurrent.FutureTask;
import org.HdrHistogram.Histogram;

/**
 * The ring between control thread and recorder at the loop's pace: what publishing a tick costs,
 * and how long it takes to arrive at a recorder that polls.
 */
public final class RingBench {
  private static final long POLL_NANOS = 50_000;
  private static final long MAX_NANOS = 60_000_000_000L;
  private static final int WARM_UP_TICKS = 100_000;
  private static final int DIGITS = 3;
  private static final double MICROS_PER_NANO = 1e-3;

  private final LoopOptions options;
  private final DeadlineClock clock;
  private final TickRing ring;
  private final MutableObservation observation;
  private final Histogram publish = new Histogram(MAX_NANOS, DIGITS);
  private final Histogram handOff = new Histogram(MAX_NANOS, DIGITS);
  private long lostTicks;

  private record Ran(String scheduler, long bytes) {}

  /** Makes the ring for a task's signals, and warms up. */
  public RingBench(LoopOptions options) {
    this.options = options;
    this.clock = new DeadlineClock(options.spinNanos());
    SimulatedTask task = Tasks.create("peg-insert", "plant");
    this.observation = new MutableObservation(task.observationSpec());
    this.ring = ring(task);
    clock.warmUp();
    TickRing rehearsal = ring(task); // a ring keeps to the thread that publishes first
    CountedPublishes rehearsed = publishes(rehearsal);
    for (int i = 0; i < WARM_UP_TICKS; i++) {
      rehearsed.publish(i);
      rehearsal.drain(arrivals());
    }
    publish.reset();
    handOff.reset();
  }

  private static TickRing ring(SimulatedTask task) {
    return new TickRing(
        BenchLoop.RING_TICKS,
        task.observationSpec(),
        task.actionSpec(),
        task.simulator().commandSpec());
  }

  /** Keys {@code publish_..._us, handoff_..._us, lost_records, bytes_per_tick, scheduler}. */
  public JsonObject run() throws InterruptedException {
    FutureTask<Ran> control = new FutureTask<>(this::control);
    new Thread(control, "control").start();
    TickHandler arrivals = arrivals();
    Clock recorder = new SystemClock();
    while (!control.isDone()) {
      ring.drain(arrivals);
      recorder.awaitNanos(recorder.nanoTime() + POLL_NANOS);
    }
    ring.drain(arrivals);
    ring.drainLastGap(arrivals);
    return result(LoopBench.get(control));
  }

  private Ran control() {
    RealTime.apply(options.realTime());
    long periodNanos = options.timing().periodNanos();
    long bytes = publishes(ring).run(options.ticks(), periodNanos);
    return new Ran(RealTime.scheduler(), bytes);
  }

  private CountedPublishes publishes(TickRing to) {
    return new CountedPublishes(clock, to, observation, publish);
  }

  private TickHandler arrivals() {
    return new TickHandler() {
      @Override
      public void onTick(TickRecord record) {
        handOff.recordValue(Math.clamp(clock.nanoTime() - record.startNanos, 0, MAX_NANOS));
      }

      @Override
      public void onGap(TickGap gap) {
        lostTicks += gap.lostTicks();
      }
    };
  }

  private JsonObject result(Ran ran) {
    JsonObject json = new JsonObject().put("ticks", publish.getTotalCount());
    percentiles(json, "publish_", publish);
    percentiles(json, "handoff_", handOff);
    return json.put("recorder_poll_us", POLL_NANOS * MICROS_PER_NANO)
        .put("lost_records", lostTicks)
        .put("bytes_per_tick", (double) ran.bytes() / options.ticks())
        .put("scheduler", ran.scheduler());
  }

  private static void percentiles(JsonObject json, String prefix, Histogram nanos) {
    json.put(prefix + "p50_us", nanos.getValueAtPercentile(50) * MICROS_PER_NANO)
        .put(prefix + "p99_us", nanos.getValueAtPercentile(99) * MICROS_PER_NANO)
        .put(prefix + "max_us", nanos.getMaxValue() * MICROS_PER_NANO);
  }
}
