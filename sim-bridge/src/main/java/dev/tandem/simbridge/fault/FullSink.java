package dev.tandem.simbridge.fault;

import dev.tandem.runtime.record.TickRecord;
import dev.tandem.runtime.record.TickSink;
import dev.tandem.runtime.time.HotPath;
import java.util.function.BooleanSupplier;

/** A ring without room while its recorder, or its disk, stands still: every record is lost. */
public final class FullSink implements TickSink {
  private final TickSink inner;
  private final TickRecord nowhere;
  private final BooleanSupplier full;
  private boolean losing;
  private long lost;

  /**
   * Full while somebody says so.
   *
   * @param nowhere a record of the same shape as the ring's
   */
  public FullSink(TickSink inner, TickRecord nowhere, BooleanSupplier full) {
    this.inner = inner;
    this.nowhere = nowhere;
    this.full = full;
  }

  @Override
  @HotPath
  public TickRecord claim() {
    losing = full.getAsBoolean();
    return losing ? nowhere : inner.claim();
  }

  @Override
  @HotPath
  public void publish() {
    if (losing) {
      lost++;
    } else {
      inner.publish();
    }
  }

  @Override
  public long lostTicks() {
    return lost + inner.lostTicks();
  }
}
