package dev.tandem.safety.watchdog;

import java.util.Optional;

/**
 * What became of the newest request to arm, for whoever tells of it later.
 *
 * @param number of the request in the watchdog's file, counted up
 * @param result empty where no watchdog has answered it in time
 * @param reason that was given with it
 */
public record RearmAnswer(long number, Optional<RearmResult> result, String reason) {
  /** Empty where there was no request, or where it may still be answered. */
  static Optional<RearmAnswer> of(SharedPage page, long nowNanos) {
    long handled = page.get(Word.HANDLED_REQUEST);
    long number = page.get(Word.REQUEST);
    if (number == 0) {
      return Optional.empty();
    }
    String reason = WatchdogStatus.reason(page, Word.REASON_LENGTH, Word.REASON);
    if (number == handled) {
      RearmResult result = RearmResult.of(page.get(Word.HANDLED_RESULT));
      return Optional.of(new RearmAnswer(number, Optional.of(result), reason));
    }
    long ageNanos = nowNanos - page.get(Word.REQUEST_STAMP_NANOS);
    return ageNanos < Rearming.MAX_AGE_NANOS
        ? Optional.empty()
        : Optional.of(new RearmAnswer(number, Optional.empty(), reason));
  }
}
