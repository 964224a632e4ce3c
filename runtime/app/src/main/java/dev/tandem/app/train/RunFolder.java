package dev.tandem.app.train;

import dev.tandem.app.assembly.Bodies;
import dev.tandem.app.assembly.JournalPlan;
import dev.tandem.app.config.Configuration;
import dev.tandem.app.config.ConfigurationException;
import dev.tandem.app.settings.RunSettings;
import dev.tandem.runtime.record.journal.JournalSettings;
import dev.tandem.runtime.time.Clock;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The folder of one run and the names in it. A run never writes into another's folder. */
public record RunFolder(Path path) {
  /** What a run calls its copy of the robot's file. */
  public static final String ROBOT = "robot.yaml";

  /** What a run calls its copy of the encoder that it sees with. */
  public static final String ENCODER = "encoder.tandem";

  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

  /** Makes {@code runs/NAME}; throws when it is there already. */
  public static RunFolder create(RunSettings settings) {
    return create(settings, Optional.empty());
  }

  /**
   * The same for a run that may go on from an earlier one, whose name it then gets with the time.
   */
  public static RunFolder create(RunSettings settings, Optional<RunFolder> earlier) {
    String name = settings.run().name();
    Path directory = directory(settings.run().directory());
    try {
      if (name.isEmpty()) {
        return create(directory, settings.task() + "-seed" + settings.seed() + "-");
      }
      return earlier.isPresent() && Files.exists(directory.resolve(name))
          ? create(directory, name + "-")
          : new RunFolder(Files.createDirectory(directory.resolve(name)));
    } catch (FileAlreadyExistsException e) {
      throw new ConfigurationException(
          "run.name",
          directory.resolve(name) + " is there already and kept; choose another or leave it empty");
    } catch (IOException e) {
      throw WritableFolder.refusal("run.directory", directory, e);
    }
  }

  private static Path directory(String name) {
    Path directory = Path.of(name);
    try {
      return Files.createDirectories(directory);
    } catch (IOException e) {
      throw WritableFolder.refusal("run.directory", directory, e);
    }
  }

  private static RunFolder create(Path directory, String prefix) throws IOException {
    String name = prefix + LocalDateTime.now(ZoneId.systemDefault()).format(STAMP);
    Path path = directory.resolve(name);
    for (int i = 2; Files.exists(path); i++) {
      path = directory.resolve(name + "-" + i);
    }
    return new RunFolder(Files.createDirectory(path));
  }

  /** The resolved settings. */
  public Path settings() {
    return path.resolve("config.yaml");
  }

  /** What it was told to do. */
  RunSettings readSettings() {
    return Configuration.load(RunSettings.defaults(), Optional.of(settings()), List.of());
  }

  /** The limits of the robot that it drove, as their file was. */
  public Path robot() {
    return path.resolve(ROBOT);
  }

  /** The encoder that it sees with, if it has one, as its file was. */
  public Path encoder() {
    return path.resolve(ENCODER);
  }

  /** The model of the body that it moves, if it has one, with the files that it takes in beside. */
  public Path body() {
    return path.resolve("body").resolve(Bodies.KEPT);
  }

  /**
   * What a run goes on with, whatever became of the files that its settings name: by their keys.
   */
  public Map<String, Path> keptFiles() {
    Map<String, Path> kept =
        new TreeMap<>(
            Map.of("robot.file", robot(), "encoder.file", encoder(), "locomotion.model", body()));
    kept.values().removeIf(Files::notExists);
    return kept;
  }

  public Path journal() {
    return path.resolve("journal.mcap");
  }

  /**
   * The journal of a run with these settings, its records stamped with the time of day.
   *
   * @param clock the loop's, as it stands now
   */
  public JournalPlan journalPlan(RunSettings settings, Clock clock) {
    Instant now = Instant.now();
    long todayNanos = TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
    return new JournalPlan(
        journal(),
        String.valueOf(path.getFileName()),
        settings.seed(),
        Configuration.write(settings),
        new JournalSettings(todayNanos - clock.nanoTime(), settings.journal().everyTicks())
            .withEveryFrames(settings.journal().everyFrames()));
  }

  public Path report() {
    return path.resolve("report.json");
  }

  public Path checkpoint() {
    return path.resolve("checkpoints").resolve("latest.ckpt");
  }

  public Path clonedCheckpoint() {
    return path.resolve("checkpoints").resolve("cloned.ckpt");
  }

  private boolean isResumable() {
    return Files.exists(settings()) && Files.exists(journal());
  }

  @Override
  public String toString() {
    return path.toString();
  }

  /** What lies in it that is of use, and how; nothing when there is none. */
  public Optional<String> kept() {
    return kept("goes on");
  }

  /** The same with what resuming it does, and under which condition. */
  public Optional<String> kept(String resuming) {
    List<String> files =
        Stream.of(journal(), checkpoint(), path.resolve("metrics.csv"), path.resolve("curve.png"))
            .filter(Files::exists)
            .map(file -> path.relativize(file).toString())
            .toList();
    String use =
        (Files.exists(checkpoint()) ? "; ./tandem eval " + path + " measures the checkpoint" : "")
            + (isResumable() ? "; ./tandem train --resume " + path + " " + resuming : "");
    return files.isEmpty()
        ? Optional.empty()
        : Optional.of("kept in " + path + ": " + String.join(", ", files) + use);
  }
}
