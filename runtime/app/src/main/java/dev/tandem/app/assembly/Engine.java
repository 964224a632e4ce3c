package dev.tandem.app.assembly;

import dev.tandem.app.settings.LearnerSettings;
import dev.tandem.policies.jvm.kernel.Tiling;
import dev.tandem.policies.nn.Arithmetic;

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

  /** What the settings ask for; left to choose, dense layers on a CPU are for plain Java. */
  public static Engine of(LearnerSettings settings) {
    return of(settings, Arithmetic.fastest(), FusedMultiplyAdd.isFast());
  }

  /**
   * @param fastFma whether a fused multiply-add is one instruction
   */
  static Engine of(LearnerSettings settings, Arithmetic arithmetic, boolean fastFma) {
    String lacking = lacking(arithmetic, fastFma);
    if (settings.streams()) {
      return new Engine(Kind.JVM, "one transition at a time" + slow(lacking));
    }
    boolean gpu = settings.device().equals("gpu");
    return switch (settings.engine()) {
      case "tensorflow" -> new Engine(Kind.TENSORFLOW, "learner.engine says so");
      case "jvm" -> jvm(settings, gpu, lacking);
      default -> {
        if (gpu || settings.xla()) {
          yield new Engine(Kind.TENSORFLOW, gpu ? "for a GPU" : "for XLA");
        }
        yield lacking.isEmpty()
            ? new Engine(Kind.JVM, "dense layers on a CPU")
            : new Engine(Kind.TENSORFLOW, "plain Java has no " + lacking + " here");
      }
    };
  }

  /** What plain Java needs to be fast and does not have; empty when it has all. */
  private static String lacking(Arithmetic arithmetic, boolean fastFma) {
    if (!fastFma) {
      return "fused multiply-add";
    }
    return arithmetic == Arithmetic.VECTOR ? "" : "Vector API";
  }

  private static Engine jvm(LearnerSettings settings, boolean gpu, String lacking) {
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
