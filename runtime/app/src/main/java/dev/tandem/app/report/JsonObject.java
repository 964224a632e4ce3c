package dev.tandem.app.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** A JSON object that keeps the order of its keys; its text is one line (RFC 8259). */
public final class JsonObject {
  private final Map<String, String> members = new LinkedHashMap<>();

  public JsonObject put(String key, String value) {
    return raw(key, quote(value));
  }

  public JsonObject put(String key, long value) {
    return raw(key, Long.toString(value));
  }

  /** What is not there becomes {@code null}. */
  public JsonObject put(String key, Optional<String> value) {
    return raw(key, value.map(JsonObject::quote).orElse("null"));
  }

  /** What is not finite has no number in JSON and becomes {@code null}. */
  public JsonObject put(String key, double value) {
    return raw(key, Double.isFinite(value) ? Double.toString(value) : "null");
  }

  public JsonObject put(String key, boolean value) {
    return raw(key, Boolean.toString(value));
  }

  public JsonObject put(String key, JsonObject value) {
    return raw(key, value.toString());
  }

  public JsonObject put(String key, List<JsonObject> values) {
    return raw(key, "[" + String.join(",", values.stream().map(Object::toString).toList()) + "]");
  }

  public JsonObject putTexts(String key, List<String> values) {
    return raw(key, "[" + String.join(",", values.stream().map(JsonObject::quote).toList()) + "]");
  }

  /** Adds all members of {@code other}. */
  public JsonObject putAll(JsonObject other) {
    members.putAll(other.members);
    return this;
  }

  /** Hands every key with its value in JSON to {@code reader}. */
  public void forEach(BiConsumer<String, String> reader) {
    members.forEach(reader);
  }

  private JsonObject raw(String key, String json) {
    members.put(key, json);
    return this;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("{");
    members.forEach(
        (key, json) -> {
          text.append(text.length() > 1 ? "," : "").append(quote(key)).append(':').append(json);
        });
    return text.append('}').toString();
  }

  private static String quote(String value) {
    StringBuilder text = new StringBuilder("\"");
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '"', '\\' -> text.append('\\').append(c);
        case '\n' -> text.append("\\n");
        case '\t' -> text.append("\\t");
        case '\r' -> text.append("\\r");
        default -> text.append(isPlain(c) ? String.valueOf(c) : String.format("\\u%04x", (int) c));
      }
    }
    return text.append('"').toString();
  }

  /** Control characters and halves of surrogate pairs are written as numbers. */
  private static boolean isPlain(char c) {
    return c >= 0x20 && !Character.isSurrogate(c);
  }
}
