package dev.tandem.policies.jvm;

import dev.tandem.policies.TestSpaces;
import dev.tandem.policies.golden.GoldenCase;
import dev.tandem.policies.golden.SacGolden;
import dev.tandem.policies.nn.Arithmetic;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("kernels")
class JvmGoldenTest {
  static Stream<GoldenCase> cases() {
    return GoldenCase.all();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void hasTheLossesAndWeightsOfPyTorch(GoldenCase golden) throws IOException {
    compare(golden, new JvmConfig(1, Arithmetic.fastest()));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void hasThemTooOnPlainArraysAndThreeThreads(GoldenCase golden) throws IOException {
    compare(golden, new JvmConfig(3, Arithmetic.PLAIN));
  }

  private static void compare(GoldenCase golden, JvmConfig engine) throws IOException {
    try (JvmLearner learner =
        new JvmLearner(
            TestSpaces.of(SacGolden.FEATURES, SacGolden.ACTIONS), golden.config(), engine, 1)) {
      SacGolden.compare(golden, learner, learner::update);
    }
  }
}
