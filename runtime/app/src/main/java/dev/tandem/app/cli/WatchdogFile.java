package dev.tandem.app.cli;

import dev.tandem.app.config.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a watchdog is to keep its file.
 *
 * @param file which need not be there yet; its folder must
 */
record WatchdogFile(Path file) {
  private static final String USUAL = "; --file /dev/shm/tandem.watchdog is the usual one";

  /**
   * Refuses a place where it cannot be made.
   *
   * @param anyDisk whether to take a folder that a disk can hold up
   */
  void check(boolean anyDisk) {
    Path folder = file.toAbsolutePath().normalize().getParent();
    if (folder == null || Files.isDirectory(file)) {
      throw refused("the name of a file", file + ", a folder; name a file in it");
    }
    if (!Files.isDirectory(folder)) {
      String found = Files.exists(folder) ? "a file in its place" : "none";
      throw refused("a folder " + folder, found + "; make it: mkdir -p " + folder);
    }
    Path written = Files.exists(file) ? file : folder;
    if (!Files.isWritable(folder) || !Files.isReadable(written) || !Files.isWritable(written)) {
      String user = System.getProperty("user.name");
      throw refused(
          "a file and a folder that " + user + " may read and write",
          "no permission; see ls -ld " + folder + " " + file);
    }
    if (!anyDisk) {
      requireMemory(folder);
    }
  }

  private void requireMemory(Path folder) {
    String type = type(folder);
    if (!type.equals("tmpfs")) {
      throw new ConfigurationException(
          "--file " + file,
          "expected a folder on a tmpfs such as /dev/shm, found "
              + type
              + "; --any-disk takes it all the same");
    }
  }

  private String type(Path folder) {
    try {
      return Files.getFileStore(folder).type();
    } catch (IOException e) {
      throw refused("a folder whose file system can be told", e.toString());
    }
  }

  private ConfigurationException refused(String expected, String found) {
    return new ConfigurationException(
        "--file " + file, "expected " + expected + ", found " + found + USUAL);
  }
}
