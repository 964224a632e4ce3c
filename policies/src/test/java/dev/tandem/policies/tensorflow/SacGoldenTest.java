package dev.tandem.policies.tensorflow;

import dev.tandem.policies.TestSpaces;
import dev.tandem.policies.golden.SacGolden;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SacGoldenTest {
  static Stream<SacGolden.Case> cases() {
    return SacGolden.cases();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void hasTheLossesOfPyTorchInEveryUpdate(SacGolden.Case golden) throws IOException {
    compare(golden, new EngineConfig(Device.CPU, false, 1));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void hasThemTooWhenThreadsShareTheCritics(SacGolden.Case golden) throws IOException {
    compare(golden, new EngineConfig(Device.CPU, false, 3));
  }

  @Test
  void hasThemTooWhenXlaCompilesTheUpdate() throws IOException {
    SacGolden.Case many =
        cases().filter(golden -> golden.name().equals("many")).findFirst().orElseThrow();
    compare(many, new EngineConfig(Device.CPU, true, 2));
  }

  private static void compare(SacGolden.Case golden, EngineConfig engine) throws IOException {
    try (TensorFlowLearner learner =
        new TensorFlowLearner(
            TestSpaces.of(SacGolden.FEATURES, SacGolden.ACTIONS), golden.config(), engine, 1)) {
      SacGolden.compare(golden, learner, learner::update);
    }
  }
}
