package dev.tandem.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.app.robot.Robot;
import dev.tandem.runtime.guard.Fault;
import dev.tandem.runtime.guard.Mode;
import dev.tandem.runtime.record.TickRecord;
import dev.tandem.runtime.record.journal.JournalInspection;
import dev.tandem.runtime.record.journal.JournalReader;
import dev.tandem.runtime.record.journal.JournalVisitor;
import dev.tandem.runtime.record.journal.RunDescription;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * A whole process that drives a robot is held up by SIGSTOP, as by a debugger or a full machine.
 */
@Timeout(300)
@EnabledIfSystemProperty(
    named = "tandem.slow",
    matches = "true",
    disabledReason = "takes up to a minute: -Dtandem.slow=true")
final class HeldUpRunTest {
  private static final long HELD_UP_MILLIS = 200;

  /** Of the ticks of the time that the process stood still; when it began no tick knows. */
  private static final long LEAST_SKIPPED = HELD_UP_MILLIS * 3 / 4;

  @TempDir private Path folder = Path.of("");

  @Test
  void countsWhatItMissedTakesThePowerLeavesTheArmAtRestAndAWholeJournal()
      throws IOException, InterruptedException {
    Process run = start();
    try (BufferedReader said = run.inputReader(StandardCharsets.UTF_8)) {
      boolean drives = await(said, "mode RUN_POLICY|mode STOP").contains("RUN_POLICY");
      signal(run, "STOP");
      Thread.sleep(HELD_UP_MILLIS);
      signal(run, "CONT");
      if (drives) {
        await(said, "mode STOP");
      }
      run.outputWriter(StandardCharsets.UTF_8).close();
      said.lines().forEach(line -> {});
      run.waitFor();
    } finally {
      run.destroyForcibly();
    }
    assertEquals(1, run.exitValue(), "nobody is there to recover it");

    Path journal = folder.resolve("test").resolve("journal.mcap");
    JournalInspection inspection = JournalInspection.of(journal);
    assertTrue(inspection.complete(), inspection.problems()::toString);
    List<TickRecord> ticks = ticks(journal);
    int first = firstAfterStandingStill(ticks);
    TickRecord late = ticks.get(first);
    assertNotEquals(0, late.faults & Fault.LATE_WAKE_UP.bit(), "told as what it was");
    assertTrue(
        late.mode == Mode.STOP1 || late.mode == Mode.STOP0, "category 1, found " + late.mode);
    assertEquals(Mode.STOP0, ticks.get(ticks.size() - 1).mode, "and then without power");
    assertAtRest(journal, ticks.get(ticks.size() - 1));
    String report = Files.readString(folder.resolve("test").resolve("report.json"));
    String overruns = report.replaceFirst("(?s).*\"overruns\":([0-9]+).*", "$1");
    assertTrue(Long.parseLong(overruns) >= LEAST_SKIPPED, report);
  }

  private Process start() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--add-modules",
            "jdk.incubator.vector",
            "--enable-native-access=ALL-UNNAMED",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "run",
            "--priority",
            "0",
            "--set",
            "task=reach",
            "--set",
            "run.directory=" + folder,
            "--set",
            "run.name=test",
            "--json")
        .redirectErrorStream(true)
        .start();
  }

  private static String await(BufferedReader said, String words) throws IOException {
    Pattern pattern = Pattern.compile(words);
    String line;
    do {
      line = Objects.requireNonNull(said.readLine(), () -> "ended before it said " + words);
    } while (!pattern.matcher(line).find());
    return line;
  }

  private static void signal(Process to, String name) throws IOException, InterruptedException {
    Process kill = new ProcessBuilder("kill", "-" + name, "" + to.pid()).start();
    assertEquals(0, kill.waitFor());
  }

  private static List<TickRecord> ticks(Path journal) {
    List<TickRecord> ticks = new ArrayList<>();
    JournalReader.read(
        journal,
        new JournalVisitor() {
          @Override
          public void onTick(TickRecord record) {
            ticks.add(record);
          }

          @Override
          public void onProblem(String problem) {
            throw new AssertionError(problem);
          }

          @Override
          public void onCut(String description) {
            throw new AssertionError(description);
          }
        });
    return ticks;
  }

  private static int firstAfterStandingStill(List<TickRecord> ticks) {
    return IntStream.range(0, ticks.size())
        .filter(i -> ticks.get(i).skippedTicks >= LEAST_SKIPPED)
        .findFirst()
        .orElseThrow(
            () -> new AssertionError("no tick says that " + LEAST_SKIPPED + " were missed"));
  }

  private static void assertAtRest(Path journal, TickRecord tick) {
    RunDescription run = JournalInspection.of(journal).contents().run().orElseThrow();
    int speeds = run.signals().observation().indexOf("qd.0");
    double most = Robot.shipped().authority().restRadPerS();
    for (int joint = 0; joint < 7; joint++) {
      assertEquals(0, tick.observation[speeds + joint], most, "joint " + joint);
    }
  }
}
