package dev.tandem.safety.watchdog;

import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/** An open file of a {@link SharedPage}, and which one it was that its name led to. */
final class PageFile implements AutoCloseable {
  private final Path path;
  private final FileChannel channel;
  private final Optional<Object> key;

  private PageFile(Path path, FileChannel channel, Optional<Object> key) {
    this.path = path;
    this.channel = channel;
    this.key = key;
  }

  static PageFile open(Path path) throws IOException {
    Optional<Object> key = key(path);
    return new PageFile(path, FileChannel.open(path, READ, WRITE), key);
  }

  /** Device and inode; empty where a file system has none. */
  private static Optional<Object> key(Path path) throws IOException {
    return Optional.ofNullable(Files.readAttributes(path, BasicFileAttributes.class).fileKey());
  }

  MemorySegment map(int bytes, Arena arena) throws IOException {
    return channel.map(FileChannel.MapMode.READ_WRITE, 0, bytes, arena);
  }

  /** Takes a lock on one byte, unless somebody else has it. */
  boolean lock(long at) throws IOException {
    try {
      return channel.tryLock(at, 1, false) != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  /** Asks the file system, and touches no memory that may be gone. */
  PageState state() {
    try {
      if (channel.size() < SharedPage.BYTES) {
        return PageState.CUT_OFF;
      }
      return key.equals(key(path)) ? PageState.THERE : PageState.REPLACED;
    } catch (IOException e) {
      return PageState.GONE;
    }
  }

  Path path() {
    return path;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
