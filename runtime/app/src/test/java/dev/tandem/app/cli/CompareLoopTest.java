package dev.tandem.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The comparison with the same loop in C, beside a make-believe Tandem whose lateness is given. */
final class CompareLoopTest {
  private static final Path ROOT = Path.of("..", "..");
  private static final Path C_LOOP = Path.of("runtime/app/src/test/c/loop.c");
  private static final Path SCRIPT = Path.of("scripts/compare-loop.sh");
  private static final long PERIOD_NANOS = 1_000_000;
  private static final long PHASE_NANOS = 300_000;
  private static final int EVER_SO_LATE_NANOS = 2_000_000_000;

  @TempDir private Path folder = Path.of("");

  private record Result(int exit, String said) {}

  @BeforeEach
  void makeCheckout() throws IOException {
    copy(SCRIPT);
    copy(C_LOOP);
    Path tandem = folder.resolve("tandem");
    Files.writeString(
        tandem,
        """
        #!/bin/sh
        [ "$1" = --version ] && exit 0
        while [ "$1" != --dump ]; do shift; done
        begin=$(cut -d' ' -f1 /proc/uptime)
        sleep 0.2
        end=$(cut -d' ' -f1 /proc/uptime)
        awk -v begin="$begin" -v end="$end" -v late="$LATE_NANOS" 'BEGIN {
          print "deadline_ns,wake_up_ns"
          for (at = begin * 1e9; at <= end * 1e9; at += 1e6) printf "%.0f,%.0f\\n", at, at + late
        }' >"$2"
        """);
    assertTrue(tandem.toFile().setExecutable(true));
  }

  private void copy(Path file) throws IOException {
    Path to = folder.resolve(file);
    Files.createDirectories(to.getParent());
    Files.copy(ROOT.resolve(file), to);
    assertTrue(to.toFile().setExecutable(true));
  }

  /** For 0.2 s, in real time; where there is no compiler the script says what to install. */
  private Result compare(int lateNanos, String... options) throws Exception {
    List<String> command = new ArrayList<>(List.of(folder.resolve(SCRIPT).toString()));
    command.addAll(List.of(options));
    command.addAll(List.of("1", "1", "0"));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("LATE_NANOS", Integer.toString(lateNanos));
    Result result = finish(builder.start());
    assumeTrue(
        result.exit() != ExitCode.MISSING.value
            || System.getenv("TANDEM_TESTS_SKIP_NOTHING") != null,
        result.said());
    return result;
  }

  private static Result finish(Process process) throws Exception {
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Result(process.waitFor(), said);
  }

  @Test
  void isContentWithALoopThatIsNoLaterThanTheOneInC() throws Exception {
    Result result = compare(0);
    assertEquals(0, result.exit(), result.said());
    assertTrue(result.said().contains("p99.9 and max: at most 1.2"), result.said());
  }

  @Test
  void failsWithALoopThatIsLater() throws Exception {
    Result result = compare(EVER_SO_LATE_NANOS);
    assertEquals(1, result.exit(), result.said());
    assertTrue(result.said().contains("expected p99.9 and max at most 1.2, found"), result.said());
  }

  @Test
  void isContentWithALaterLoopWhereThatIsAllowed() throws Exception {
    Result result = compare(EVER_SO_LATE_NANOS, "--at-most", "1000000000");
    assertEquals(0, result.exit(), result.said());
  }

  @Test
  void refusesWhatIsNoRatio() throws Exception {
    Result result = compare(0, "--at-most", "twice");
    assertEquals(2, result.exit(), result.said());
  }

  @Test
  void theLoopInCWaitsForItsDeadlinesAndTellsEachWithItsWakeUp() throws Exception {
    compare(0); // says what is missing
    Path program = folder.resolve("loop");
    Path dump = folder.resolve("dump.csv");
    String source = folder.resolve(C_LOOP).toString();
    assertEquals(0, run("gcc", "-O2", "-Wall", "-Werror", "-o", program.toString(), source).exit());
    Result ran = run(program.toString(), "1", "1000", "300", "0", "-1", dump.toString());
    assertEquals(0, ran.exit(), ran.said());
    List<String> lines = Files.readAllLines(dump);
    assertEquals("deadline_ns,wake_up_ns", lines.get(0));
    assertEquals(1001, lines.size());
    long before = 0;
    for (String line : lines.subList(1, lines.size())) {
      long deadline = Long.parseLong(line.substring(0, line.indexOf(',')));
      long wakeUp = Long.parseLong(line.substring(line.indexOf(',') + 1));
      assertEquals(PHASE_NANOS, deadline % PERIOD_NANOS, line);
      assertTrue(deadline > before && wakeUp >= deadline, line);
      before = deadline;
    }
  }

  private static Result run(String... command) throws Exception {
    return finish(new ProcessBuilder(command).redirectErrorStream(true).start());
  }
}
