package dev.tandem.controllers.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One element of an XML file that remembers where it stands, so that every error can say so. */
record XmlElement(
    String file, int line, String name, Map<String, String> attributes, List<XmlElement> children) {

  List<XmlElement> all(String child) {
    return children.stream().filter(c -> c.name.equals(child)).toList();
  }

  Optional<XmlElement> first(String child) {
    return children.stream().filter(c -> c.name.equals(child)).findFirst();
  }

  XmlElement required(String child) {
    return first(child)
        .orElseThrow(() -> error("expected a <" + child + "> in it, found none; add one"));
  }

  String text(String attribute) {
    String value = attributes.getOrDefault(attribute, "").strip();
    if (value.isEmpty()) {
      throw error(
          "expected attribute " + attribute + ", found none; add " + attribute + "=\"...\"");
    }
    return value;
  }

  double number(String attribute) {
    return parse(attribute, text(attribute));
  }

  double number(String attribute, double otherwise) {
    return attributes.containsKey(attribute) ? number(attribute) : otherwise;
  }

  /** Three numbers with blanks between; {@code otherwise} when the attribute is absent. */
  double[] vector(String attribute, double x, double y, double z) {
    if (!attributes.containsKey(attribute)) {
      return new double[] {x, y, z};
    }
    String[] parts = text(attribute).split("\\s+", -1);
    if (parts.length != 3) {
      throw error(
          "expected 3 numbers in attribute "
              + attribute
              + ", found "
              + parts.length
              + " in \""
              + text(attribute)
              + "\"; write x y z");
    }
    double[] vector = new double[3];
    for (int i = 0; i < 3; i++) {
      vector[i] = parse(attribute, parts[i]);
    }
    return vector;
  }

  private double parse(String attribute, String text) {
    double value = Double.NaN;
    try {
      value = Double.parseDouble(text);
    } catch (NumberFormatException e) {
      value = Double.NaN;
    }
    if (!Double.isFinite(value)) {
      throw error(
          "expected a finite number in attribute "
              + attribute
              + ", found \""
              + text
              + "\"; write it like 0.25 or -1e-3");
    }
    return value;
  }

  /** {@code file:line: <name "its name">: what}. */
  UrdfException error(String what) {
    String called = attributes.containsKey("name") ? " \"" + attributes.get("name") + "\"" : "";
    return new UrdfException(file + ":" + line + ": <" + name + called + ">: " + what);
  }
}
