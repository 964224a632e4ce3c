package dev.tandem.app.timing;

import dev.tandem.app.report.JsonObject;
import dev.tandem.runtime.flight.FlightEvents;
import dev.tandem.runtime.loop.LoopTimes;
import dev.tandem.runtime.record.TickGap;
import dev.tandem.runtime.record.TickHandler;
import dev.tandem.runtime.record.TickRecord;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.IntSupplier;
import org.HdrHistogram.Histogram;

/**
 * Wake-up, execution and overruns of a loop with their causes, gathered from its ticks; tells them
 * to Java's flight recorder as well. Recorder's thread, the figures once that has ended.
 */
public final class LoopFigures implements TickHandler {
  private static final long LOOK_NANOS = 20_000_000;
  private static final double NANOS_PER_MICRO = 1e3;

  private final LoopTimes times;
  private final LateCauses causes;
  private final Stalls stalls = new Stalls();
  private final TickHandler all;
  private final IntSupplier controlThread;
  private long lookedNanos = Long.MIN_VALUE / 2;

  /**
   * For a loop of this period.
   *
   * @param controlThread its number in the kernel; 0 while there is none
   */
  public LoopFigures(long periodNanos, IntSupplier controlThread) {
    this.times = new LoopTimes(periodNanos);
    this.causes = new LateCauses(periodNanos);
    this.controlThread = controlThread;
    this.all = TickHandler.all(List.of(times, causes, new FlightEvents(periodNanos)));
  }

  @Override
  public void onTick(TickRecord record) {
    if (record.startNanos - lookedNanos >= LOOK_NANOS) {
      lookedNanos = record.startNanos;
      causes.counted(stalls.look(controlThread.getAsInt()));
    }
    all.onTick(record);
  }

  @Override
  public void onGap(TickGap gap) {
    all.onGap(gap);
  }

  /**
   * Keys {@code ticks; p50_us, p99_us, p999_us, max_us} of the wake-up, {@code exec_...} of the
   * tick, {@code first_armed_tick_us, overruns, late_by_execution, late_by_wake_up, lost_records};
   * {@code late_causes}, whose sum is that of the overruns, ticks that were skipped; {@code
   * late_tick_causes} of those that ran half a period late or later.
   */
  public JsonObject json() {
    JsonObject json = new JsonObject().put("ticks", times.wakeUp().getTotalCount());
    percentiles(json, "", times.wakeUp());
    percentiles(json, "exec_", times.execution());
    return json.put("first_armed_tick_us", firstArmedMicros())
        .put("overruns", times.lateByExecution() + times.lateByWakeUp())
        .put("late_by_execution", times.lateByExecution())
        .put("late_by_wake_up", times.lateByWakeUp())
        .put("late_causes", causes.skippedJson())
        .put("late_tick_causes", causes.lateJson())
        .put("lost_records", times.lostTicks());
  }

  /** No number where no tick had power. */
  private double firstArmedMicros() {
    long nanos = times.firstArmedExecutionNanos();
    return nanos == 0 ? Double.NaN : nanos / NANOS_PER_MICRO;
  }

  private static void percentiles(JsonObject json, String prefix, Histogram nanos) {
    json.put(prefix + "p50_us", nanos.getValueAtPercentile(50) / NANOS_PER_MICRO)
        .put(prefix + "p99_us", nanos.getValueAtPercentile(99) / NANOS_PER_MICRO)
        .put(prefix + "p999_us", nanos.getValueAtPercentile(99.9) / NANOS_PER_MICRO)
        .put(prefix + "max_us", nanos.getMaxValue() / NANOS_PER_MICRO);
  }

  /**
   * The whole histograms, in nanoseconds, compressed as HdrHistogram's own tools read them and in
   * base64: keys {@code wake_up_histogram, exec_histogram}.
   */
  public JsonObject histograms() {
    return new JsonObject()
        .put("wake_up_histogram", compressed(times.wakeUp()))
        .put("exec_histogram", compressed(times.execution()));
  }

  private static String compressed(Histogram histogram) {
    ByteBuffer buffer = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
    int bytes = histogram.encodeIntoCompressedByteBuffer(buffer);
    return Base64.getEncoder().encodeToString(Arrays.copyOf(buffer.array(), bytes));
  }
}
