package dev.tandem.app.train;

import dev.tandem.app.config.Configuration;
import dev.tandem.app.config.Setting;
import dev.tandem.app.report.AtomicFile;
import dev.tandem.app.settings.RunSettings;
import dev.tandem.runtime.time.SimulatedClock;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Runs of a few steps, all in one directory, with settings in common. */
final class SmallRuns {
  private final Path directory;
  private final List<String> common;

  SmallRuns(Path directory, String... common) {
    this.directory = directory;
    this.common = List.of(common);
  }

  /** What all have in common and {@code more}, which wins. */
  RunSettings settings(String... more) {
    Stream<String> all =
        Stream.of(
                Stream.of("run.directory=" + directory, "run.name=first"),
                Stream.of("deterministic=true", "journal.every_ticks=50"),
                common.stream(),
                Stream.of(more))
            .flatMap(each -> each);
    List<Setting> settings = all.map(Setting::parse).toList();
    return Configuration.load(RunSettings.defaults(), Optional.empty(), settings);
  }

  /** One that begins from nothing. */
  RunReport run(String... more) throws Exception {
    return run(settings(more), EarlierRun.NONE);
  }

  RunReport resume(RunFolder folder, String... more) throws Exception {
    RunSettings settings = settings(more);
    return run(settings, EarlierRun.in(folder, settings));
  }

  RunReport run(RunSettings settings, EarlierRun earlier) throws Exception {
    RunFolder folder = RunFolder.create(settings, earlier.folder());
    AtomicFile.write(folder.settings(), Configuration.write(settings));
    RunListener nobody = new RunListener() {};
    return new TrainingJob(settings, folder, nobody, new SimulatedClock(), () -> false, earlier)
        .run();
  }

  static RunFolder folder(RunReport report) {
    return new RunFolder(Path.of(report.run()));
  }
}
