package dev.tandem.app.train;

import dev.tandem.app.config.ConfigurationException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder that results go to, tried before work begins whose results would be lost without. */
public final class WritableFolder {
  private WritableFolder() {}

  /**
   * Makes it with those above it and writes into it; leaves nothing in it.
   *
   * @param key setting or option that names it, for the error message
   */
  public static Path make(String key, Path folder) {
    try {
      Files.createDirectories(folder);
      Files.delete(Files.createTempFile(folder, ".writable", ""));
      return folder;
    } catch (IOException e) {
      throw refusal(key, folder, e);
    }
  }

  static ConfigurationException refusal(String key, Path folder, IOException e) {
    return new ConfigurationException(
        key, "expected a folder that can be written to, found " + obstacle(folder, e));
  }

  /** What stands in the way, in plain words. */
  private static String obstacle(Path folder, IOException e) {
    for (Path path = folder; path != null; path = path.getParent()) {
      if (Files.exists(path) && !Files.isDirectory(path)) {
        return "the file " + path;
      }
      if (Files.isDirectory(path) && !Files.isWritable(path)) {
        return path + " without permission to write";
      }
    }
    return e instanceof FileSystemException system && system.getReason() != null
        ? folder + ": " + system.getReason()
        : folder + ", which cannot be written to";
  }
}
