package dev.tandem.runtime.record.journal;

/**
 * How much is written, and when.
 *
 * @param startOffsetNanos added to the loop's clock to give the journal's log times; the time of
 *     day at the start less the loop's clock then, or 0 where runs are to be equal byte for byte
 * @param everyTicks only every n-th tick is written, besides all decisions, episode ends and stops
 * @param chunkBytes of messages after which a chunk is written even if nobody waits for it
 */
public record JournalSettings(long startOffsetNanos, int everyTicks, int chunkBytes) {
  private static final int DEFAULT_CHUNK_BYTES = 1 << 20;

  public JournalSettings {
    if (everyTicks < 1) {
      throw new IllegalArgumentException("everyTicks must be >= 1, got " + everyTicks);
    }
    if (chunkBytes < 1) {
      throw new IllegalArgumentException("chunkBytes must be >= 1, got " + chunkBytes);
    }
  }

  public JournalSettings(long startOffsetNanos, int everyTicks) {
    this(startOffsetNanos, everyTicks, DEFAULT_CHUNK_BYTES);
  }
}
