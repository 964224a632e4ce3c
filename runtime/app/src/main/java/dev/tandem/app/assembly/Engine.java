package dev.tandem.app.assembly;

import dev.tandem.app.settings.LearnerSettings;
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
    return of(settings, Arithmetic.fastest());
  }

  static Engine of(LearnerSettings settings, Arithmetic arithmetic) {
    boolean gpu = settings.device().equals("gpu");
    return switch (settings.engine()) {
      case "tensorflow" -> new Engine(Kind.TENSORFLOW, "learner.engine says so");
      case "jvm" -> jvm(settings, gpu);
      default -> {
        if (gpu || settings.xla()) {
          yield new Engine(Kind.TENSORFLOW, gpu ? "for a GPU" : "for XLA");
        }
        yield arithmetic == Arithmetic.VECTOR
            ? new Engine(Kind.JVM, "dense layers on a CPU")
            : new Engine(Kind.TENSORFLOW, "plain Java has no Vector API here");
      }
    };
  }

  private static Engine jvm(LearnerSettings settings, boolean gpu) {
    if (gpu || settings.xla()) {
      throw new IllegalArgumentException(
          "learner.engine: expected tensorflow or auto for "
              + (gpu ? "learner.device gpu" : "learner.xla")
              + ", found "
              + settings.engine());
    }
    return new Engine(Kind.JVM, "learner.engine says so");
  }

  /** For example {@code jvm (dense layers on a CPU)}. */
  @Override
  public String toString() {
    return name() + " (" + reason + ")";
  }

  /** As in the settings. */
  public String name() {
    return kind == Kind.JVM ? "jvm" : "tensorflow";
  }
}
