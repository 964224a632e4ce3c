package dev.tandem.app.soak;

import dev.tandem.runtime.record.FilterNames;
import dev.tandem.runtime.record.TickRecord;
import dev.tandem.runtime.record.TickSink;
import dev.tandem.runtime.time.HotPath;
import org.jspecify.annotations.Nullable;

/** Counts on the control thread what is published, whatever becomes of it. */
final class CountedSink implements TickSink {
  private final TickSink inner;
  private long ticks;
  private long lastTick = -1;
  private @Nullable TickRecord claimed;

  CountedSink(TickSink inner) {
    this.inner = inner;
  }

  @Override
  public void name(FilterNames names) {
    inner.name(names);
  }

  @Override
  @HotPath
  public TickRecord claim() {
    TickRecord record = inner.claim();
    claimed = record;
    return record;
  }

  @Override
  @HotPath
  public void publish() {
    ticks++;
    lastTick = claimed == null ? lastTick : claimed.tick;
    inner.publish();
  }

  @Override
  @HotPath
  public long lostTicks() {
    return inner.lostTicks();
  }

  /** Ticks that ran. */
  long ticks() {
    return ticks;
  }

  /** Index of the last tick that ran; -1 before the first. */
  long lastTick() {
    return lastTick;
  }
}
