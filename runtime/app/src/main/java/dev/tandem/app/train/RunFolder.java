package dev.tandem.app.train;

import dev.tandem.app.config.ConfigurationException;
import dev.tandem.app.settings.RunSettings;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** The folder of one run and the names in it. A run never writes into another's folder. */
public record RunFolder(Path path) {
  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

  /** Makes {@code runs/NAME}; throws when it is there already. */
  public static RunFolder create(RunSettings settings) {
    Path directory = Path.of(settings.run().directory());
    String name = settings.run().name();
    try {
      Files.createDirectories(directory);
      if (!name.isEmpty()) {
        return new RunFolder(Files.createDirectory(directory.resolve(name)));
      }
      return create(directory, settings.task() + "-seed" + settings.seed() + "-");
    } catch (FileAlreadyExistsException e) {
      throw new ConfigurationException(
          "run.name",
          e.getMessage() + " is there already and kept; choose another or leave it empty");
    } catch (IOException e) {
      throw new ConfigurationException(
          "run.directory", "expected a folder that can be written to, found " + e);
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

  public Path journal() {
    return path.resolve("journal.mcap");
  }

  public Path checkpoint() {
    return path.resolve("checkpoints").resolve("latest.ckpt");
  }

  public Path clonedCheckpoint() {
    return path.resolve("checkpoints").resolve("cloned.ckpt");
  }
}
