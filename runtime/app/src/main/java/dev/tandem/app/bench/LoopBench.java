package dev.tandem.app.bench;

import com.sun.management.ThreadMXBean;
import dev.tandem.app.report.JsonObject;
import dev.tandem.app.robot.Robot;
import dev.tandem.runtime.flight.FlightEvents;
import dev.tandem.runtime.loop.LoopTimes;
import dev.tandem.runtime.os.DeadlineClock;
import dev.tandem.runtime.os.Grant;
import dev.tandem.runtime.os.RealTime;
import dev.tandem.runtime.os.RealTimeConfig;
import dev.tandem.runtime.os.RealTimeWatch;
import dev.tandem.runtime.os.ThreadAccount;
import dev.tandem.runtime.os.VirtualMachineThreads;
import dev.tandem.runtime.record.TickGap;
import dev.tandem.runtime.record.TickHandler;
import dev.tandem.runtime.record.TickRecord;
import dev.tandem.runtime.time.Clock;
import dev.tandem.runtime.time.SystemClock;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.HdrHistogram.Histogram;

/**
 * The control loop in real time, on a thread of its own with what the operating system grants it,
 * its ticks recorded by another: how late it wakes up, how long its ticks take.
 */
public final class LoopBench {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final long POLL_NANOS = 20_000_000;
  private static final double NANOS_PER_MICRO = 1e3;

  private final LoopOptions options;
  private final BenchLoop bench;
  private final LoopTimes times;
  private final LateCauses causes;
  private final Stalls stalls = new Stalls();
  private volatile int controlThread;

  /** What the control thread tells when it has ended. */
  private record Ran(List<Grant> grants, String scheduler, List<String> lost, long bytes) {}

  /** Puts the loop together; the policy's weights follow from {@code seed}. */
  public LoopBench(Robot limits, LoopOptions options, long seed) {
    this.options = options;
    this.times = new LoopTimes(options.periodNanos());
    this.causes = new LateCauses(options.periodNanos());
    DeadlineClock clock = new DeadlineClock(options.spinNanos());
    clock.warmUp();
    this.bench = BenchLoop.of(limits, clock, options.periodNanos(), seed);
  }

  /**
   * Runs.
   *
   * @param dump gets every tick as well
   * @return keys {@code p50_us, p99_us, p999_us, max_us} of the wake-up, {@code exec_...} of the
   *     tick, {@code overruns, bytes_per_tick, scheduler} and others
   */
  public JsonObject run(TickHandler dump) throws InterruptedException {
    FutureTask<Ran> control = new FutureTask<>(this::control);
    new Thread(control, "control").start();
    TickHandler events = new FlightEvents(options.periodNanos());
    record(control, all(List.of(times, causes, events, dump)));
    return result(get(control));
  }

  private Ran control() {
    RealTimeConfig wishes = options.realTime();
    List<Grant> grants = new ArrayList<>(RealTime.apply(wishes));
    grants.addAll(VirtualMachineThreads.raise(wishes.priority()));
    RealTimeWatch watch = RealTimeWatch.ofThisThread(wishes);
    controlThread = ThreadAccount.thisThread();
    bench.rehearsal().once();
    bench.loop().tick();
    long before = THREADS.getCurrentThreadAllocatedBytes();
    for (long tick = 1; tick < options.ticks(); tick++) {
      bench.loop().tick();
    }
    long bytes = THREADS.getCurrentThreadAllocatedBytes() - before;
    return new Ran(grants, RealTime.scheduler(), watch.lost(), bytes);
  }

  private void record(FutureTask<Ran> control, TickHandler handler) {
    Clock clock = new SystemClock();
    while (!control.isDone()) {
      causes.counted(stalls.look(controlThread));
      bench.ring().drain(handler);
      clock.awaitNanos(clock.nanoTime() + POLL_NANOS);
    }
    bench.ring().drain(handler);
    bench.ring().drainLastGap(handler);
  }

  private static TickHandler all(List<TickHandler> handlers) {
    return new TickHandler() {
      @Override
      public void onTick(TickRecord record) {
        handlers.forEach(handler -> handler.onTick(record));
      }

      @Override
      public void onGap(TickGap gap) {
        handlers.forEach(handler -> handler.onGap(gap));
      }
    };
  }

  private JsonObject result(Ran ran) {
    if (bench.loop().isStopped()) {
      throw new IllegalStateException(
          "the bench's own loop stopped, "
              + bench.loop().stopReport().cause()
              + "; its figures mean nothing");
    }
    JsonObject json = new JsonObject().put("ticks", times.wakeUp().getTotalCount());
    percentiles(json, "", times.wakeUp());
    percentiles(json, "exec_", times.execution());
    json.put("first_tick_us", times.firstExecutionNanos() / NANOS_PER_MICRO);
    return json.put("overruns", times.lateByExecution() + times.lateByWakeUp())
        .put("late_by_execution", times.lateByExecution())
        .put("late_by_wake_up", times.lateByWakeUp())
        .put("late_causes", causes.json())
        .put("lost_records", times.lostTicks())
        .put("bytes_per_tick", (double) ran.bytes() / options.ticks())
        .put("scheduler", ran.scheduler())
        .putTexts("grants", ran.grants().stream().map(Grant::toString).toList())
        .putTexts("taken_away", ran.lost());
  }

  private static void percentiles(JsonObject json, String prefix, Histogram nanos) {
    json.put(prefix + "p50_us", nanos.getValueAtPercentile(50) / NANOS_PER_MICRO)
        .put(prefix + "p99_us", nanos.getValueAtPercentile(99) / NANOS_PER_MICRO)
        .put(prefix + "p999_us", nanos.getValueAtPercentile(99.9) / NANOS_PER_MICRO)
        .put(prefix + "max_us", nanos.getMaxValue() / NANOS_PER_MICRO);
  }

  static <T> T get(FutureTask<T> task) throws InterruptedException {
    try {
      return task.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the control thread failed", e.getCause());
    }
  }
}
