package dev.tandem.policies.tensorflow;

import dev.tandem.policies.TestSpaces;
import dev.tandem.policies.golden.GoldenCase;
import dev.tandem.policies.golden.SacGolden;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SacGoldenTest {
  static Stream<GoldenCase> cases() {
    return GoldenCase.all();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void hasTheLossesOfPyTorchInEveryUpdate(GoldenCase golden) throws IOException {
    compare(golden, new EngineConfig(Device.CPU, false, 1));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void hasThemTooWhenThreadsShareTheCritics(GoldenCase golden) throws IOException {
    compare(golden, new EngineConfig(Device.CPU, false, 3));
  }

  @Test
  void hasThemTooWhenXlaCompilesTheUpdate() throws IOException {
    GoldenCase many =
        cases().filter(golden -> golden.name().equals("many")).findFirst().orElseThrow();
    compare(many, new EngineConfig(Device.CPU, true, 2));
  }

  private static void compare(GoldenCase golden, EngineConfig engine) throws IOException {
    try (TensorFlowLearner learner =
        new TensorFlowLearner(
            TestSpaces.of(SacGolden.FEATURES, SacGolden.ACTIONS), golden.config(), engine, 1)) {
      SacGolden.compare(golden, learner, learner::update);
    }
  }
}
