package dev.tandem.simbridge.mujoco;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** OpenGL through EGL's surfaceless platform. */
final class EglContext extends OpenGlContext {
  private static final int SURFACELESS = 0x31DD;
  private static final int OPENGL = 0x30A2;

  /** 8 bits for each colour, 24 for depth, 8 for the stencil; off screen; desktop OpenGL. */
  private static final int[] ATTRIBUTES = {
    0x3024, 8, 0x3023, 8, 0x3022, 8, 0x3021, 8, 0x3025, 24, 0x3026, 8, 0x3033, 1, 0x3040, 8, 0x3038
  };

  private final Arena arena = Arena.ofConfined();
  private final MemorySegment display;
  private final MemorySegment context;

  /** Makes a context and makes it the calling thread's. */
  EglContext() {
    super("libEGL.so.1");
    try {
      this.display = display();
      this.context = context();
      current(context);
      share();
    } catch (Throwable e) {
      arena.close();
      throw broken(e);
    }
  }

  @Override
  String describe() {
    return "EGL";
  }

  private MemorySegment display() throws Throwable {
    MemorySegment found =
        (MemorySegment)
            handle("eglGetPlatformDisplay", ADDRESS, JAVA_INT, ADDRESS, ADDRESS)
                .invokeExact(SURFACELESS, MemorySegment.NULL, MemorySegment.NULL);
    require(found.address() != 0, "EGL has no surfaceless platform");
    int initialized =
        (int)
            handle("eglInitialize", JAVA_INT, ADDRESS, ADDRESS, ADDRESS)
                .invokeExact(found, arena.allocate(JAVA_INT), arena.allocate(JAVA_INT));
    require(initialized != 0, "eglInitialize failed");
    return found;
  }

  private MemorySegment context() throws Throwable {
    int bound = (int) handle("eglBindAPI", JAVA_INT, JAVA_INT).invokeExact(OPENGL);
    require(bound != 0, "EGL has no OpenGL");
    MemorySegment made =
        (MemorySegment)
            handle("eglCreateContext", ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS)
                .invokeExact(display, config(), MemorySegment.NULL, MemorySegment.NULL);
    require(made.address() != 0, "eglCreateContext failed");
    return made;
  }

  private void current(MemorySegment which) throws Throwable {
    int current =
        (int)
            handle("eglMakeCurrent", JAVA_INT, ADDRESS, ADDRESS, ADDRESS, ADDRESS)
                .invokeExact(display, MemorySegment.NULL, MemorySegment.NULL, which);
    require(current != 0, "eglMakeCurrent failed");
  }

  private MemorySegment config() throws Throwable {
    MemorySegment found = arena.allocate(ADDRESS);
    MemorySegment count = arena.allocate(JAVA_INT);
    int chosen =
        (int)
            handle("eglChooseConfig", JAVA_INT, ADDRESS, ADDRESS, ADDRESS, JAVA_INT, ADDRESS)
                .invokeExact(display, arena.allocateFrom(JAVA_INT, ATTRIBUTES), found, 1, count);
    require(chosen != 0 && count.get(JAVA_INT, 0) == 1, "EGL has no configuration that fits");
    return found.get(ADDRESS, 0);
  }

  @Override
  public void close() {
    try {
      current(MemorySegment.NULL);
      int destroyed =
          (int)
              handle("eglDestroyContext", JAVA_INT, ADDRESS, ADDRESS).invokeExact(display, context);
      require(destroyed != 0, "eglDestroyContext failed");
    } catch (Throwable e) {
      throw broken(e);
    } finally {
      arena.close();
    }
  }
}
