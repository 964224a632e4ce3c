package dev.tandem.app.run;

import dev.tandem.runtime.time.Clock;
import dev.tandem.safety.watchdog.RearmAnswer;
import dev.tandem.safety.watchdog.RearmResult;
import dev.tandem.safety.watchdog.TripCause;
import dev.tandem.safety.watchdog.WatchdogStatus;
import java.util.Optional;
import java.util.function.ObjLongConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a run's watchdog, for the journal: how it was found, who armed it and why, who
 * was refused, what it stopped the drives for, and when it or its file was lost. One thread, beside
 * the loop.
 */
final class WatchdogNews {
  /** At most from one look of a watchdog to the next. */
  private static final long LOOK_NANOS = 25_000_000;

  private final Supplier<Optional<WatchdogView>> watchdog;
  private final ObjLongConsumer<String> record;
  private @Nullable TripCause told;
  private long toldStops;
  private String toldCondition = WatchdogView.AT_WORK;
  private long toldRequest;
  private boolean watched = true;
  private int breaks;
  private String refusal = "";
  private int refusals;

  /**
   * Nothing is recorded before {@link #poll}.
   *
   * @param watchdog what is seen of it now; empty where there is none
   * @param record keeps a line with its stamp, ns of CLOCK_MONOTONIC; 0 for now
   */
  WatchdogNews(Supplier<Optional<WatchdogView>> watchdog, ObjLongConsumer<String> record) {
    this.watchdog = watchdog;
    this.record = record;
  }

  /** From now on: what was asked of it before is none of this run's. */
  void begin() {
    toldRequest = watchdog.get().flatMap(WatchdogView::request).map(RearmAnswer::number).orElse(0L);
  }

  /** Records what it makes of the run's end, at its next look; once the run has left. */
  void pollLast(Clock clock) {
    if (watchdog.get().isPresent()) {
      clock.awaitNanos(clock.nanoTime() + LOOK_NANOS);
      poll();
    }
  }

  /** Records what is new since the last look. */
  void poll() {
    watchdog.get().ifPresent(this::poll);
  }

  private void poll(WatchdogView now) {
    tellCondition(now.condition(), now.isWatched());
    now.status().ifPresent(this::tellCause);
    now.request().ifPresent(this::tellRequest);
  }

  private void tellCondition(String now, boolean isWatched) {
    if (!now.equals(toldCondition)) {
      toldCondition = now;
      note(now, 0);
    }
    breaks += watched && !isWatched ? 1 : 0;
    watched = isWatched;
  }

  /** A stop is counted before it is told: until it is told the words are still the old ones. */
  private void tellCause(WatchdogStatus now) {
    boolean stoppedAnew = now.cause() != TripCause.NONE && now.stops() > toldStops;
    if (now.cause() != told || stoppedAnew) {
      told = now.cause();
      toldStops = now.stops();
      note(words(now), now.causeNanos());
    }
  }

  private static String words(WatchdogStatus now) {
    return now.cause() == TripCause.NONE
        ? "armed, the drives may run: " + now.reason()
        : "the drives are stopped: " + now.cause().words();
  }

  /** One that was granted is told by what came of it. */
  private void tellRequest(RearmAnswer now) {
    if (now.number() != toldRequest) {
      toldRequest = now.number();
      if (!now.result().equals(Optional.of(RearmResult.ARMED))) {
        String answer = now.result().map(RearmResult::words).orElse("no watchdog was at work");
        String refused = "a request to arm was refused: " + answer;
        note(refused + "; its reason: " + now.reason(), 0);
        refusal = "watchdog: " + refused;
        refusals++;
      }
    }
  }

  private void note(String words, long stampNanos) {
    record.accept("watchdog: " + words, stampNanos);
  }

  /** The run has gone over to the watchdog of another file, of which nothing is told yet. */
  void begunAnew() {
    note("this run goes over to the watchdog of the file that is in its file's place", 0);
    told = null;
    toldStops = 0;
    toldRequest = 0;
  }

  /** How the newest request to arm that came to nothing was answered; empty for none. */
  String refusal() {
    return refusal;
  }

  /** How many there were. */
  int refusals() {
    return refusals;
  }

  /** For the report: how often nobody kept watch for a while; empty for never. */
  String breaks() {
    int ended = watched ? breaks : breaks - 1;
    return ended == 0
        ? ""
        : "; how often it was silent or lost before: %d, see data show --events".formatted(ended);
  }
}
