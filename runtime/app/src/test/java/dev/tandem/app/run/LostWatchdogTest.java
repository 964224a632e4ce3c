package dev.tandem.app.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.runtime.guard.Heartbeat.Pulse;
import dev.tandem.runtime.time.SimulatedClock;
import dev.tandem.safety.watchdog.Watch;
import dev.tandem.safety.watchdog.WatchdogLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run whose watchdog dies, or whose watchdog's file somebody deletes or cuts off. */
final class LostWatchdogTest {
  private static final long MILLI = 1_000_000;
  private static final WatchdogLimits OTHERS =
      new WatchdogLimits(9 * MILLI, 20 * MILLI, MILLI, 520 * MILLI);

  @TempDir private Path folder = Path.of("");
  private final SimulatedClock clock = new SimulatedClock();

  @SuppressWarnings("NullAway.Init")
  private Watch watch;

  @SuppressWarnings("NullAway.Init")
  private WatchdogLink link;

  @BeforeEach
  void begin() {
    clock.advanceNanos(10_000 * MILLI);
    watch = watch(WatchdogLimits.faultMatrix());
    WatchdogChoice asked = new WatchdogChoice(Optional.of(file()), false, false);
    link = WatchdogLink.open(500 * MILLI, asked, file(), clock);
  }

  @AfterEach
  void end() {
    link.close();
    watch.close();
  }

  private Path file() {
    return folder.resolve("page");
  }

  private Watch watch(WatchdogLimits limits) {
    Watch made = new Watch(file(), limits, List.of(), new SplittableRandom(1));
    made.look(clock.nanoTime());
    return made;
  }

  private Pulse beat() {
    clock.advanceNanos(MILLI);
    watch.look(clock.nanoTime());
    return link.heartbeat().orElseThrow().beat(clock.nanoTime());
  }

  private void deleteFile() throws IOException {
    Files.delete(file());
  }

  private void dieAndBeReplaced(WatchdogLimits limits) throws IOException {
    watch.close();
    deleteFile();
    clock.advanceNanos(20 * MILLI);
    watch = watch(limits);
  }

  private String command() {
    return "./tandem watchdog --file " + file();
  }

  @Test
  void aWatchdogThatKeptWatchUntilTheRunLeftSaysSo() {
    beat();
    link.lookLast();
    link.leave();
    assertEquals(
        "watchdog "
            + file()
            + ": kept watch until the run took its leave; it had the drives stopped: nobody has"
            + " armed it since it was started",
        link.lastSentence());
  }

  @Test
  void aWatchdogThatTheRunLeftWithoutAFileSaysThatToo() throws IOException {
    beat();
    deleteFile();
    link.lookLast();
    link.leave();
    String last = link.lastSentence();
    assertTrue(last.contains("until the run took its leave; its file is gone; it had"), last);
  }

  @Test
  void aWatchdogThatDiedBeforeTheRunLeftSaysHowLongBefore() {
    beat();
    clock.advanceNanos(12_345 * MILLI);
    link.lookLast();
    link.leave();
    clock.advanceNanos(1_000 * MILLI);
    assertEquals(
        "watchdog "
            + file()
            + ": fell silent 12.345 s before the run took its leave, and kept no watch from then on",
        link.lastSentence());
  }

  @Test
  void aWatchdogThatKeptOtherLimitsWhenTheRunLeftIsToldWithThem() {
    watch.close();
    watch = watch(OTHERS);
    link.lookLast();
    link.leave();
    assertEquals(
        "watchdog " + file() + ": kept other limits than this run began with: " + OTHERS.options(),
        link.lastSentence());
  }

  @Test
  void aRunThatFailedDidNotTakeItsLeave() {
    assertEquals(Optional.empty(), link.cutOff());
    assertEquals(link.sentence(), link.lastSentence());
  }

  @Test
  void aWatchdogAtWorkWhoseFileIsGoneMustBeEndedForNobodyCanArmIt() throws IOException {
    deleteFile();
    assertFalse(link.follow(false), "it is at work");
    assertEquals(
        "watchdog %s: its file is gone, where nobody can arm it any more; end it, then start it again: %s, then --rearm --reason WHY beside it"
            .formatted(file(), command()),
        link.sentence());
    assertEquals("end the watchdog, start it again, rearm the watchdog, then ", link.firstAid());
  }

  @Test
  void aSecondWatchdogOnANewFileBesideOneAtWorkIsTold() throws IOException {
    deleteFile();
    try (Watch second = watch(WatchdogLimits.faultMatrix())) {
      assertFalse(link.follow(false));
      assertTrue(link.sentence().contains("another file is in its file's place"), link.sentence());
      assertTrue(link.sentence().contains("end it, then start it again"), link.sentence());
      second.look(clock.nanoTime());
    }
  }

  @Test
  void goesOverToTheNewFileOfAWatchdogThatDiedAndWaitsForAPersonThere() throws IOException {
    dieAndBeReplaced(WatchdogLimits.faultMatrix());
    assertEquals(Pulse.SILENT, beat());
    assertTrue(link.follow(false));
    beat();
    assertEquals(Pulse.STOPPED, beat());
    assertEquals(
        "waits for a person: the drives are stopped: nobody has armed it since it was started; "
            + command()
            + " --rearm --reason WHY",
        link.sentence());
    assertEquals("rearm the watchdog, then ", link.firstAid());
    assertFalse(link.follow(false), "once");
  }

  @Test
  void doesNotGoOverWhileTheDrivesHavePower() throws IOException {
    dieAndBeReplaced(WatchdogLimits.faultMatrix());
    assertFalse(link.follow(true));
    beat();
    assertEquals(Pulse.SILENT, beat());
    assertTrue(link.follow(false));
  }

  @Test
  void saysWhatKeepsItFromGoingOverAndTriesAgainEachSecond() throws IOException {
    dieAndBeReplaced(OTHERS);
    assertFalse(link.follow(false));
    String obstacle =
        "waits for a person: cannot go over to the watchdog's new file: %s: expected the limits that this run began with, found %s; start it with %s, or this run anew"
            .formatted(file(), OTHERS.options(), WatchdogLimits.faultMatrix().options());
    assertEquals(obstacle, link.sentence());
    watch.close();
    watch = watch(WatchdogLimits.faultMatrix());
    clock.advanceNanos(1_000 * MILLI - 1);
    assertFalse(link.follow(false));
    clock.advanceNanos(1);
    assertTrue(link.follow(false));
  }

  @Test
  void aRunWhoseWatchdogsFileIsCutOffCanOnlyBeStartedAnew() throws IOException {
    Files.write(file(), new byte[0]);
    assertEquals(
        "watchdog %s: its file cannot be read any more, somebody has cut it off; delete it, start %s, and this run anew"
            .formatted(file(), command()),
        link.sentence());
    assertFalse(link.permits());
    assertEquals(Optional.of(link.sentence()), link.cutOff());
    link.lookLast();
    link.leave();
    assertEquals(link.sentence(), link.lastSentence());
  }
}
