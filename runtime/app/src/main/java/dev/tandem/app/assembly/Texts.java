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
 * Makes all texts that stand in the classes of a tick, and keeps them. The virtual machine makes a
 * class's texts when it compiles one of its methods, on the thread that called it, be it a control
 * thread in its tenth minute; those that exist it only looks up.
 */
final class Texts {
  private static final Set<String> KEPT = ConcurrentHashMap.newKeySet();
  private static final String CLASS = ".class";

  /**
   * One class of each library whose code a tick runs through; by name, as other modules use some.
   */
  private static final List<String> LIBRARIES =
      List.of(
          "dev.tandem.app.assembly.Texts",
          "dev.tandem.runtime.loop.ControlLoop",
          "dev.tandem.safety.authority.Authority",
          "dev.tandem.controllers.joint.JointImpedance",
          "dev.tandem.policies.nn.NeuralPolicy",
          "dev.tandem.simbridge.task.SimulatedTask",
          "org.HdrHistogram.Histogram",
          "com.lmax.disruptor.RingBuffer",
          "org.ejml.data.DMatrixRMaj",
          "org.ejml.dense.row.CommonOps_DDRM");

  private Texts() {}

  /** Once is enough. Returns how many are kept. */
  static int make() {
    if (KEPT.isEmpty()) {
      LIBRARIES.forEach(Texts::library);
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

  private static void classes(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(each -> each.toString().endsWith(CLASS)).toList()) {
        try (InputStream bytes = Files.newInputStream(file)) {
          keep(bytes.readAllBytes());
        }
      }
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
