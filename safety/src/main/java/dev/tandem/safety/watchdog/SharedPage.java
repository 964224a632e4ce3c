package dev.tandem.safety.watchdog;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.tandem.runtime.time.HotPath;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;

/**
 * The memory that runtime, watchdog, drives and whoever arms share: one page of a file, mapped by
 * all; docs/watchdog.md has its bytes. Words are read and written whole, with acquire and release
 * order, by loads and stores alone; each has one writer. The file belongs on a tmpfs, where no disk
 * can hold up a store.
 */
public final class SharedPage implements AutoCloseable {
  static final int BYTES = 4096;

  private static final VarHandle WORDS =
      ValueLayout.JAVA_LONG.withOrder(ByteOrder.LITTLE_ENDIAN).varHandle();

  /**
   * Whose file it is; one process at a time for each but readers, by a lock on one byte. A process
   * opens the file once: closing it again anywhere gives all its locks back.
   */
  enum Side {
    WATCHDOG(0, "end that one first, or name another file by --file"),
    RUNTIME(1, "end that run first, or start a watchdog with another --file for this one"),
    PERSON(2, "ask again when that one has its answer"),
    READER(-1, "");

    private final long lockedByte;
    private final String wayOut;

    Side(long lockedByte, String wayOut) {
      this.lockedByte = lockedByte;
      this.wayOut = wayOut;
    }
  }

  private final PageFile file;
  private final Arena arena = Arena.ofShared();
  private final MemorySegment memory;

  private SharedPage(PageFile file) throws IOException {
    this.file = file;
    this.memory = file.map(BYTES, arena);
  }

  /** The watchdog's way: makes the file when there is none, and writes its limits into it. */
  static SharedPage create(Path file, WatchdogLimits limits) {
    byte[] header = PageHeader.of(limits, Boot.id());
    try {
      if (!Files.exists(file)) {
        make(file, header);
      }
    } catch (IOException e) {
      throw new PageException(file, e);
    }
    SharedPage page = open(file, Side.WATCHDOG);
    if (!page.isOfThisBoot()) {
      page.bytes(PageHeader.BYTES, BYTES - PageHeader.BYTES).fill((byte) 0);
    }
    MemorySegment.copy(MemorySegment.ofArray(header), 0, page.memory, 0, header.length);
    return page;
  }

  private static void make(Path file, byte[] header) throws IOException {
    Path made = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(made);
    try (FileChannel out = FileChannel.open(made, CREATE_NEW, WRITE)) {
      out.write(ByteBuffer.wrap(header), 0);
      out.write(ByteBuffer.allocate(BYTES - header.length), header.length);
    }
    Files.move(made, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /** For a drive, or whoever wants to look. */
  public static SharedPage open(Path file) {
    return open(file, Side.READER);
  }

  /** Opens a file that a watchdog has made. */
  static SharedPage open(Path file, Side side) {
    if (!Files.isRegularFile(file)) {
      throw new PageException(file, "expected a watchdog's file, found " + instead(file));
    }
    try {
      long bytes = Files.size(file);
      if (bytes != BYTES) {
        throw broken(file, BYTES + " bytes", Long.toString(bytes));
      }
      return new SharedPage(PageFile.open(file)).claimed(side).checked(side);
    } catch (IOException e) {
      throw new PageException(file, e);
    }
  }

  private static String instead(Path file) {
    return Files.isDirectory(file)
        ? "a folder; name a file in it"
        : "none; start ./tandem watchdog --file " + file;
  }

  private SharedPage claimed(Side side) throws IOException {
    if (side.lockedByte >= 0 && !file.lock(side.lockedByte)) {
      close();
      String who = side.name().toLowerCase(Locale.ROOT);
      throw new PageException(
          file(),
          "expected no other %s, found one that has it open; %s".formatted(who, side.wayOut));
    }
    return this;
  }

  private SharedPage checked(Side side) {
    String found =
        PageHeader.problem(memory.asSlice(0, PageHeader.BYTES).toArray(ValueLayout.JAVA_BYTE));
    if (!found.isEmpty()) {
      close();
      throw broken(file(), "a watchdog's file of version " + PageHeader.VERSION, found);
    }
    if (side != Side.WATCHDOG && !isOfThisBoot()) {
      close();
      throw new PageException(
          file(),
          "expected a watchdog's file of this start of the machine, found one of an earlier start;"
              + " start ./tandem watchdog --file "
              + file());
    }
    return this;
  }

  /** Else its stamps are of a clock that is no more. */
  private boolean isOfThisBoot() {
    return get(Word.BOOT) == Boot.id();
  }

  private static PageException broken(Path file, String expected, String found) {
    return new PageException(
        file,
        "expected %s, found %s; end what uses it, delete it and start ./tandem watchdog again"
            .formatted(expected, found));
  }

  WatchdogLimits limits() {
    return new WatchdogLimits(
        get(Word.RUNTIME_SILENT_NANOS),
        get(Word.WATCHDOG_SILENT_NANOS),
        get(Word.LOOK_NANOS),
        get(Word.PERMIT_NANOS));
  }

  @HotPath
  long get(long offset) {
    return (long) WORDS.getAcquire(memory, offset);
  }

  @HotPath
  void set(long offset, long value) {
    WORDS.setRelease(memory, offset, value);
  }

  MemorySegment bytes(long offset, long length) {
    return memory.asSlice(offset, length);
  }

  Path file() {
    return file.path();
  }

  /** What has become of its file since it was opened; a system call. Any thread. */
  PageState state() {
    return file.state();
  }

  @Override
  public void close() {
    try {
      arena.close();
      file.close();
    } catch (IOException e) {
      throw new PageException(file(), e);
    }
  }
}
