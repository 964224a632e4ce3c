package dev.tandem.safety.watchdog;

/** What has become of a watchdog's file since it was opened. */
public enum PageState {
  /** Its name leads to it, and it is whole. */
  THERE,

  /** Shorter than a page: whoever reads or writes its memory gets an {@link InternalError}. */
  CUT_OFF,

  /** Nobody who opens it by its name finds it any more. */
  DELETED,

  /** Its name leads to another file, which a new watchdog may have made. */
  REPLACED
}
