package dev.tandem.app.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.app.report.JsonObject;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** A bench's object, to be asked for its numbers. */
final class Figures {
  private final Map<String, String> members = new LinkedHashMap<>();

  Figures(JsonObject json) {
    json.forEach(members::put);
  }

  Set<String> keys() {
    return members.keySet();
  }

  double number(String key) {
    return Double.parseDouble(text(key));
  }

  /** As it is in JSON. */
  String text(String key) {
    return Objects.requireNonNull(members.get(key), "no key " + key);
  }

  Figures arePositive(String... keys) {
    for (String key : keys) {
      assertTrue(number(key) > 0, () -> key + ": expected > 0, found " + number(key));
    }
    return this;
  }

  Figures areZero(String... keys) {
    for (String key : keys) {
      // What a class allocates once, when a branch is first taken, is no part of a call.
      assertEquals(0, (long) number(key), key);
    }
    return this;
  }

  Figures ascend(String... keys) {
    double[] values = Arrays.stream(keys).mapToDouble(this::number).toArray();
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    assertEquals(Arrays.toString(sorted), Arrays.toString(values));
    return this;
  }
}
