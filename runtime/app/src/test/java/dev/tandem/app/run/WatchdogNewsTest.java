package dev.tandem.app.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.safety.watchdog.PageState;
import dev.tandem.safety.watchdog.RearmAnswer;
import dev.tandem.safety.watchdog.RearmResult;
import dev.tandem.safety.watchdog.TripCause;
import dev.tandem.safety.watchdog.WatchdogLimits;
import dev.tandem.safety.watchdog.WatchdogStatus;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class WatchdogNewsTest {
  private static final long MILLI = 1_000_000;

  private final List<String> recorded = new ArrayList<>();
  private Optional<WatchdogView> view = Optional.empty();
  private final WatchdogNews news =
      new WatchdogNews(() -> view, (text, stampNanos) -> recorded.add(stampNanos + " " + text));

  private static WatchdogStatus status(TripCause cause, long causeNanos, long stops, String why) {
    boolean permitted = cause == TripCause.NONE;
    return new WatchdogStatus(permitted, cause, causeNanos, stops, 0, 0, MILLI, why);
  }

  private static WatchdogStatus armed(long silentNanos) {
    return new WatchdogStatus(true, TripCause.NONE, 100, 0, 0, 0, silentNanos, "go");
  }

  private static WatchdogView view(PageState page, String others, WatchdogStatus status) {
    return new WatchdogView(
        Path.of("page"),
        page,
        WatchdogLimits.faultMatrix(),
        others.isEmpty() ? Optional.empty() : Optional.of(others),
        page == PageState.CUT_OFF ? Optional.empty() : Optional.of(status),
        Optional.empty());
  }

  private void sees(WatchdogView now) {
    view = Optional.of(now);
    news.poll();
    news.poll();
  }

  private void says(TripCause cause, long causeNanos, long stops, String reason) {
    sees(view(PageState.THERE, "", status(cause, causeNanos, stops, reason)));
  }

  private void asked(long number, Optional<RearmResult> result) {
    sees(askedView(number, result));
  }

  private static WatchdogView askedView(long number, Optional<RearmResult> result) {
    WatchdogView without = view(PageState.THERE, "", armed(MILLI));
    return new WatchdogView(
        without.file(),
        without.page(),
        without.agreed(),
        without.others(),
        without.status(),
        Optional.of(new RearmAnswer(number, result, "it is late")));
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

  @Test
  void aWatchdogThatIsKilledAndComesBackIsRecordedAndCounted() {
    sees(view(PageState.THERE, "", armed(MILLI)));
    assertEquals("", news.breaks());
    sees(view(PageState.THERE, "", armed(20 * MILLI)));
    sees(view(PageState.THERE, "", armed(9_000 * MILLI)));
    assertEquals("", news.breaks(), "the one that lasts is told otherwise");
    sees(view(PageState.GONE, "", armed(9_000 * MILLI)));
    sees(view(PageState.THERE, "", armed(MILLI)));
    String once = "; how often it was silent or lost before: 1, see data show --events";
    assertEquals(
        List.of(
            "100 watchdog: armed, the drives may run: go",
            "0 watchdog: fell silent",
            "0 watchdog: fell silent, its file is gone",
            "0 watchdog: is at work"),
        recorded);
    assertEquals(once, news.breaks());
  }

  @Test
  void aFileThatIsCutOffIsRecorded() {
    sees(view(PageState.CUT_OFF, "", armed(MILLI)));
    assertEquals(
        List.of("0 watchdog: its file cannot be read any more, somebody has cut it off"), recorded);
  }

  @Test
  void aFileThatIsGoneOrReplacedIsRecorded() {
    sees(view(PageState.THERE, "", armed(MILLI)));
    sees(view(PageState.GONE, "", armed(MILLI)));
    sees(view(PageState.REPLACED, "", armed(20 * MILLI)));
    assertEquals(
        List.of(
            "0 watchdog: is at work, its file is gone",
            "0 watchdog: fell silent, another file is in its file's place"),
        recorded.subList(1, 3));
  }

  @Test
  void aWatchdogWithOtherLimitsIsRecordedWithThem() {
    sees(view(PageState.THERE, "--look-ms 2", armed(MILLI)));
    assertEquals(
        "0 watchdog: is at work, keeps other limits than this run began with: --look-ms 2",
        recorded.get(0));
  }

  @Test
  void aRequestToArmThatWasRefusedOrNotAnsweredIsRecordedOnce() {
    view = Optional.of(askedView(3, Optional.of(RearmResult.NO_RUNTIME)));
    news.begin();
    news.poll();
    assertEquals(1, recorded.size(), "what was asked before the run is none of its");
    asked(4, Optional.of(RearmResult.ALREADY_ARMED));
    asked(5, Optional.of(RearmResult.ARMED));
    asked(6, Optional.empty());
    String refused = "0 watchdog: a request to arm was refused: ";
    assertEquals(
        List.of(
            refused + "is armed already; its reason: it is late",
            refused + "no watchdog was at work; its reason: it is late"),
        recorded.subList(1, recorded.size()));
    assertEquals(2, news.refusals());
    assertEquals("watchdog: a request to arm was refused: no watchdog was at work", news.refusal());
  }

  @Test
  void allOfANewFilesWatchdogIsRecorded() {
    says(TripCause.NOT_ARMED, 0, 0, "");
    asked(1, Optional.of(RearmResult.NO_RUNTIME));
    recorded.clear();
    news.begunAnew();
    asked(1, Optional.of(RearmResult.TOO_OFTEN));
    assertEquals(3, recorded.size(), recorded::toString);
    assertEquals(
        "0 watchdog: this run goes over to the watchdog of the file that is in its file's place",
        recorded.get(0));
    assertTrue(recorded.get(2).contains("was armed 3 times within a minute"), recorded::toString);
  }
}
