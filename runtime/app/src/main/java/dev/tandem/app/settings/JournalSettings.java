package dev.tandem.app.settings;

/**
 * What is kept of a run.
 *
 * @param enabled whether the run writes {@code journal.mcap}
 * @param everyTicks control ticks from one recorded tick to the next; decisions always are
 * @param everyFrames images of a camera from one recorded image to the next
 */
public record JournalSettings(boolean enabled, int everyTicks, int everyFrames) {
  public JournalSettings {
    Check.atLeast("journal.every_frames", everyFrames, 1);
    Check.atLeast("journal.every_ticks", everyTicks, 1);
  }
}
