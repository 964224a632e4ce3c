package dev.tandem.safety.watchdog;

import dev.tandem.runtime.time.Clock;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A person's wish to let the drives run again, with a reason, put to the watchdog through its file.
 * Nothing arms by itself: whoever calls this answers for it.
 */
public final class RearmRequest implements AutoCloseable {
  /** In UTF-8. */
  public static final int MOST_REASON_BYTES = Word.MAX_REASON_BYTES;

  private static final long POLL_NANOS = 2_000_000;

  private final SharedPage page;
  private final Clock clock;

  /**
   * @param clock CLOCK_MONOTONIC
   */
  public RearmRequest(Path file, Clock clock) {
    this.page = SharedPage.open(file, SharedPage.Side.PERSON);
    this.clock = clock;
  }

  /**
   * Asks, and waits for the watchdog's answer for at most a second.
   *
   * @param reason not blank, at most 256 bytes of UTF-8
   * @return empty when no watchdog answers
   */
  public Optional<RearmResult> ask(String reason) {
    long number = post(reason);
    long untilNanos = clock.nanoTime() + Rearming.MAX_AGE_NANOS;
    while (page.get(Word.HANDLED_REQUEST) != number && clock.nanoTime() < untilNanos) {
      clock.awaitNanos(clock.nanoTime() + POLL_NANOS);
    }
    return answer(number);
  }

  /** Leaves the request in the file and returns its number. */
  long post(String reason) {
    byte[] utf8 = reason.strip().getBytes(StandardCharsets.UTF_8);
    if (utf8.length == 0 || utf8.length > Word.MAX_REASON_BYTES) {
      throw new IllegalArgumentException(
          "expected a reason of 1 to %d bytes, found %d"
              .formatted(Word.MAX_REASON_BYTES, utf8.length));
    }
    MemorySegment.copy(
        MemorySegment.ofArray(utf8), 0, page.bytes(Word.REASON, utf8.length), 0, utf8.length);
    page.set(Word.REASON_LENGTH, utf8.length);
    page.set(Word.REQUEST_STAMP_NANOS, clock.nanoTime());
    long number = page.get(Word.REQUEST) + 1;
    page.set(Word.REQUEST, number);
    return number;
  }

  Optional<RearmResult> answer(long number) {
    return page.get(Word.HANDLED_REQUEST) == number
        ? Optional.of(RearmResult.of(page.get(Word.HANDLED_RESULT)))
        : Optional.empty();
  }

  @Override
  public void close() {
    page.close();
  }
}
