package dev.tandem.app.assembly;

import com.lmax.disruptor.RingBuffer;
import dev.tandem.controllers.joint.JointImpedance;
import dev.tandem.policies.nn.NeuralPolicy;
import dev.tandem.runtime.loop.ControlLoop;
import dev.tandem.safety.authority.Authority;
import dev.tandem.simbridge.task.SimulatedTask;
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
import org.HdrHistogram.Histogram;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Makes all texts that stand in the classes of a tick, and keeps them. The virtual machine makes a
 * class's texts when it compiles one of its methods, on the thread that called it, be it a control
 * thread in its tenth minute; those that exist it only looks up.
 */
final class Texts {
  private static final Set<String> KEPT = ConcurrentHashMap.newKeySet();
  private static final String CLASS = ".class";

  /** One class of each library whose code a tick runs through. */
  private static final List<Class<?>> LIBRARIES =
      List.of(
          ControlLoop.class,
          Texts.class,
          Authority.class,
          JointImpedance.class,
          NeuralPolicy.class,
          SimulatedTask.class,
          Histogram.class,
          RingBuffer.class,
          DMatrixRMaj.class,
          CommonOps_DDRM.class);

  private Texts() {}

  /** Once is enough. Returns how many are kept. */
  static int make() {
    if (KEPT.isEmpty()) {
      LIBRARIES.forEach(Texts::library);
    }
    return KEPT.size();
  }

  private static void library(Class<?> member) {
    try {
      URI home = member.getProtectionDomain().getCodeSource().getLocation().toURI();
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
    } catch (URISyntaxException e) {
      throw new IllegalStateException("no place for the library of " + member, e);
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
