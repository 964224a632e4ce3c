package dev.tandem.policies.tensorflow;

import dev.tandem.runtime.os.SharedLibrary;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
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

  /**
   * Loaded like this it stays so: whoever loads it again gets the same. Where it cannot be,
   * TensorFlow says why when it loads itself.
   */
  private static void open(String file) {
    ClassProperties properties =
        Loader.loadProperties(tensorflow.class, Loader.loadProperties(), true);
    try {
      for (URL found : Loader.findLibrary(tensorflow.class, properties, file)) {
        File cached = Loader.cacheResource(found);
        if (cached != null && SharedLibrary.openForItself(cached.getPath()).isEmpty()) {
          return;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
