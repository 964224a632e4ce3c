package dev.tandem.app.timing;

import dev.tandem.app.report.JsonObject;
import dev.tandem.runtime.record.TickGap;
import dev.tandem.runtime.record.TickHandler;
import dev.tandem.runtime.record.TickRecord;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * Why ticks were skipped, and why ticks began half a period late or later. The control thread
 * measures nothing for it: the recorder looks at what collector and kernel have counted since its
 * last look, so a cause is the likeliest of what happened within some 20 ms. Recorder's thread.
 */
final class LateCauses implements TickHandler {
  /** In the order in which they are considered. */
  enum Cause {
    /** The tick before took too long. */
    EXECUTION,
    /** The kernel gave the core to another although the thread was ready. */
    NO_CORE,
    /** A pause of the garbage collector fell into the same 20 ms. */
    COLLECTOR,
    /** Nothing else explains it: a late timer, or a host that stood still. */
    MACHINE
  }

  private final long periodNanos;
  private final Map<Cause, Long> skipped = new EnumMap<>(Cause.class);
  private final Map<Cause, Long> late = new EnumMap<>(Cause.class);
  private Stalls.Counted counted = new Stalls.Counted(0, 0, 0);
  private long lastTick = -1;
  private long lastEndNanos;
  private long lastExecutionNanos;
  private Cause last = Cause.MACHINE;

  LateCauses(long periodNanos) {
    this.periodNanos = periodNanos;
    for (Cause cause : Cause.values()) {
      skipped.put(cause, 0L);
      late.put(cause, 0L);
    }
  }

  /** Before the ticks are handed over that ran since the last look. */
  void counted(Stalls.Counted sinceLastLook) {
    counted = sinceLastLook;
  }

  @Override
  public void onTick(TickRecord record) {
    long skips = lastTick < 0 ? 0 : Math.max(0, record.tick - lastTick - 1);
    boolean isLate = skips > 0 || record.latenessNanos >= periodNanos / 2;
    last = isLate ? cause(record) : Cause.MACHINE;
    skipped.merge(last, skips, Long::sum);
    late.merge(last, isLate ? 1L : 0, Long::sum);
    lastTick = record.tick;
    lastExecutionNanos = record.executionNanos;
    lastEndNanos = record.startNanos + record.latenessNanos + record.executionNanos;
  }

  /** Who was late because the tick before was late has its cause. */
  private Cause cause(TickRecord record) {
    if (lastExecutionNanos >= periodNanos / 2) {
      return Cause.EXECUTION;
    }
    if (lastTick >= 0 && lastEndNanos > record.startNanos) {
      return last;
    }
    if (counted.readyNanos() >= periodNanos / 2) {
      return Cause.NO_CORE;
    }
    return counted.pauses() > 0 ? Cause.COLLECTOR : Cause.MACHINE;
  }

  @Override
  public void onGap(TickGap gap) {
    lastTick = gap.lastTick();
    lastEndNanos = Long.MIN_VALUE;
    lastExecutionNanos = 0;
  }

  /** Ticks that were skipped: their sum is that of the overruns. */
  long skipped(Cause cause) {
    return skipped.getOrDefault(cause, 0L);
  }

  /** Ticks that ran, half a period late or later. */
  long late(Cause cause) {
    return late.getOrDefault(cause, 0L);
  }

  /** Keys {@code execution, no_core, collector, machine}, of the ticks that were skipped. */
  JsonObject skippedJson() {
    return json(skipped);
  }

  /** The same of the ticks that were late. */
  JsonObject lateJson() {
    return json(late);
  }

  private static JsonObject json(Map<Cause, Long> causes) {
    JsonObject json = new JsonObject();
    causes.forEach((cause, ticks) -> json.put(cause.name().toLowerCase(Locale.ROOT), ticks));
    return json;
  }
}
