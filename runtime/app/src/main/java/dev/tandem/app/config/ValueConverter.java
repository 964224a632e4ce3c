package dev.tandem.app.config;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Turns a written value into a component's Java type. */
final class ValueConverter {
  private ValueConverter() {}

  static Object convert(String key, Type type, YamlValue value) {
    if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
      return list(key, list.getActualTypeArguments()[0], value);
    }
    if (!(value instanceof YamlValue.Scalar scalar)) {
      throw mismatch(key, expected(type), value);
    }
    if (type == String.class) {
      return text(key, scalar);
    }
    if (type == boolean.class || type == Boolean.class) {
      return truth(key, scalar);
    }
    if (type instanceof Class<?> choice && choice.isEnum()) {
      return constant(key, choice, scalar);
    }
    return number(key, type, scalar);
  }

  private static List<Object> list(String key, Type itemType, YamlValue value) {
    if (!(value instanceof YamlValue.Sequence sequence)) {
      throw mismatch(key, "a list, for example [64, 64]", value);
    }
    List<Object> items = new ArrayList<>();
    for (YamlValue item : sequence.items()) {
      items.add(convert(key + "[" + items.size() + "]", itemType, item));
    }
    return items;
  }

  private static String text(String key, YamlValue.Scalar scalar) {
    if (scalar.kind() == YamlValue.Kind.NOTHING) {
      throw mismatch(key, "text (\"\" for none)", scalar);
    }
    return scalar.text();
  }

  private static boolean truth(String key, YamlValue.Scalar scalar) {
    if (scalar.kind() != YamlValue.Kind.BOOLEAN) {
      throw mismatch(key, expected(boolean.class), scalar);
    }
    return scalar.text().equalsIgnoreCase("true");
  }

  private static Object constant(String key, Class<?> choice, YamlValue.Scalar scalar) {
    List<String> names = new ArrayList<>();
    for (Object constant : choice.getEnumConstants()) {
      String name = KeyNames.of((Enum<?>) constant);
      if (name.equals(scalar.text())) {
        return constant;
      }
      names.add(name);
    }
    throw mismatch(key, "one of " + String.join(", ", names), scalar);
  }

  private static Object number(String key, Type type, YamlValue.Scalar scalar) {
    boolean whole = scalar.kind() == YamlValue.Kind.INTEGER;
    try {
      if (type == double.class || type == Double.class) {
        if (whole || scalar.kind() == YamlValue.Kind.REAL) {
          return real(scalar.text());
        }
      } else if (whole && (type == int.class || type == Integer.class)) {
        return Integer.decode(scalar.text());
      } else if (whole && (type == long.class || type == Long.class)) {
        return Long.decode(scalar.text());
      }
    } catch (NumberFormatException e) {
      throw mismatch(key, expected(type) + " that fits", scalar);
    }
    throw mismatch(key, expected(type), scalar);
  }

  private static double real(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case ".inf", "+.inf" -> Double.POSITIVE_INFINITY;
      case "-.inf" -> Double.NEGATIVE_INFINITY;
      case ".nan" -> Double.NaN;
      default -> Double.parseDouble(text);
    };
  }

  private static String expected(Type type) {
    if (type == String.class) {
      return "text";
    }
    if (type == boolean.class || type == Boolean.class) {
      return "true or false";
    }
    if (Arrays.asList(int.class, long.class, Integer.class, Long.class).contains(type)) {
      return "a whole number";
    }
    return type == double.class || type == Double.class ? "a number" : "one word";
  }

  static ConfigurationException mismatch(String key, String expected, YamlValue found) {
    return new ConfigurationException(
        found.place(), key + ": expected " + expected + ", found " + found.describe());
  }
}
