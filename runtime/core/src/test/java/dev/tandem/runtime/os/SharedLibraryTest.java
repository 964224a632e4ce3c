package dev.tandem.runtime.os;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SharedLibraryTest {
  /** Comes with glibc, and nobody loads it. */
  private static final String LIBRARY = "libnss_compat.so.2";

  private static final String FUNCTION = "_nss_compat_getpwnam_r";
  private static final MethodHandle FIND =
      Libc.handle("dlsym", FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS));

  /** Whether the process finds the function without being told where. */
  private static boolean isShownToAll() throws Throwable {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment name = arena.allocateFrom(FUNCTION);
      return ((MemorySegment) FIND.invokeExact(MemorySegment.NULL, name)).address() != 0;
    }
  }

  @Test
  void showsToAllOnlyWhatItIsAskedToShow() throws Throwable {
    assertFalse(isShownToAll());
    assertEquals(Optional.empty(), SharedLibrary.openForItself(LIBRARY));
    assertFalse(isShownToAll());
    assertEquals(Optional.empty(), SharedLibrary.openForAll(LIBRARY));
    assertTrue(isShownToAll());
  }

  @Test
  void saysWhyALibraryCannotBeLoaded() {
    String why = SharedLibrary.openForAll("libno.such.so").orElseThrow();
    assertTrue(why.startsWith("libno.such.so: cannot open shared object file"), why);
    String noLibrary = SharedLibrary.openForItself("/etc/passwd").orElseThrow();
    assertTrue(noLibrary.startsWith("/etc/passwd: "), noLibrary);
  }
}
