package dev.tandem.app.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A value and the place it was written at: {@code file:line:column}, or the option it came by. */
sealed interface YamlValue {
  String place();

  /** What an error message says was found. */
  String describe();

  /** What stands in it under a key or, in a list, under {@code 2]}. */
  default Optional<YamlValue> inner(String key) {
    return Optional.empty();
  }

  /** Anything that is neither list nor section, not yet converted. */
  record Scalar(String place, Kind kind, String text) implements YamlValue {
    @Override
    public String describe() {
      return switch (kind) {
        case NOTHING -> "nothing";
        case TEXT -> '"' + text + '"';
        default -> text;
      };
    }
  }

  /** What YAML's core schema takes a scalar for. */
  enum Kind {
    NOTHING,
    BOOLEAN,
    INTEGER,
    REAL,
    TEXT
  }

  /** Values in brackets or behind dashes. */
  record Sequence(String place, List<YamlValue> items) implements YamlValue {
    @Override
    public String describe() {
      return "a list";
    }

    @Override
    public Optional<YamlValue> inner(String key) {
      String index = key.replace("]", "");
      boolean number = !index.isEmpty() && index.chars().allMatch(Character::isDigit);
      return number ? items.stream().skip(Integer.parseInt(index)).findFirst() : Optional.empty();
    }
  }

  /** Keys with values, in the order in which they were written. */
  record Section(String place, Map<String, Member> members) implements YamlValue {
    @Override
    public String describe() {
      return "a section with keys " + String.join(", ", members.keySet());
    }

    @Override
    public Optional<YamlValue> inner(String key) {
      return get(key);
    }

    Optional<YamlValue> get(String key) {
      return Optional.ofNullable(members.get(key)).map(Member::value);
    }

    /** This section with {@code value} at {@code path}, whatever stood there before. */
    Section with(List<String> path, YamlValue value) {
      String key = path.get(0);
      YamlValue inner = value;
      if (path.size() > 1) {
        Section below =
            get(key).orElse(null) instanceof Section section
                ? section
                : new Section(value.place(), Map.of());
        inner = below.with(path.subList(1, path.size()), value);
      }
      Map<String, Member> changed = new LinkedHashMap<>(members);
      changed.put(key, new Member(value.place(), inner));
      return new Section(place, changed);
    }

    /** The place of the value at a dotted key, or of the nearest section around it. */
    String placeOf(String dottedKey) {
      YamlValue nearest = this;
      for (String key : dottedKey.split("[.\\[]", -1)) {
        Optional<YamlValue> next = nearest.inner(key);
        if (next.isEmpty()) {
          break;
        }
        nearest = next.get();
      }
      return nearest.place();
    }
  }

  /** A key's own place and its value. */
  record Member(String keyPlace, YamlValue value) {}
}
