package dev.tandem.simbridge.mujoco;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BOOLEAN;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;

/** Mesa's OpenGL in plain memory, for machines without EGL. */
final class OsMesaContext extends OpenGlContext {
  private static final int RGBA = 0x1908;
  private static final int UNSIGNED_BYTE = 0x1401;
  private static final int DEPTH_BITS = 24;
  private static final int STENCIL_BITS = 8;

  /** Of the window, which nothing is drawn into: pictures are made off screen. */
  private static final int SIDE = 16;

  private final Arena arena = Arena.ofConfined();
  private final MemorySegment context;

  OsMesaContext() {
    super("libOSMesa.so.8");
    try {
      this.context =
          (MemorySegment)
              handle(
                      "OSMesaCreateContextExt",
                      ADDRESS,
                      JAVA_INT,
                      JAVA_INT,
                      JAVA_INT,
                      JAVA_INT,
                      ADDRESS)
                  .invokeExact(RGBA, DEPTH_BITS, STENCIL_BITS, 0, MemorySegment.NULL);
      require(context.address() != 0, "OSMesaCreateContextExt failed");
      MemorySegment window = arena.allocate(4L * SIDE * SIDE, Long.BYTES);
      boolean current =
          (boolean)
              handle(
                      "OSMesaMakeCurrent",
                      JAVA_BOOLEAN,
                      ADDRESS,
                      ADDRESS,
                      JAVA_INT,
                      JAVA_INT,
                      JAVA_INT)
                  .invokeExact(context, window, UNSIGNED_BYTE, SIDE, SIDE);
      require(current, "OSMesaMakeCurrent failed");
      share();
    } catch (Throwable e) {
      arena.close();
      throw broken(e);
    }
  }

  @Override
  String describe() {
    return "OSMesa";
  }

  @Override
  public void close() {
    try {
      handle("OSMesaDestroyContext", FunctionDescriptor.ofVoid(ADDRESS)).invokeExact(context);
    } catch (Throwable e) {
      throw broken(e);
    } finally {
      arena.close();
    }
  }
}
