package dev.tandem.runtime.record.journal;

/**
 * Something that happened once and is told in words.
 *
 * @param stampNanos on the loop's clock
 * @param text one line
 */
public record JournalEvent(long stampNanos, Kind kind, String text) {
  /** What happened. */
  public enum Kind {
    EPISODE_STARTED,
    EPISODE_ENDED,
    WEIGHTS_SWAPPED,
    SAFETY_STOP,
    NOTE
  }
}
