package dev.tandem.app.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.app.config.Configuration;
import dev.tandem.app.config.Setting;
import dev.tandem.app.report.RunFiles;
import dev.tandem.app.settings.RunSettings;
import dev.tandem.app.train.EarlierRun;
import dev.tandem.app.train.RunFolder;
import dev.tandem.app.train.TrainingJob;
import dev.tandem.runtime.record.journal.JournalInspection;
import dev.tandem.runtime.time.Clock;
import dev.tandem.runtime.time.SystemClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The time of day is set while a run goes on. Only what people read knows it. */
final class ClockCases {
  private static final int STEADY_READINGS = 5;
  private static final long EARLY_HOURS = 200_000;
  private static final long LATE_HOURS = 400_000;

  private ClockCases() {}

  /** Runs the same short training twice, once with a time of day that begins to jump. */
  static long jumpingTimeOfDay(Course course) {
    int[] asked = {0};
    int steadyReadings = course.random.nextInt(STEADY_READINGS);
    InstantSource jumping =
        () -> {
          boolean jumps = asked[0]++ >= steadyReadings;
          long hours = jumps ? course.random.nextLong(EARLY_HOURS, LATE_HOURS) : EARLY_HOURS;
          return Instant.EPOCH.plus(Duration.ofHours(hours));
        };
    try {
      Path runs = Files.createTempDirectory("tandem-clock");
      assertEquals(
          hash(runs, "steady", () -> Instant.EPOCH),
          hash(runs, "jumping", jumping),
          "what was done and learnt");
      delete(runs);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    assertTrue(asked[0] > steadyReadings + 1, "asked for the time of day " + asked[0] + " times");
    return 0;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private static RunSettings settings(Path runs, String name) {
    List<Setting> all =
        Stream.of(
                "task=reach",
                "run.directory=" + runs,
                "run.name=" + name,
                "deterministic=true",
                "steps=40",
                "demos.episodes=1",
                "learner.hidden=[8]",
                "learner.batch_size=16",
                "learner.updates_per_step=1",
                "evaluation.episodes=1",
                "journal.every_ticks=50")
            .map(Setting::parse)
            .toList();
    return Configuration.load(RunSettings.defaults(), Optional.empty(), all);
  }

  private static String hash(Path runs, String name, InstantSource timeOfDay) throws IOException {
    RunSettings settings = settings(runs, name);
    RunFolder folder = RunFolder.create(settings);
    Clock clock = new SystemClock();
    try (RunFiles files = new RunFiles(folder.path(), settings, clock, timeOfDay)) {
      TrainingJob job =
          new TrainingJob(settings, folder, files, clock, () -> false, EarlierRun.NONE);
      String hash = job.run().checkpointHash();
      assertEquals(0, JournalInspection.of(folder.journal()).contents().gaps());
      return hash;
    }
  }
}
