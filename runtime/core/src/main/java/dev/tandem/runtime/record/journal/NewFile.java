package dev.tandem.runtime.record.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * A file that is there from its first bytes on: made by the first write, where nothing may be yet,
 * so that a process that is killed leaves hardly ever an empty one.
 */
final class NewFile implements WritableByteChannel {
  private final Path path;
  private @Nullable FileChannel file;
  private boolean open = true;

  NewFile(Path path) {
    this.path = path;
  }

  @Override
  public int write(ByteBuffer source) throws IOException {
    FileChannel target = file == null ? create() : file;
    file = target;
    return target.write(source);
  }

  private FileChannel create() {
    try {
      return FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    } catch (FileAlreadyExistsException e) {
      throw new JournalException(
          path, "exists already and is never overwritten; choose another run name", e);
    } catch (IOException e) {
      throw new JournalException(path, "cannot be created: " + e, e);
    }
  }

  void force() throws IOException {
    if (file != null) {
      file.force(true);
    }
  }

  @Override
  public boolean isOpen() {
    return open;
  }

  @Override
  public void close() throws IOException {
    open = false;
    if (file != null) {
      file.close();
    }
  }
}
