package dev.tandem.simbridge.mujoco;

import static java.lang.foreign.ValueLayout.ADDRESS;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.charset.StandardCharsets;

/**
 * What becomes of an error in the middle of a step, after which MuJoCo cannot go on and nothing can
 * be thrown through it: the process ends, with MuJoCo's words. Left alone it would write a file
 * into the working folder and wait for somebody to press a key.
 */
final class FatalError {
  private static final int LONGEST_WORDS = 1_000;
  private static final int FAILED = 1;

  private FatalError() {}

  /** A function for {@code mju_user_error}. */
  @SuppressWarnings("restricted") // the launcher and the tests grant native access
  static MemorySegment handler() {
    try {
      MethodHandle end =
          MethodHandles.lookup()
              .findStatic(
                  FatalError.class, "end", MethodType.methodType(void.class, MemorySegment.class));
      return Linker.nativeLinker()
          .upcallStub(end, FunctionDescriptor.ofVoid(ADDRESS), Arena.global());
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("mju_user_error", e);
    }
  }

  /** Must not return: MuJoCo would go on with memory that it does not have. */
  @SuppressWarnings({"restricted", "unused"}) // called from C
  private static void end(MemorySegment words) {
    String line =
        "tandem: MuJoCo cannot go on: "
            + words.reinterpret(LONGEST_WORDS).getString(0)
            + "; the process ends, its journal is whole up to the last chunk. A model that asks for"
            + " too much may be given more by <size nstack=... nconmax=... njmax=.../>\n";
    try (FileOutputStream err = new FileOutputStream(FileDescriptor.err)) {
      err.write(line.getBytes(StandardCharsets.UTF_8));
    } catch (IOException nobodyListens) {
      // it ends all the same
    }
    Runtime.getRuntime().halt(FAILED);
  }
}
