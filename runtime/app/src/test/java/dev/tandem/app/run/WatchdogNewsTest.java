package dev.tandem.app.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tandem.safety.watchdog.TripCause;
import dev.tandem.safety.watchdog.WatchdogStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class WatchdogNewsTest {
  private final List<String> recorded = new ArrayList<>();
  private Optional<WatchdogStatus> status = Optional.empty();
  private final WatchdogNews news =
      new WatchdogNews(() -> status, (text, stampNanos) -> recorded.add(stampNanos + " " + text));

  private void says(TripCause cause, long causeNanos, long stops, String reason) {
    boolean permitted = cause == TripCause.NONE;
    status =
        Optional.of(
            new WatchdogStatus(permitted, cause, causeNanos, stops, 0, 0, 1_000_000, reason));
    news.poll();
    news.poll();
  }

  @Test
  void nothingIsRecordedWithoutAWatchdog() {
    news.poll();
    assertEquals(List.of(), recorded);
  }

  @Test
  void howItWasFoundWhoArmedItAndWhatItStoppedForAreRecordedOnceAndWhenTheyHappened() {
    says(TripCause.NOT_ARMED, 0, 0, "");
    says(TripCause.NONE, 100, 0, "the cell is empty");
    says(TripCause.RUNTIME_SILENT, 200, 1, "the cell is empty");
    says(TripCause.NONE, 300, 1, "looked at it");
    assertEquals(
        List.of(
            "0 watchdog: the drives are stopped: nobody has armed it since it was started",
            "100 watchdog: armed, the drives may run: the cell is empty",
            "200 watchdog: the drives are stopped: the runtime's control thread fell silent",
            "300 watchdog: armed, the drives may run: looked at it"),
        recorded);
  }

  /** Armed and stopped again between two looks. */
  @Test
  void aSecondStopOfTheSameCauseIsAnother() {
    says(TripCause.RUNTIME_SILENT, 200, 1, "");
    says(TripCause.RUNTIME_SILENT, 300, 2, "");
    assertEquals(2, recorded.size(), recorded::toString);
  }

  @Test
  void aStopThatIsCountedAndNotYetToldIsRecordedOnceItIsTold() {
    says(TripCause.NONE, 100, 0, "go");
    says(TripCause.NONE, 100, 1, "go");
    says(TripCause.RUNTIME_LEFT, 200, 1, "go");
    assertEquals(
        List.of(
            "100 watchdog: armed, the drives may run: go",
            "200 watchdog: the drives are stopped: the runtime took its leave"),
        recorded);
  }

  @Test
  void aNewWatchdogBeginsToCountAnew() {
    says(TripCause.RUNTIME_SILENT, 200, 3, "");
    says(TripCause.NOT_ARMED, 0, 0, "");
    says(TripCause.NONE, 300, 0, "go");
    says(TripCause.RUNTIME_SILENT, 400, 1, "go");
    assertEquals(4, recorded.size(), recorded::toString);
  }
}
