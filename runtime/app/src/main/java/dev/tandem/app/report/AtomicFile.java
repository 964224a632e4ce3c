package dev.tandem.app.report;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes whole files so that readers see the old content or the new one, never a part. */
public final class AtomicFile {
  private AtomicFile() {}

  public static void write(Path file, String text) {
    write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Replaces {@code file}, or leaves it as it was.
   *
   * @throws WriteException when the folder or the disk does not take it
   */
  public static void write(Path file, byte[] content) {
    Path part = part(file);
    try {
      Files.write(part, content);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      part.toFile().delete();
      throw new WriteException(file, e);
    }
  }

  /**
   * Takes room for a later {@link #write}, so that it succeeds on a disk that is full by then.
   *
   * @throws WriteException when there is no room now
   */
  public static void reserve(Path file, int bytes) {
    Path part = part(file);
    try (FileChannel channel =
        FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      ByteBuffer zeros = ByteBuffer.allocate(bytes);
      while (zeros.hasRemaining()) {
        channel.write(zeros);
      }
      channel.force(true);
    } catch (IOException e) {
      throw new WriteException(file, e);
    }
  }

  private static Path part(Path file) {
    return file.resolveSibling(file.getFileName() + ".part");
  }

  /** Makes a folder and those above it. */
  public static Path folder(Path folder) {
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new WriteException(folder, e);
    }
  }
}
