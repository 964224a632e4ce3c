package dev.tandem.runtime.record.journal;

import dev.tandem.runtime.act.Verdict;
import dev.tandem.runtime.record.FrameRecord;
import dev.tandem.runtime.record.TickRecord;

/**
 * Which ticks and images a journal keeps where its settings leave some out. Never one that decided,
 * stopped or ended an episode, nor the one that an image that is kept was seen in. One thread.
 */
final class RecordSelection {
  private final JournalSettings settings;
  private final long[] seenFrames;
  private long tickOfFrame = -1;

  RecordSelection(JournalSettings settings, int cameras) {
    this.settings = settings;
    this.seenFrames = new long[cameras];
  }

  boolean wants(TickRecord record) {
    return record.decided
        || record.episodeEnd
        || record.verdict == Verdict.STOP
        || record.tick == tickOfFrame
        || record.tick % settings.everyTicks() == 0;
  }

  /** Once for each image, before the tick that saw it first. */
  boolean wants(FrameRecord frame) {
    boolean wanted = seenFrames[frame.slot] % settings.everyFrames() == 0;
    seenFrames[frame.slot]++;
    if (wanted) {
      tickOfFrame = frame.tick();
    }
    return wanted;
  }
}
