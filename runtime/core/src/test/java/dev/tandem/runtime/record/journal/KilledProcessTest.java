package dev.tandem.runtime.record.journal;

import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.runtime.learn.Transition;
import dev.tandem.runtime.record.mcap.McapScan;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Kills a recording process without warning, after an acknowledged transition and before the first;
 * {@code -Dtandem.kills=50} kills it more often.
 */
class KilledProcessTest {
  private static final int MAX_ACKNOWLEDGED = 2_000;
  private static final long MAX_STARTING_NANOS = 600_000_000L;

  @TempDir Path directory;

  static LongStream seeds() {
    return LongStream.range(0, Integer.getInteger("tandem.kills", 5));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void losesNoTransitionThatWasAcknowledged(long seed) throws Exception {
    RandomGenerator random = new SplittableRandom(seed);
    Path path = directory.resolve("journal.mcap");

    assertNothingIsLost(path, killAfter(1 + random.nextInt(MAX_ACKNOWLEDGED), path), seed);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void leavesAJournalThatLoadsWhenItIsKilledWhileItStarts(long seed) throws Exception {
    Path path = directory.resolve("journal.mcap");
    Process process = start(path);

    process.waitFor(new SplittableRandom(seed).nextLong(MAX_STARTING_NANOS), NANOSECONDS);

    int acknowledged = kill(process);
    if (acknowledged > 0 || Files.exists(path)) {
      assertNothingIsLost(path, acknowledged, seed);
    }
  }

  @Test
  void leavesAJournalThatLoadsWhenItIsKilledAsSoonAsThereIsOne() throws Exception {
    Path path = directory.resolve("journal.mcap");
    Process process = start(path);

    while (!Files.exists(path) && process.isAlive()) {
      Thread.onSpinWait();
    }

    assertNothingIsLost(path, kill(process), 0);
  }

  private static void assertNothingIsLost(Path path, int acknowledged, long seed) {
    List<Transition> loaded = new ArrayList<>();
    McapScan scan = JournalReader.readTransitions(path, loaded::add);
    assertTrue(
        loaded.size() >= acknowledged,
        () -> acknowledged + " were acknowledged, " + loaded.size() + " loaded, seed " + seed);
    assertFalse(scan.closed());
    assertOnlyTheTailIsBroken(path, scan);
  }

  private static void assertOnlyTheTailIsBroken(Path path, McapScan scan) {
    List<String> problems = JournalInspection.of(path).problems();
    boolean cut = scan.unusableTailBytes() > 0 || scan.usableBytes() == 0;
    assertEquals(cut ? 1 : 0, problems.size(), problems::toString);
    assertTrue(problems.stream().allMatch(problem -> problem.contains("truncated")));
  }

  /**
   * How many transitions the process had told as acknowledged when it was dead. Killed through its
   * handle, because its output is still to be read afterwards.
   */
  private static int killAfter(int transitions, Path path) throws IOException {
    Process process = start(path);
    int told = 0;
    try (BufferedReader out = process.inputReader(StandardCharsets.US_ASCII)) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        told += line.equals(String.valueOf(told)) ? 1 : 0;
        if (told == transitions) {
          process.toHandle().destroyForcibly();
        }
      }
    } finally {
      process.destroyForcibly();
    }
    assertTrue(told >= transitions, "the process ended before it was killed");
    return told;
  }

  /** Kills it now; how many transitions it had told as acknowledged. */
  private static int kill(Process process) throws IOException {
    process.toHandle().destroyForcibly();
    try (BufferedReader out = process.inputReader(StandardCharsets.US_ASCII)) {
      return (int) out.lines().filter(line -> !line.isEmpty()).count();
    }
  }

  private static Process start(Path path) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx128m",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            RecordedLoop.class.getName(),
            path.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }
}
