package dev.tandem.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FigureTextTest {
  @ParameterizedTest
  @CsvSource({
    "1.4020000000000001, 1.402",
    "-0.30000000000000004, -0.3",
    "123456789.25, 123456789",
    "5.0, 5",
    "0.0, 0",
    "1.2345678E-4, 0.000123457",
    "1.5E10, 15000000000",
    "100000, 100000",
    "null, null",
    "true, true"
  })
  void fractionsHaveSixDigitsAndAllElseIsAsItWas(String json, String expected) {
    assertEquals(expected, FigureText.of(json));
  }

  @ParameterizedTest
  @CsvSource({"'\"0.30000000000000004\"'", "'{\"a\":0.30000000000000004}'"})
  void neitherWordsNorObjectsAreNumbers(String json) {
    assertEquals(json, FigureText.of(json));
  }
}
