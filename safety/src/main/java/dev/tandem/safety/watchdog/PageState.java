package dev.tandem.safety.watchdog;

/** What has become of a watchdog's file since it was opened. */
public enum PageState {
  /** Its name leads to it, and it is whole. */
  THERE,

  /** Shorter than a page: whoever reads or writes its memory gets an {@link InternalError}. */
  CUT_OFF,

  /** Its name leads nowhere any more: it was deleted or moved, or its folder cannot be read. */
  GONE,

  /** Its name leads to another file, which a new watchdog may have made. */
  REPLACED
}
