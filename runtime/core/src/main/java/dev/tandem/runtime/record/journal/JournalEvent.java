package dev.tandem.runtime.record.journal;

/**
 * Something that happened once and is told in words.
 *
 * @param stampNanos on the loop's clock
 * @param episode in which it fell; -1 when in none
 * @param step whose transition it belongs to; -1 when none
 * @param text one line
 */
public record JournalEvent(long stampNanos, long episode, int step, Kind kind, String text) {
  /** What happened; in the order of the file, which may only grow. */
  public enum Kind {
    EPISODE_STARTED,
    EPISODE_ENDED,
    WEIGHTS_SWAPPED,
    SAFETY_STOP,
    NOTE,

    /** Who drives, or how the robot stops, has changed. */
    MODE_CHANGED,

    /** A monitor began to see a fault, whatever the reaction. */
    FAULT_SEEN,

    /** A filter changed actions or commands of this step. */
    FILTER_CHANGED
  }

  /** A note on the run as a whole. */
  public static JournalEvent note(long stampNanos, String text) {
    return new JournalEvent(stampNanos, -1, -1, Kind.NOTE, text);
  }
}
