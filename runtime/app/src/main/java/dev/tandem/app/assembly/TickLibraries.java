package dev.tandem.app.assembly;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.StringEntry;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Makes ready, once, what the virtual machine would otherwise make on a control thread in its tenth
 * minute: classes, which it loads and initialises when they are first used, and their texts, which
 * it makes when it compiles one of their methods. Those that exist it only looks up.
 */
public final class TickLibraries {
  private static final Set<String> KEPT = ConcurrentHashMap.newKeySet();
  private static final String CLASS = ".class";

  /**
   * One class of each library whose code a tick runs through; by name, as other modules use some.
   */
  private static final List<String> LIBRARIES =
      List.of(
          "dev.tandem.app.assembly.TickLibraries",
          "dev.tandem.runtime.loop.ControlLoop",
          "dev.tandem.safety.authority.Authority",
          "dev.tandem.controllers.joint.JointImpedance",
          "dev.tandem.policies.nn.NeuralPolicy",
          "dev.tandem.simbridge.task.SimulatedTask",
          "org.HdrHistogram.Histogram",
          "com.lmax.disruptor.RingBuffer",
          "org.ejml.data.DMatrixRMaj",
          "org.ejml.dense.row.CommonOps_DDRM");

  /** Packages whose classes a tick may use at any time, and whose initialisers only compute. */
  private static final List<String> INITIALISED =
      Stream.of(
              "controllers",
              "policies/nn",
              "runtime/act",
              "runtime/decide",
              "runtime/guard",
              "runtime/learn",
              "runtime/loop",
              "runtime/model",
              "runtime/sense",
              "runtime/signal",
              "runtime/time",
              "safety",
              "simbridge/plant",
              "simbridge/task",
              "simbridge/world")
          .map(name -> "dev/tandem/" + name + "/")
          .toList();

  private TickLibraries() {}

  /** Once is enough. Returns how many texts are kept. */
  public static int prepare() {
    if (KEPT.isEmpty()) {
      LIBRARIES.forEach(TickLibraries::library);
    }
    return KEPT.size();
  }

  private static void library(String member) {
    try {
      URI home = Class.forName(member).getProtectionDomain().getCodeSource().getLocation().toURI();
      Path path = Path.of(home);
      if (Files.isDirectory(path)) {
        classes(path);
      } else {
        try (FileSystem jar = FileSystems.newFileSystem(path)) {
          classes(jar.getPath("/"));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the library of " + member, e);
    } catch (URISyntaxException | ClassNotFoundException e) {
      throw new IllegalStateException(
          "expected the library of " + member + " on the class path", e);
    }
  }

  private static void classes(Path root) throws IOException, ClassNotFoundException {
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(each -> each.toString().endsWith(CLASS)).toList()) {
        try (InputStream bytes = Files.newInputStream(file)) {
          keep(bytes.readAllBytes());
        }
        initialise(root.relativize(file).toString());
      }
    }
  }

  private static void initialise(String file) throws ClassNotFoundException {
    if (INITIALISED.stream().anyMatch(file::startsWith)) {
      Class.forName(file.substring(0, file.length() - CLASS.length()).replace('/', '.'));
    }
  }

  private static void keep(byte[] classFile) {
    for (PoolEntry entry : ClassFile.of().parse(classFile).constantPool()) {
      if (entry instanceof StringEntry text) {
        KEPT.add(text.stringValue().intern());
      }
    }
  }
}
