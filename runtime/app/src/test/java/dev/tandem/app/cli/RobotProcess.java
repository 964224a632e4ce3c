package dev.tandem.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tandem.app.train.RunJournal;
import dev.tandem.runtime.record.TickRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** A process that drives the simulated arm in real time, and what it leaves behind. */
final class RobotProcess implements AutoCloseable {
  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin");

  private final Path folder;
  private final Process process;
  private final BufferedReader said;

  RobotProcess(Path runs) throws IOException {
    folder = runs.resolve("test");
    process =
        new ProcessBuilder(
                JAVA.resolve("java").toString(),
                "--add-modules",
                "jdk.incubator.vector",
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "run",
                "--no-watchdog",
                "--priority",
                "0",
                "--set",
                "task=reach",
                "--set",
                "run.directory=" + runs,
                "--set",
                "run.name=test",
                "--json")
            .redirectErrorStream(true)
            .start();
    said = process.inputReader(StandardCharsets.UTF_8);
  }

  /** The first line that says one of these. */
  String await(String words) throws IOException {
    Pattern pattern = Pattern.compile(words);
    String line;
    do {
      line = Objects.requireNonNull(said.readLine(), () -> "ended before it said " + words);
    } while (!pattern.matcher(line).find());
    return line;
  }

  void signal(String name) throws IOException, InterruptedException {
    call("kill", "-" + name, "" + process.pid());
  }

  /** Asks its virtual machine for something, from another process. */
  void jcmd(String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(JAVA.resolve("jcmd").toString());
    command.add("" + process.pid());
    command.addAll(List.of(words));
    call(command.toArray(String[]::new));
  }

  private static void call(String... command) throws IOException, InterruptedException {
    Process called = new ProcessBuilder(command).redirectErrorStream(true).start();
    String answer = new String(called.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, called.waitFor(), answer);
  }

  /** Until it ends with nobody there any more; its exit code. */
  int end() throws IOException, InterruptedException {
    process.outputWriter(StandardCharsets.UTF_8).close();
    said.lines().forEach(line -> {});
    return process.waitFor();
  }

  Path journal() {
    return folder.resolve("journal.mcap");
  }

  String report() throws IOException {
    return Files.readString(folder.resolve("report.json"));
  }

  /** All that are in its journal, which must be whole. */
  List<TickRecord> ticks() {
    return RunJournal.of(journal()).ticks();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
