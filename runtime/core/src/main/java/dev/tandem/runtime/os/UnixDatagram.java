package dev.tandem.runtime.os;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;

/** Sends datagrams to an AF_UNIX socket, which java.nio cannot; never waits. unix(7). */
final class UnixDatagram implements AutoCloseable {
  private static final int AF_UNIX = 1;
  private static final int SOCK_DGRAM_CLOEXEC = 2 | 0x80000;
  private static final int MSG_DONTWAIT_NOSIGNAL = 0x40 | 0x4000;
  private static final int MAX_PATH_BYTES = 108;

  private static final MethodHandle SOCKET =
      Libc.handle("socket", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT));
  private static final MethodHandle SEND_TO =
      Libc.handle(
          "sendto",
          FunctionDescriptor.of(
              JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT, ADDRESS, JAVA_INT));
  private static final MethodHandle CLOSE =
      Libc.handle("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));

  private final Arena arena = Arena.ofShared();
  private final MemorySegment address;
  private final int socket;

  /**
   * @param path of the socket; {@code @} instead of the first byte for the abstract name space
   */
  UnixDatagram(String path) {
    byte[] name = path.getBytes(StandardCharsets.UTF_8);
    boolean named = name[0] != '@';
    if (name.length >= MAX_PATH_BYTES) {
      throw new IllegalArgumentException(
          "a socket's path has at most " + (MAX_PATH_BYTES - 1) + " bytes, got " + path);
    }
    name[0] = named ? name[0] : 0;
    address = arena.allocate(Short.BYTES + name.length + (named ? 1L : 0L), Short.BYTES);
    address.set(JAVA_SHORT, 0, (short) AF_UNIX);
    MemorySegment.copy(name, 0, address, JAVA_BYTE, Short.BYTES, name.length);
    socket = open();
  }

  private static int open() {
    try {
      return (int) SOCKET.invokeExact(AF_UNIX, SOCK_DGRAM_CLOEXEC, 0);
    } catch (Throwable e) {
      throw new AssertionError("socket", e);
    }
  }

  /** False when nobody took it. */
  boolean send(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    try (Arena message = Arena.ofConfined()) {
      MemorySegment content = message.allocateFrom(JAVA_BYTE, bytes);
      long sent =
          (long)
              SEND_TO.invokeExact(
                  socket,
                  content,
                  (long) bytes.length,
                  MSG_DONTWAIT_NOSIGNAL,
                  address,
                  (int) address.byteSize());
      return sent == bytes.length;
    } catch (Throwable e) {
      throw new AssertionError("sendto", e);
    }
  }

  @Override
  public void close() {
    try {
      int failed = (int) CLOSE.invokeExact(socket);
      assert failed == 0;
      arena.close();
    } catch (Throwable e) {
      throw new AssertionError("close", e);
    }
  }
}
