package dev.tandem.app.settings;

/** In whose numbers a task is observed. */
public enum Spaces {
  /** Ours, most scaled to about -1 to 1. */
  SCALED,

  /**
   * Those of the people who published the task, where they are others than ours; learners that are
   * not ours then ask in theirs, too.
   */
  PUBLISHED
}
