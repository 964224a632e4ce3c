package dev.tandem.safety.watchdog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a program that stops the drives says, and that its words never hold it up. */
@Timeout(60)
class StopProgramWordsTest {
  private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(30);

  @TempDir private Path folder = Path.of("");
  private final List<String> said = new CopyOnWriteArrayList<>();

  private Optional<String> run(String command) {
    return StopProgram.shell(command, LIMIT_NANOS).run(TripCause.NOT_ARMED, said::add);
  }

  @Test
  void areHeardALineEachFromBothOfItsMouths() {
    assertEquals(Optional.empty(), run("echo relay; echo; echo opened >&2; printf done"));
    assertEquals(
        List.of("stop command: relay", "stop command: opened", "stop command: done"), said);
  }

  @Test
  void moreThanAPipeHoldsHoldNothingUpAndALongLineIsCut() {
    assertEquals(Optional.empty(), run("head -c 1000000 /dev/zero | tr '\\0' x; echo; echo end"));
    String cut = "stop command: " + "x".repeat(ProgramWords.MOST_CHARACTERS);
    assertEquals(List.of(cut, "stop command: end"), said);
  }

  @Test
  void ofWhatItLeavesRunningAreNotWaitedFor() throws Exception {
    Path left = folder.resolve("left");
    assertEquals(Optional.empty(), run("echo stopped; sleep 50 & echo $! > " + left));
    long process = Long.parseLong(Files.readString(left).strip());
    assertTrue(ProcessHandle.of(process).map(ProcessHandle::destroy).orElse(false));
  }

  /** As after kill -9 of the watchdog. */
  @Test
  void doNotEndItWhenNobodyHearsThemAnyMore() throws Exception {
    Path off = folder.resolve("off");
    String command = "read go; echo stopping; echo stopping; echo off > " + off;
    Process process = new ProcessBuilder(StopProgram.shell(command, LIMIT_NANOS).command()).start();
    process.getInputStream().close();
    process.getErrorStream().close();
    try (OutputStream go = process.getOutputStream()) {
      go.write("go\n".getBytes(StandardCharsets.UTF_8));
    }
    process.waitFor();
    assertEquals("off\n", Files.readString(off));
  }
}
