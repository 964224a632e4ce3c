package dev.tandem.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.safety.watchdog.Watch;
import dev.tandem.safety.watchdog.WatchdogLimits;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class WatchdogCommandTest {
  @TempDir Path folder;

  private CommandLineRun watchdog(String... arguments) {
    String[] all = new String[arguments.length + 3];
    all[0] = "watchdog";
    all[1] = "--file";
    all[2] = file().toString();
    System.arraycopy(arguments, 0, all, 3, arguments.length);
    return CommandLineRun.of(all);
  }

  private Path file() {
    return folder.resolve("page");
  }

  private void makeFile() {
    new Watch(file(), WatchdogLimits.faultMatrix(), List.of(), new SplittableRandom(1)).close();
  }

  @Test
  void wantsAReasonWithEveryWishToArm() {
    assertEquals(2, watchdog("--rearm").exit());
    assertEquals(2, watchdog("--reason", "because").exit());
    CommandLineRun blank = watchdog("--rearm", "--reason", " ");
    assertEquals(2, blank.exit());
    assertEquals("tandem: --reason: expected a reason, found nothing\n", blank.err());
    CommandLineRun tooLong = watchdog("--rearm", "--reason", "ü".repeat(128) + "x");
    assertEquals(2, tooLong.exit());
    assertEquals(
        "tandem: --reason: expected at most 256 bytes of UTF-8, found 257\n", tooLong.err());
  }

  @Test
  void saysWhatToStartWhenThereIsNoFile() {
    CommandLineRun run = watchdog("--status");
    assertEquals(1, run.exit());
    assertTrue(run.err().contains("start ./tandem watchdog --file"), run.err());
  }

  @Test
  void failsToArmWhenNoWatchdogIsAtWork() {
    makeFile();
    CommandLineRun run = watchdog("--rearm", "--reason", "a test", "--json");
    assertEquals(1, run.exit());
    assertTrue(run.lastLine().startsWith("{\"armed\":false,"), run.lastLine());
    assertTrue(run.lastLine().contains("no watchdog is at work"), run.lastLine());
  }

  @Test
  void showsWhyTheDrivesAreStopped() {
    makeFile();
    CommandLineRun run = watchdog("--status", "--json");
    assertEquals(1, run.exit());
    assertTrue(run.lastLine().contains("\"cause\":\"NOT_ARMED\""), run.lastLine());
    assertTrue(run.err().contains("nobody has armed it"), run.err());
  }

  private void assertRefused(String message, String value) {
    CommandLineRun run = watchdog(message.substring(0, message.indexOf(':')), value, "--any-disk");
    assertEquals(2, run.exit());
    assertEquals("tandem: " + message + "\n", run.err());
  }

  @Test
  void refusesLimitsThatItCannotKeepBeforeItMakesAnything() {
    assertRefused("--runtime-silent-ms: expected twice --look-ms, 2.0 to 50.0, found 1.5", "1.5");
    assertRefused("--runtime-silent-ms: expected twice --look-ms, 2.0 to 50.0, found 50.1", "50.1");
    assertRefused(
        "--watchdog-silent-ms: expected twice --look-ms, 2.0 to 100.0, found 101.0", "101");
    assertRefused("--look-ms: expected 0.1 to 25.0, found 0.05", "0.05");
    assertRefused("--permit-ms: expected --watchdog-silent-ms, 20.0 to 2020.0, found 19.0", "19");
    assertRefused("--permit-ms: expected --watchdog-silent-ms, 20.0 to 2020.0, found NaN", "NaN");
    assertEquals(2, watchdog("--priority", "100").exit());
    assertFalse(Files.exists(file()));
  }

  /** Told to end from the start, it comes up, finds nobody, and ends. */
  @Test
  void keepsWatchUntilItIsEndedAndTellsWhatItSaw() {
    CommandLineRun run = watchUntilReady();
    assertEquals(0, run.exit(), run.err());
    assertTrue(run.lastLine().contains("\"stops\":0"), run.lastLine());
    assertTrue(run.err().contains("nobody has armed it"), run.err());
    assertFalse(Files.exists(folder.resolve("page.rehearsal")));
  }

  @Test
  void triesTheStopCommandOnceBeforeItSaysThatItIsReady() throws Exception {
    Path told = folder.resolve("told");
    CommandLineRun run = watchUntilReady("--on-stop", "echo $TANDEM_STOP_CAUSE >> " + told);
    assertEquals(0, run.exit(), run.err());
    assertEquals("NOT_ARMED\n", Files.readString(told));
    assertTrue(run.lastLine().contains("\"stop_command_failures\":0"), run.lastLine());
  }

  @Test
  void doesNotKeepWatchWithAStopCommandThatFailsOrHangs() {
    CommandLineRun wrong = watchdog("--any-disk", "--priority", "0", "--on-stop", "exit 7");
    assertEquals(3, wrong.exit());
    String expected =
        "tandem: --on-stop, tried at the start: stop command [/bin/sh, -c, trap '' PIPE; exit 7]:"
            + " expected exit code 0, found 7; run it by hand until it stops the drives";
    assertTrue(wrong.err().startsWith(expected), wrong.err());
    assertEquals(1, wrong.err().lines().count(), wrong.err());
    CommandLineRun hung =
        watchdog("--any-disk", "--on-stop", "exec sleep 1000", "--on-stop-ms", "100");
    assertEquals(3, hung.exit());
    assertTrue(hung.err().contains("expected its end within 100 ms, found it still"), hung.err());
  }

  @Test
  void refusesAStopCommandOfNothingAndOneThatMayTakeForEver() {
    assertEquals(2, watchdog("--any-disk", "--on-stop", " ").exit());
    assertEquals(2, watchdog("--any-disk", "--on-stop", "true", "--on-stop-ms", "0").exit());
    CommandLineRun run = watchdog("--any-disk", "--on-stop", "true", "--on-stop-ms", "60001");
    assertEquals(2, run.exit());
    assertEquals("tandem: --on-stop-ms: expected 1 to 60000, found 60001\n", run.err());
    assertFalse(Files.exists(file()));
  }

  /** Runs a watchdog with further arguments until it keeps watch. */
  private CommandLineRun watchUntilReady(String... further) {
    List<String> all = new ArrayList<>(List.of("watchdog", "--file", file().toString()));
    all.addAll(List.of("--any-disk", "--priority", "0", "--json"));
    all.addAll(List.of(further));
    return CommandLineRun.of(
        tandem -> new Thread(() -> endWhenItWatches(tandem)).start(), all.toArray(String[]::new));
  }

  private void endWhenItWatches(Tandem tandem) {
    while (!Files.exists(file())) {
      Thread.onSpinWait();
    }
    tandem.interrupt.ask();
  }
}
