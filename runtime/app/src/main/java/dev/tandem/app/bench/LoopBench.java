package dev.tandem.app.bench;

import dev.tandem.app.report.JsonObject;
import dev.tandem.app.robot.Robot;
import dev.tandem.app.timing.ControlPlace;
import dev.tandem.app.timing.LoopFigures;
import dev.tandem.runtime.os.DeadlineClock;
import dev.tandem.runtime.record.TickHandler;
import dev.tandem.runtime.time.Clock;
import dev.tandem.runtime.time.SystemClock;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;

/**
 * The control loop in real time, on a thread of its own with what the operating system grants it,
 * its ticks recorded by another: how late it wakes up, how long its ticks take.
 */
public final class LoopBench {
  private static final long POLL_NANOS = 20_000_000;

  private final LoopOptions options;
  private final Consumer<String> say;
  private final BenchLoop bench;
  private final LoopFigures figures;
  private volatile int controlThread;

  /**
   * What the control thread tells when it has ended.
   *
   * @param firstBytes of the first tick, in which the virtual machine gives up code that it
   *     compiled for the rehearsal, and makes objects of what was in registers
   */
  private record Ran(ControlPlace place, List<String> takenAway, long firstBytes, long bytes) {}

  /**
   * Puts the loop together; the policy's weights follow from {@code seed}.
   *
   * @param say gets a line for each part of the start, which take seconds
   */
  public LoopBench(Robot limits, LoopOptions options, long seed, Consumer<String> say) {
    this.options = options;
    this.say = say;
    this.figures = new LoopFigures(options.timing().periodNanos(), () -> controlThread);
    DeadlineClock clock = new DeadlineClock(options.spinNanos());
    say.accept("the clock is warmed up ...");
    clock.warmUp();
    this.bench = BenchLoop.of(limits, clock, options.timing(), seed, say);
  }

  /**
   * Runs.
   *
   * @param dump gets every tick as well
   * @return keys {@code p50_us, p99_us, p999_us, max_us} of the wake-up, {@code exec_...} of the
   *     tick, {@code overruns, first_tick_bytes, bytes_per_tick} of all others, {@code scheduler}
   *     and more
   */
  public JsonObject run(TickHandler dump) throws InterruptedException {
    say.accept("the control thread takes its place, rehearses once more, then ticks ...");
    FutureTask<Ran> control = new FutureTask<>(this::control);
    new Thread(control, "control").start();
    record(control, TickHandler.all(List.of(figures, dump)));
    return result(get(control));
  }

  private Ran control() {
    ControlPlace place = ControlPlace.take(options.realTime());
    controlThread = place.thread();
    bench.rehearsal().once();
    long firstBytes = CountedTicks.run(bench.loop(), 1);
    long bytes = CountedTicks.run(bench.loop(), options.ticks() - 1);
    return new Ran(place, place.watch().lost(), firstBytes, bytes);
  }

  private void record(FutureTask<Ran> control, TickHandler handler) {
    Clock clock = new SystemClock();
    while (!control.isDone()) {
      bench.ring().drain(handler);
      clock.awaitNanos(clock.nanoTime() + POLL_NANOS);
    }
    bench.ring().drain(handler);
    bench.ring().drainLastGap(handler);
  }

  private JsonObject result(Ran ran) {
    if (bench.loop().isStopped()) {
      throw new IllegalStateException(
          "the bench's own loop stopped, "
              + bench.loop().stopReport().cause()
              + "; its figures mean nothing");
    }
    return figures
        .json()
        .put("first_tick_bytes", ran.firstBytes())
        .put("bytes_per_tick", (double) ran.bytes() / options.ticks())
        .putAll(ran.place().json(ran.takenAway()));
  }

  static <T> T get(FutureTask<T> task) throws InterruptedException {
    try {
      return task.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a thread of the bench failed", e.getCause());
    }
  }
}
