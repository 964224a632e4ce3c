package dev.tandem.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.runtime.record.journal.JournalInspection;
import dev.tandem.runtime.record.journal.Topic;
import dev.tandem.safety.watchdog.TripCause;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
final class RunCommandTest {
  @TempDir private Path folder = Path.of("");

  private CommandLineRun run(String... arguments) {
    List<String> all =
        new ArrayList<>(
            List.of("run", "--set", "run.directory=" + folder, "--set", "run.name=test"));
    all.addAll(List.of(arguments));
    return CommandLineRun.of(all.toArray(String[]::new));
  }

  private static String value(String json, String key) {
    return json.replaceFirst(".*\"" + key + "\":\"?([^,\"]*)[,\"].*", "$1");
  }

  /**
   * In real time, on whatever machine builds: one that holds the loop up stops it, as it must, and
   * with nobody at standard input that ends the run with exit code 1.
   */
  @Test
  void drivesInRealTimeEndsInOrderAndLeavesJournalAndReport() throws IOException {
    CommandLineRun run = runWatched();
    String json = run.lastLine();
    boolean stopped = value(json, "stops").equals("1");
    assertEquals(stopped ? 1 : 0, run.exit(), run.err());
    assertEquals(stopped ? "stop" : "time", value(json, "ended_by"), json);
    assertTrue(json.contains("\"driver\":\"the scripted expert\""), json);
    assertTrue(stopped || run.err().contains("mode RUN_POLICY"), run.err());

    Path runFolder = folder.resolve("test");
    String report = Files.readString(runFolder.resolve("report.json"));
    assertTrue(report.contains("\"wake_up_histogram\":\"HISTFAAA"), report);
    assertTrue(report.contains("\"exec_histogram\":\"HISTFAAA"), report);
    assertTrue(Files.readString(runFolder.resolve("config.yaml")).contains("task: reach"));
    JournalInspection journal = JournalInspection.of(runFolder.resolve("journal.mcap"));
    assertTrue(journal.complete(), journal.problems()::toString);
    assertEquals(value(json, "ticks"), "" + journal.contents().records(Topic.TICK));
    assertEquals("0", value(json, "lost_records"));
    assertWatchdogIsInTheJournal(runFolder);
  }

  /** For two seconds, beside a watchdog, of which it takes its leave. */
  private CommandLineRun runWatched() {
    Path page = folder.resolve("page");
    try (PatientWatchdog watchdog = new PatientWatchdog(page)) {
      CommandLineRun run =
          run(
              "--watchdog",
              page.toString(),
              "--go-when-rearmed",
              "--seconds",
              "2",
              "--priority",
              "0",
              "--set",
              "task=reach",
              "--json");
      assertEquals(TripCause.RUNTIME_LEFT, watchdog.cause(), run.err());
      String told = "\"watchdog\":\"watchdog " + page + ": kept watch until the run took its leave";
      assertTrue(run.lastLine().contains(told), run.lastLine());
      return run;
    }
  }

  private static void assertWatchdogIsInTheJournal(Path runFolder) {
    String events = CommandLineRun.of("data", "show", runFolder.toString(), "--events").out();
    List<String> told =
        events
            .lines()
            .filter(line -> line.contains("watchdog: "))
            .filter(line -> !line.contains("a request to arm was refused: ")) // it asks until armed
            .map(String::strip)
            .toList();
    assertEquals(3, told.size(), events);
    assertTrue(told.get(0).endsWith("nobody has armed it since it was started"), told::toString);
    assertTrue(told.get(1).endsWith("armed, the drives may run: a test"), told::toString);
    assertTrue(told.get(2).endsWith("the runtime took its leave"), told::toString);
  }

  @Test
  void saysWhatToStartWhenTheWatchdogThatWasAskedForIsNotThere() {
    CommandLineRun run = run("--watchdog", folder.resolve("none").toString());
    assertEquals(1, run.exit());
    assertTrue(run.err().contains("start ./tandem watchdog --file"), run.err());
    assertFalse(Files.exists(folder.resolve("test")), "nothing is left behind");
  }

  @Test
  void refusesWhatItCannotRun() {
    assertEquals(2, run("--sim", "marbles").exit());
    assertEquals(2, run("--seconds", "-1").exit());
    assertEquals(2, run("--priority", "100").exit());
    CommandLineRun both = run("--no-watchdog", "--watchdog", "page");
    assertEquals(2, both.exit());
    assertTrue(both.err().contains("--no-watchdog: expected this or --watchdog"), both.err());
    CommandLineRun noSuchCore = run("--cpu", "1000");
    assertEquals(2, noSuchCore.exit());
    assertTrue(noSuchCore.err().contains("--cpu: expected -1 or one of "), noSuchCore.err());
    CommandLineRun unrecorded = run("--set", "journal.enabled=false");
    assertEquals(2, unrecorded.exit());
    assertTrue(unrecorded.err().contains("a robot is not run without a record"));
    assertEquals(1, run(folder.resolve("no-run").toString()).exit());
    assertFalse(Files.exists(folder.resolve("test")));
  }
}
