package dev.tandem.policies.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class StreamConfigTest {
  private static final StreamConfig DEFAULTS = StreamConfig.defaults(0.99);

  private static void refuses(String message, Executable making) {
    Exception error = assertThrows(IllegalArgumentException.class, making);
    assertEquals("stream learner: " + message, error.getMessage());
  }

  private static StreamConfig config(double sparsity, double discount) {
    return new StreamConfig(List.of(8), sparsity, 0.8, 0, DEFAULTS.step(), discount);
  }

  @Test
  void defaultsAreThePapers() {
    assertEquals(
        new StreamConfig(List.of(128, 128), 0.9, 0.8, 0.01, new StreamConfig.Step(1, 3, 2), 0.99),
        DEFAULTS);
  }

  @Test
  void refusesWhatCannotBeLearntWith() {
    refuses("hidden must be one width >= 1 or more, got []", () -> DEFAULTS.withHidden(List.of()));
    refuses(
        "hidden must be one width >= 1 or more, got [8, 0]",
        () -> DEFAULTS.withHidden(List.of(8, 0)));
    refuses("lambda must be in [0, 1], got 1.01", () -> DEFAULTS.withLambda(1.01));
    refuses("lambda must be in [0, 1], got -0.01", () -> DEFAULTS.withLambda(-0.01));
    refuses("entropy must be >= 0, got -0.1", () -> DEFAULTS.withEntropy(-0.1));
    refuses("entropy must be >= 0, got Infinity", () -> DEFAULTS.withEntropy(1 / 0.0));
    refuses("sparsity must be in [0, 1), got 1.0", () -> config(1, 0.9));
    refuses("sparsity must be in [0, 1), got -0.1", () -> config(-0.1, 0.9));
    refuses("discount must be in (0, 1), got 1.0", () -> config(0, 1));
    refuses("discount must be in (0, 1), got 0.0", () -> config(0, 0));
  }

  @Test
  void refusesStepsThatAreNone() {
    refuses("step size must be > 0, got 0.0", () -> new StreamConfig.Step(0, 3, 2));
    refuses("actorKappa must be > 0, got NaN", () -> new StreamConfig.Step(1, Double.NaN, 2));
    refuses("criticKappa must be > 0, got -2.0", () -> new StreamConfig.Step(1, 3, -2));
  }
}
