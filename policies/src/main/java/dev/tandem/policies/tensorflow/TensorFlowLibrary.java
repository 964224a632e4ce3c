package dev.tandem.policies.tensorflow;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.net.URL;
import java.util.List;
import org.bytedeco.javacpp.ClassProperties;
import org.bytedeco.javacpp.Loader;
import org.tensorflow.Graph;
import org.tensorflow.TensorFlow;
import org.tensorflow.internal.c_api.global.tensorflow;

/**
 * Loads TensorFlow so that it calls nobody's functions but its own. It brings an LLVM with it and
 * shows it; an OpenGL driver of Mesa shows another version to the whole process. Loaded after such
 * a driver, TensorFlow would call 2,000 functions of the other one and spoil memory: a crash or a
 * hang in whatever comes next. Whatever of TensorFlow is used first comes from here.
 */
final class TensorFlowLibrary {
  private static final int RTLD_NOW = 0x2;
  private static final int RTLD_DEEPBIND = 0x8;

  /** Each is found by the name that the one after it asks for. */
  private static final List<String> FILES = List.of("tensorflow_framework@.2", "tensorflow_cc@.2");

  static {
    FILES.forEach(TensorFlowLibrary::open);
  }

  private TensorFlowLibrary() {}

  /** Once: the class's own start does it. */
  static void load() {}

  /** An empty one. */
  static Graph newGraph() {
    return new Graph();
  }

  /** For example {@code 2.18.0}. */
  static String version() {
    return TensorFlow.version();
  }

  /** Loaded like this it stays so: whoever loads it again gets the same. */
  private static void open(String file) {
    ClassProperties properties =
        Loader.loadProperties(tensorflow.class, Loader.loadProperties(), true);
    try {
      for (URL found : Loader.findLibrary(tensorflow.class, properties, file)) {
        File cached = Loader.cacheResource(found);
        if (cached != null && open(cached)) {
          return;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** False where it cannot be: TensorFlow then says why, when it loads itself. */
  @SuppressWarnings("restricted") // the launcher and the tests grant native access
  private static boolean open(File library) {
    MethodHandle open =
        Linker.nativeLinker()
            .downcallHandle(
                Linker.nativeLinker().defaultLookup().findOrThrow("dlopen"),
                FunctionDescriptor.of(ADDRESS, ADDRESS, JAVA_INT));
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment path = arena.allocateFrom(library.getPath());
      return ((MemorySegment) open.invokeExact(path, RTLD_NOW | RTLD_DEEPBIND)).address() != 0;
    } catch (Throwable e) {
      throw new LinkageError("dlopen", e);
    }
  }
}
