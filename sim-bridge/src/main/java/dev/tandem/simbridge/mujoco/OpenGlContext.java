package dev.tandem.simbridge.mujoco;

import dev.tandem.runtime.os.SharedLibrary;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.util.List;
import java.util.Optional;

/**
 * An OpenGL context without a window: EGL's, or where that cannot be had, Mesa's in plain memory.
 * It belongs to the thread that made it, which also closes it. Which of the two it is stays so for
 * the whole process, since MuJoCo keeps the functions that it found first.
 */
abstract class OpenGlContext implements AutoCloseable {
  /** What installs what this needs. */
  static final String INSTALL = "apt-get install libegl1 libgl1-mesa-dri";

  /** Which to try, in this order; one alone to see whether it works. */
  private static final List<String> KINDS =
      List.of(System.getProperty("tandem.opengl", "egl,osmesa").split(","));

  private final String library;
  private final SymbolLookup symbols;

  @SuppressWarnings("restricted") // the launcher and the tests grant native access
  OpenGlContext(String library) {
    this.library = library;
    try {
      this.symbols = SymbolLookup.libraryLookup(library, Arena.global());
    } catch (IllegalArgumentException notThere) {
      throw new RenderingUnavailableException("found no " + library);
    }
  }

  /**
   * Shows the library to all, once it works: MuJoCo looks for OpenGL's functions through the
   * process's own symbols, takes those of any that it finds, and ends the process where they do not
   * work.
   */
  final void share() {
    Optional<String> problem = SharedLibrary.openForAll(library);
    require(problem.isEmpty(), library + " cannot be shared: " + problem.orElse(""));
  }

  /**
   * Makes a context and makes it the calling thread's.
   *
   * @throws RenderingUnavailableException when there is none to be had, with what each lacks
   */
  static OpenGlContext open() {
    StringBuilder problems = new StringBuilder();
    for (String kind : KINDS) {
      try {
        return open(kind);
      } catch (RenderingUnavailableException e) {
        problems.append(problems.isEmpty() ? "" : "; ").append(e.problem());
      }
    }
    throw new RenderingUnavailableException(problems.toString());
  }

  private static OpenGlContext open(String kind) {
    return switch (kind) {
      case "egl" -> new EglContext();
      case "osmesa" -> new OsMesaContext();
      default -> throw new RenderingUnavailableException("tandem.opengl names " + kind);
    };
  }

  /** For people. */
  abstract String describe();

  final MethodHandle handle(String name, MemoryLayout result, MemoryLayout... parameters) {
    return handle(name, FunctionDescriptor.of(result, parameters));
  }

  @SuppressWarnings("restricted")
  final MethodHandle handle(String name, FunctionDescriptor shape) {
    MemorySegment function =
        symbols
            .find(name)
            .orElseThrow(() -> new RenderingUnavailableException(library + " has no " + name));
    return Linker.nativeLinker().downcallHandle(function, shape);
  }

  static void require(boolean holds, String problem) {
    if (!holds) {
      throw new RenderingUnavailableException(problem);
    }
  }

  static RuntimeException broken(Throwable e) {
    return e instanceof RuntimeException own ? own : new IllegalStateException("a call of GL", e);
  }

  @Override
  public abstract void close();
}
