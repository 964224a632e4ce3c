package dev.tandem.safety.watchdog;

/** Why the watchdog keeps the drives stopped. */
public enum TripCause {
  /** It does not: armed, the drives may run. */
  NONE(0, "armed"),
  NOT_ARMED(1, "nobody has armed it since it was started"),
  RUNTIME_SILENT(2, "the runtime's control thread fell silent"),
  RUNTIME_ANSWERS_WRONG(3, "the runtime goes on writing, but does not answer the challenge"),
  RUNTIME_REPLACED(4, "another runtime took the place of the one that was armed"),
  RUNTIME_LEFT(5, "the runtime took its leave"),
  WATCHDOG_LATE(6, "the watchdog itself was held up"),
  WATCHDOG_ENDED(7, "the watchdog was ended");

  private static final TripCause[] ALL = values();

  final long code;
  private final String words;

  TripCause(long code, String words) {
    this.code = code;
    this.words = words;
  }

  /** For people. */
  public String words() {
    return words;
  }

  static TripCause of(long code) {
    for (TripCause cause : ALL) {
      if (cause.code == code) {
        return cause;
      }
    }
    throw new IllegalArgumentException("no cause has code " + code);
  }
}
