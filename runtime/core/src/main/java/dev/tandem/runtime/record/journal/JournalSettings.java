package dev.tandem.runtime.record.journal;

/**
 * How much is written, and when.
 *
 * @param startOffsetNanos added to the loop's clock to give the journal's log times; the time of
 *     day at the start less the loop's clock then, or 0 where runs are to be equal byte for byte
 * @param everyTicks only every n-th tick is written, besides all decisions, episode ends, stops and
 *     those that are the first to see an image that is written
 * @param everyFrames only every n-th image of each camera is written
 * @param chunkBytes of messages after which a chunk is written even if nobody waits for it
 */
public record JournalSettings(
    long startOffsetNanos, int everyTicks, int everyFrames, int chunkBytes) {
  private static final int DEFAULT_CHUNK_BYTES = 1 << 20;

  public JournalSettings {
    if (everyTicks < 1) {
      throw new IllegalArgumentException("everyTicks must be >= 1, got " + everyTicks);
    }
    if (everyFrames < 1) {
      throw new IllegalArgumentException("everyFrames must be >= 1, got " + everyFrames);
    }
    if (chunkBytes < 1) {
      throw new IllegalArgumentException("chunkBytes must be >= 1, got " + chunkBytes);
    }
  }

  /** With all images. */
  public JournalSettings(long startOffsetNanos, int everyTicks, int chunkBytes) {
    this(startOffsetNanos, everyTicks, 1, chunkBytes);
  }

  /** With all images, and chunks of the usual size. */
  public JournalSettings(long startOffsetNanos, int everyTicks) {
    this(startOffsetNanos, everyTicks, DEFAULT_CHUNK_BYTES);
  }

  /** The same with every n-th image only. */
  public JournalSettings withEveryFrames(int wanted) {
    return new JournalSettings(startOffsetNanos, everyTicks, wanted, chunkBytes);
  }
}
