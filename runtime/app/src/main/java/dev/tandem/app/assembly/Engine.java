package dev.tandem.app.assembly;

import dev.tandem.app.settings.LearnerSettings;
import dev.tandem.policies.jvm.kernel.Tiling;
import dev.tandem.policies.nn.Arithmetic;
import dev.tandem.policies.tensorflow.Gpu;
import java.util.function.Supplier;

/**
 * Which engine learns, and why.
 *
 * @param kind of the two
 * @param reason for people
 */
public record Engine(Kind kind, String reason) {
  /** The engines that there are. */
  public enum Kind {
    JVM,
    TENSORFLOW
  }

  /**
   * What the settings ask for. Left to choose it takes TensorFlow for a GPU that TensorFlow sees,
   * and plain Java for dense layers on a CPU, which are all that policies have today; encoders of
   * images would be TensorFlow's.
   */
  public static Engine of(LearnerSettings settings) {
    return of(settings, Arithmetic.fastest(), FusedMultiplyAdd.isFast(), Gpu::here);
  }

  /** Throws when there is no engine for what the settings ask for; looks for no GPU. */
  public static void check(LearnerSettings settings) {
    of(settings, Arithmetic.VECTOR, true, () -> Gpu.NONE);
  }

  /**
   * @param fastFma whether a fused multiply-add is one instruction
   * @param gpu of this machine; asked only when the settings leave it open
   */
  static Engine of(
      LearnerSettings settings, Arithmetic arithmetic, boolean fastFma, Supplier<Gpu> gpu) {
    String lacking = lacking(arithmetic, fastFma);
    if (settings.streams()) {
      return new Engine(Kind.JVM, "one transition at a time" + slow(lacking));
    }
    return switch (settings.engine()) {
      case "tensorflow" -> new Engine(Kind.TENSORFLOW, "learner.engine says so");
      case "jvm" -> jvm(settings, lacking);
      default -> chosen(settings, lacking, gpu);
    };
  }

  private static Engine chosen(LearnerSettings settings, String lacking, Supplier<Gpu> gpu) {
    if (settings.device().equals("gpu")) {
      return new Engine(Kind.TENSORFLOW, "for a GPU");
    }
    if (settings.xla()) {
      return new Engine(Kind.TENSORFLOW, "for XLA");
    }
    Gpu found = settings.device().equals("auto") ? gpu.get() : Gpu.NONE;
    if (found == Gpu.SEEN) {
      return new Engine(Kind.TENSORFLOW, "for the GPU that it sees");
    }
    if (!lacking.isEmpty()) {
      return new Engine(Kind.TENSORFLOW, "plain Java has no " + lacking + " here");
    }
    String unseen = ", as TensorFlow does not see the GPU; ./tandem doctor says what it takes";
    return new Engine(Kind.JVM, "dense layers on a CPU" + (found == Gpu.UNSEEN ? unseen : ""));
  }

  /** What plain Java needs to be fast and does not have; empty when it has all. */
  private static String lacking(Arithmetic arithmetic, boolean fastFma) {
    if (!fastFma) {
      return "fused multiply-add";
    }
    return arithmetic == Arithmetic.VECTOR ? "" : "Vector API";
  }

  private static Engine jvm(LearnerSettings settings, String lacking) {
    boolean gpu = settings.device().equals("gpu");
    if (gpu || settings.xla()) {
      throw new IllegalArgumentException(
          "learner.engine: expected tensorflow or auto for "
              + (gpu ? "learner.device gpu" : "learner.xla")
              + ", found "
              + settings.engine());
    }
    return new Engine(Kind.JVM, "learner.engine says so" + slow(lacking));
  }

  private static String slow(String lacking) {
    return lacking.isEmpty() ? "" : ", and will be slow: there is no " + lacking + " here";
  }

  /** For example {@code jvm (dense layers on a CPU)}. */
  @Override
  public String toString() {
    return name() + " (" + reason + ")";
  }

  /**
   * For people, with how plain Java multiplies where batches are multiplied, which it tries for a
   * moment when it is asked for the first time.
   */
  public static String describe(LearnerSettings settings) {
    Engine engine = of(settings);
    return engine.kind == Kind.JVM && !settings.streams()
        ? engine.name() + " (" + engine.reason + "; " + Tiling.chosen() + ")"
        : engine.toString();
  }

  /** As in the settings. */
  public String name() {
    return kind == Kind.JVM ? "jvm" : "tensorflow";
  }
}
