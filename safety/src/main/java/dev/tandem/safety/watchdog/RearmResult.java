package dev.tandem.safety.watchdog;

/** What came of a person's wish to arm the watchdog. */
public enum RearmResult {
  ARMED(1, "armed: the drives may run"),
  ALREADY_ARMED(2, "is armed already"),
  NO_RUNTIME(
      3,
      "expected a runtime that has answered for 0.1 s without a break, found none, or one that just"
          + " paused; where a run is at work ask again"),
  TOO_OFTEN(4, "was armed 3 times within a minute; find out what stops it, then try again"),
  TOO_OLD(5, "expected a request of the last second, found one of another time"),
  BEFORE_STOP(6, "the drives were stopped after it was asked for; find out why, then ask again");

  private static final RearmResult[] ALL = values();

  final long code;
  private final String words;

  RearmResult(long code, String words) {
    this.code = code;
    this.words = words;
  }

  /** For people. */
  public String words() {
    return words;
  }

  static RearmResult of(long code) {
    for (RearmResult result : ALL) {
      if (result.code == code) {
        return result;
      }
    }
    throw new IllegalArgumentException("no result has code " + code);
  }
}
