package dev.tandem.runtime.record.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/**
 * Which file it was, by device and inode, that a path led to when it was opened: a file that is
 * deleted, moved or replaced takes every further byte and tells nobody.
 */
final class FileIdentity {
  private final Path path;
  private final Object key;

  private FileIdentity(Path path, Object key) {
    this.path = path;
    this.key = key;
  }

  /** Of the file that is there now; empty where there is none, or none that can be told apart. */
  static Optional<FileIdentity> of(Path path) {
    try {
      return Optional.ofNullable(key(path)).map(key -> new FileIdentity(path, key));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Object key(Path path) throws IOException {
    return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
  }

  /** What has become of the file, in words; empty while its path leads to it. */
  Optional<String> loss() {
    try {
      return key.equals(key(path))
          ? Optional.empty()
          : Optional.of("is another file now; what is recorded goes to the one that was there");
    } catch (NoSuchFileException e) {
      return Optional.of("is gone: deleted or moved while it was being written");
    } catch (IOException e) {
      return Optional.of("cannot be found any more: " + e);
    }
  }
}
