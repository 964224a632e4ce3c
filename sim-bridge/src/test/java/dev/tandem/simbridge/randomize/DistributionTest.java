package dev.tandem.simbridge.randomize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DistributionTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"0.5", "uniform(0.8, 1.2)", "log_uniform(0.5, 2.0)", "uniform(-1.0, 0.0)"})
  void whatItWritesItReads(String text) {
    assertEquals(text, Distribution.parse(text).toString());
  }

  @Test
  void spacesDoNotMatter() {
    assertEquals(Distribution.parse("uniform(0, 1)"), Distribution.parse("  uniform ( 0 ,1 ) "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "much",
        "uniform",
        "uniform(1)",
        "uniform(1, 0)",
        "normal(0, 1)",
        "log_uniform(0, 1)",
        "uniform(0, 1, 2)",
        "uniform(a, 1)",
        "NaN",
        "uniform(0, Infinity)",
        "log_uniform(1e-310, 100)",
        "log_uniform(1e-200, 1e200)",
        "uniform(-1e308, 1e308)",
        "0.5)"
      })
  void anythingElseIsRefusedWithWhatWasExpected(String text) {
    var error = assertThrows(IllegalArgumentException.class, () -> Distribution.parse(text));
    assertTrue(
        String.valueOf(error.getMessage()).startsWith("expected a number, uniform(LOW, HIGH) or"),
        error.getMessage());
  }

  @Test
  void halfOfTheUniformDrawsLieBelowTheMiddleAndOfTheOthersBelowTheGeometricMean() {
    assertEquals(3, Distribution.parse("uniform(2, 4)").quantile(0.5), 1e-12);
    assertEquals(1, Distribution.parse("log_uniform(0.25, 4)").quantile(0.5), 1e-12);
    for (String text : new String[] {"uniform(0.25, 4)", "log_uniform(0.25, 4)", "1"}) {
      Distribution distribution = Distribution.parse(text);
      assertEquals(distribution.low(), distribution.quantile(0), 1e-12);
      assertEquals(distribution.high(), distribution.quantile(1), 1e-12);
    }
  }

  @Test
  void anIntervalOfOneNumberIsFixed() {
    assertTrue(Distribution.parse("uniform(1, 1)").isFixed());
    assertTrue(Distribution.parse("1").isFixed());
    assertFalse(Distribution.parse("uniform(1, 1.1)").isFixed());
  }
}
