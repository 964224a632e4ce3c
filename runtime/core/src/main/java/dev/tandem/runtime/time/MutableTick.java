package dev.tandem.runtime.time;

/** The single-writer form of {@link Tick}; written by the loop only. */
public final class MutableTick implements Tick {
  private final long periodNanos;
  private long index;
  private long startNanos;
  private long latenessNanos;

  public MutableTick(long periodNanos) {
    if (periodNanos <= 0) {
      throw new IllegalArgumentException("periodNanos must be > 0, got " + periodNanos);
    }
    this.periodNanos = periodNanos;
  }

  @HotPath
  public void set(long index, long startNanos, long latenessNanos) {
    this.index = index;
    this.startNanos = startNanos;
    this.latenessNanos = latenessNanos;
  }

  @Override
  public long index() {
    return index;
  }

  @Override
  public long startNanos() {
    return startNanos;
  }

  @Override
  public long periodNanos() {
    return periodNanos;
  }

  @Override
  public long latenessNanos() {
    return latenessNanos;
  }
}
