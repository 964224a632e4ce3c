package dev.tandem.app.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

final class JsonObjectTest {
  @Test
  void writesEveryKindOfValueInTheOrderOfThePuts() {
    JsonObject inner = new JsonObject().put("x", -1e-9);
    assertEquals(
        "{\"b\":true,\"a\":1,\"n\":0.95,\"o\":{\"x\":-1.0E-9},\"l\":[{\"x\":-1.0E-9}],\"t\":[\"u\"]}",
        new JsonObject()
            .put("b", true)
            .put("a", 1)
            .put("n", 0.95)
            .put("o", inner)
            .put("l", List.of(inner))
            .putTexts("t", List.of("u"))
            .toString());
  }

  @Test
  void writesNullForWhatIsNoNumber() {
    assertEquals(
        "{\"a\":null,\"b\":null}",
        new JsonObject().put("a", Double.NaN).put("b", Double.NEGATIVE_INFINITY).toString());
  }

  @Test
  void escapesWhatJsonDoesNotAllowInText() {
    assertEquals(
        "{\"\\\"\":\"\\\\\\n\\t\\r\\u0007\\ud83d\\ude00é\"}",
        new JsonObject().put("\"", "\\\n\t\r\u0007\uD83D\uDE00é").toString());
  }

  @Test
  void replacesAnEarlierValueOfAKey() {
    assertEquals("{\"a\":2}", new JsonObject().put("a", 1).put("a", 2).toString());
  }

  @Test
  void takesOverAnothersMembers() {
    assertEquals(
        "{\"a\":1,\"b\":2}",
        new JsonObject().put("a", 1).putAll(new JsonObject().put("b", 2)).toString());
  }
}
