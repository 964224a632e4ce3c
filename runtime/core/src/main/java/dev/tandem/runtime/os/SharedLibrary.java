package dev.tandem.runtime.os;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/**
 * Loads shared libraries in ways that Java's own loading does not know; dlopen(3). What is loaded
 * stays so for the whole process.
 */
public final class SharedLibrary {
  private static final int RTLD_NOW = 0x2;
  private static final int RTLD_DEEPBIND = 0x8;
  private static final int RTLD_GLOBAL = 0x100;
  private static final long MOST_BYTES_OF_WORDS = 4096;

  private static final MethodHandle OPEN =
      Libc.handle("dlopen", FunctionDescriptor.of(ADDRESS, ADDRESS, JAVA_INT));
  private static final MethodHandle ERROR = Libc.handle("dlerror", FunctionDescriptor.of(ADDRESS));

  private SharedLibrary() {}

  /**
   * Shows its functions to all that is loaded later, and to whoever asks the process for one.
   *
   * @param library a file, or a name that the loader looks for
   * @return why it cannot be loaded; empty when it is
   */
  public static Optional<String> openForAll(String library) {
    return open(library, RTLD_NOW | RTLD_GLOBAL);
  }

  /**
   * Has it call its own functions before any of the same name that the process shows already.
   *
   * @param library a file, or a name that the loader looks for
   * @return why it cannot be loaded; empty when it is
   */
  public static Optional<String> openForItself(String library) {
    return open(library, RTLD_NOW | RTLD_DEEPBIND);
  }

  private static Optional<String> open(String library, int flags) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment found = (MemorySegment) OPEN.invokeExact(arena.allocateFrom(library), flags);
      return found.address() == 0 ? Optional.of(error()) : Optional.empty();
    } catch (Throwable e) {
      throw new AssertionError("dlopen", e);
    }
  }

  /** Of the calling thread's last call. */
  @SuppressWarnings("restricted") // the C library's own words, which end with a zero
  private static String error() throws Throwable {
    MemorySegment words = (MemorySegment) ERROR.invokeExact();
    return words.address() == 0
        ? "the loader does not say why"
        : words.reinterpret(MOST_BYTES_OF_WORDS).getString(0);
  }
}
