package dev.tandem.runtime.os;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A real AF_UNIX datagram socket, as a service manager listens on. */
final class UnixReceiver implements AutoCloseable {
  private static final MethodHandle SOCKET =
      Libc.handle("socket", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT));
  private static final MethodHandle BIND =
      Libc.handle("bind", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT));
  private static final MethodHandle RECEIVE =
      Libc.handle("recv", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT));
  private static final MethodHandle CLOSE =
      Libc.handle("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
  private static final int MSG_DONTWAIT = 0x40;

  private final int socket;

  UnixReceiver(String path) throws Throwable {
    socket = (int) SOCKET.invokeExact(1, 2, 0);
    byte[] name = path.getBytes(StandardCharsets.UTF_8);
    int zero = path.startsWith("@") ? 0 : 1;
    name[0] = zero == 0 ? 0 : name[0];
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment address = arena.allocate(2L + name.length + zero, 2);
      address.set(JAVA_SHORT, 0, (short) 1);
      MemorySegment.copy(name, 0, address, JAVA_BYTE, 2, name.length);
      assertEquals(0, (int) BIND.invokeExact(socket, address, (int) address.byteSize()));
    }
  }

  /** Everything that has come so far. */
  List<String> received() throws Throwable {
    List<String> all = new ArrayList<>();
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment buffer = arena.allocate(4096);
      long length = (long) RECEIVE.invokeExact(socket, buffer, 4096L, MSG_DONTWAIT);
      while (length >= 0) {
        byte[] bytes = buffer.asSlice(0, length).toArray(JAVA_BYTE);
        all.add(new String(bytes, StandardCharsets.UTF_8));
        length = (long) RECEIVE.invokeExact(socket, buffer, 4096L, MSG_DONTWAIT);
      }
    }
    return all;
  }

  @Override
  public void close() {
    try {
      assertEquals(0, (int) CLOSE.invokeExact(socket));
    } catch (Throwable e) {
      throw new AssertionError("close", e);
    }
  }
}
