package dev.tandem.app.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes into a text's values what the text is too old to say. */
final class LaterKeys {
  private static final String EACH = "[]";

  private final List<String> added = new ArrayList<>();
  private YamlValue.Section root;

  LaterKeys(YamlValue.Section written, List<LaterKey> keys) {
    this.root = written;
    for (LaterKey key : keys) {
      root = fill(root, new Place(key, List.of(key.key().split("\\.", -1)), "", 0));
    }
  }

  /** All values. */
  YamlValue.Section root() {
    return root;
  }

  /** {@code key: value} for each that was missing. */
  List<String> added() {
    return added;
  }

  /**
   * Where in the text a key is looked for.
   *
   * @param path from here on
   * @param prefix dotted, as far as here
   * @param item of the innermost list
   */
  private record Place(LaterKey key, List<String> path, String prefix, int item) {
    String name() {
      return path.get(0).replace(EACH, "");
    }

    boolean isLast() {
      return path.size() == 1;
    }

    Place inSection() {
      return new Place(key, path.subList(1, path.size()), prefix + name() + ".", item);
    }

    Place inItem(int index) {
      String list = prefix + name() + "[" + index + "].";
      return new Place(key, path.subList(1, path.size()), list, index);
    }
  }

  /** What is not there, or is something else, is left to whoever binds the values. */
  private YamlValue.Section fill(YamlValue.Section section, Place place) {
    Optional<YamlValue> inner = section.get(place.name());
    if (place.isLast()) {
      return inner.isPresent() ? section : section.with(place.path(), add(section, place));
    }
    if (inner.isEmpty()) {
      return section;
    }
    return section.with(List.of(place.name()), filled(inner.get(), place));
  }

  private YamlValue filled(YamlValue inner, Place place) {
    if (inner instanceof YamlValue.Section below) {
      return fill(below, place.inSection());
    }
    if (!(inner instanceof YamlValue.Sequence sequence)) {
      return inner;
    }
    List<YamlValue> items = new ArrayList<>();
    for (YamlValue each : sequence.items()) {
      boolean section = each instanceof YamlValue.Section;
      items.add(section ? fill((YamlValue.Section) each, place.inItem(items.size())) : each);
    }
    return new YamlValue.Sequence(sequence.place(), items);
  }

  private YamlValue add(YamlValue.Section section, Place place) {
    String yaml = place.key().value().yaml(place.item(), this::number);
    added.add(place.prefix() + place.name() + ": " + yaml);
    return YamlReader.option(section.place(), yaml);
  }

  private double number(String dottedKey) {
    YamlValue value = root;
    for (String key : dottedKey.split("\\.", -1)) {
      value = value.inner(key).orElse(value);
    }
    return value instanceof YamlValue.Scalar scalar ? number(scalar) : Double.NaN;
  }

  private static double number(YamlValue.Scalar scalar) {
    try {
      return (double) ValueConverter.convert("", double.class, scalar);
    } catch (ConfigurationException e) {
      return Double.NaN;
    }
  }
}
