package dev.tandem.app.doctor;

import dev.tandem.policies.tensorflow.Gpu;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** What can be asked of a computer; a port so that tests can describe other ones. */
interface Machine {
  /** What a program prints when it runs and succeeds; empty when it does not or is not there. */
  Optional<String> output(String... command);

  /** A text file's content; empty when there is none to read. */
  Optional<String> text(Path file);

  String property(String name);

  boolean hasModule(String name);

  int cores();

  long memoryBytes();

  /** Room on the disk of the nearest folder that exists; throws when nothing may be written. */
  long writableBytes(Path folder) throws IOException;

  /** TensorFlow's version and what it can compute on; throws when it does not load. */
  String tensorFlow();

  /** Whether there is a GPU that learners can use. */
  Gpu gpu();

  /** Which MuJoCo the simulator uses; throws when none can be used. */
  String mujoco();

  /** What its cameras are rendered with; throws when nothing can be rendered. */
  String rendering();
}
