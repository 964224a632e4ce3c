package dev.tandem.runtime.record.journal;

import dev.tandem.runtime.record.cdr.CdrWriter;
import dev.tandem.runtime.record.mcap.McapChannel;
import dev.tandem.runtime.record.mcap.McapSchema;
import dev.tandem.runtime.record.mcap.McapWriter;
import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The file behind a journal: knows what is safe in it, and after a failed write takes nothing more
 * before that write has succeeded.
 */
final class JournalFile {
  private static final String PROFILE = "ros2";
  private static final String LIBRARY = "tandem";
  private static final String SCHEMA_ENCODING = "ros2msg";
  private static final String MESSAGE_ENCODING = "cdr";

  private final Path path;
  private final WritableByteChannel channel;
  private final McapWriter writer;
  private final Map<Topic, McapChannel> channels = new EnumMap<>(Topic.class);
  private final List<McapChannel> cameras = new ArrayList<>();
  private @Nullable JournalWriteException failure;
  private long safeBytes;
  private long safeTransitions;
  private boolean closed;

  private JournalFile(WritableByteChannel channel, Path path) {
    this.path = path;
    this.channel = channel;
    this.writer = new McapWriter(channel);
  }

  static JournalFile on(WritableByteChannel channel, Path path) {
    return new JournalFile(channel, path);
  }

  /** The file is made by the first {@link #flush}, with all that was written before in it. */
  static JournalFile create(Path path) {
    return on(new NewFile(path), path);
  }

  /**
   * @param cameras by name, in the order of their slots
   */
  void start(boolean joints, boolean wrench, List<String> cameras) {
    writer.start(PROFILE, LIBRARY);
    for (Topic topic : Topic.values()) {
      boolean there =
          switch (topic) {
            case JOINT_STATES -> joints;
            case WRENCH -> wrench;
            case IMAGE -> false;
            default -> true;
          };
      if (there) {
        channels.put(topic, addChannel(topic));
      }
    }
    addCameras(cameras);
  }

  private McapChannel addChannel(Topic topic) {
    return writer.addChannel(addSchema(topic), topic.path(), MESSAGE_ENCODING);
  }

  private void addCameras(List<String> names) {
    if (!names.isEmpty()) {
      McapSchema schema = addSchema(Topic.IMAGE);
      for (String name : names) {
        cameras.add(writer.addChannel(schema, Topic.path(name), MESSAGE_ENCODING));
      }
    }
  }

  private McapSchema addSchema(Topic topic) {
    return writer.addSchema(topic.schema(), SCHEMA_ENCODING, topic.definition());
  }

  void write(Topic topic, long logTimeNanos, CdrWriter message) {
    McapChannel to = channels.get(topic);
    if (to == null) {
      throw new IllegalStateException("journal " + path + " has no channel " + topic.path());
    }
    write(to, logTimeNanos, message);
  }

  void writeImage(int slot, long logTimeNanos, CdrWriter message) {
    write(cameras.get(slot), logTimeNanos, message);
  }

  private void write(McapChannel to, long logTimeNanos, CdrWriter message) {
    throwIfClosed();
    retry();
    writer.message(to, logTimeNanos, message.array(), message.size());
  }

  /**
   * @param transitions how many are safe when this returns
   */
  void flush(long transitions) {
    attempt("a chunk of " + writer.waitingBytes() + " bytes", writer::flush);
    failure = null;
    safeBytes = writer.writtenBytes();
    safeTransitions = transitions;
  }

  /** Writes again what a write that failed did not; throws when that fails, too. */
  private void retry() {
    if (failure != null) {
      attempt("the same " + writer.waitingBytes() + " bytes again", writer::flush);
      failure = null;
    }
  }

  /** True from a failed write to one that succeeds. */
  boolean isFailing() {
    return failure != null;
  }

  int waitingBytes() {
    return writer.waitingBytes();
  }

  void close(long transitions) {
    if (closed) {
      return;
    }
    try (McapWriter open = writer) {
      flush(transitions);
      attempt("the summary", open::finish);
      force();
    } catch (IOException e) {
      throw failed("the end of the file", e);
    } finally {
      closed = true;
    }
  }

  /** Lets go of everything and writes no more. */
  void abandon() {
    closed = true;
    try {
      writer.close();
    } catch (IOException e) {
      throw failed("the end of the file", e);
    }
  }

  private void force() {
    if (channel instanceof NewFile onDisk) {
      attempt("the file to the device", onDisk::force);
    }
  }

  long safeBytes() {
    return safeBytes;
  }

  long safeTransitions() {
    return safeTransitions;
  }

  Path path() {
    return path;
  }

  private void attempt(String what, Writing writing) {
    throwIfClosed();
    try {
      writing.run();
    } catch (IOException e) {
      throw failed(what, e);
    }
  }

  private JournalWriteException failed(String what, IOException cause) {
    failure = new JournalWriteException(path, what, safeBytes, safeTransitions, cause);
    return failure;
  }

  private void throwIfClosed() {
    if (closed) {
      throw new IllegalStateException("journal " + path + " is closed");
    }
  }

  /** Something that the disk may refuse. */
  private interface Writing {
    void run() throws IOException;
  }
}
