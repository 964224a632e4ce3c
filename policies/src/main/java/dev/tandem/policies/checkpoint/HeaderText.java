package dev.tandem.policies.checkpoint;

import dev.tandem.policies.nn.Activation;
import dev.tandem.policies.nn.ActorShape;
import dev.tandem.runtime.signal.Channel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The header of a checkpoint as text: one {@code key value} a line. Whatever is wrong in it is an
 * {@link IllegalArgumentException} that quotes the line.
 */
final class HeaderText {
  /** An array that follows the header. */
  record ArrayLine(String name, int[] shape) {
    long size() {
      return Arrays.stream(shape).asLongStream().reduce(1, Math::multiplyExact);
    }
  }

  private record Line(String key, String value) {
    @Override
    public String toString() {
      return key + " " + value;
    }
  }

  private record Bounds(double min, double max, String unit) {}

  private final List<Line> lines;

  HeaderText(String text) {
    this.lines = text.lines().map(HeaderText::line).toList();
  }

  CheckpointHeader header() {
    List<String> features = values("feature");
    List<Channel> actions = actions();
    return new CheckpointHeader(
        value("task"),
        features,
        actions,
        actor(features.size(), actions.size()),
        parse(single("policy_version"), Long::parseLong),
        settings());
  }

  List<ArrayLine> arrays() {
    return parseAll("array", HeaderText::array);
  }

  SortedMap<String, String> settings() {
    SortedMap<String, String> settings = new TreeMap<>();
    for (String[] setting : parseAll("setting", value -> split(value, "=", 2))) {
      settings.put(setting[0], setting[1]);
    }
    return settings;
  }

  private List<Channel> actions() {
    List<String> names = values("action_name");
    List<Bounds> bounds = parseAll("action", HeaderText::bounds);
    if (names.size() != bounds.size()) {
      throw new IllegalArgumentException(
          "expected a name for each of " + bounds.size() + " actions, found " + names.size());
    }
    List<Channel> actions = new ArrayList<>();
    for (Bounds each : bounds) {
      actions.add(new Channel(names.get(actions.size()), each.unit(), each.min(), each.max()));
    }
    return actions;
  }

  private Optional<ActorShape> actor(int features, int actions) {
    boolean streams = values("actor").equals(List.of(CheckpointCodec.STREAMING));
    return streams ? Optional.empty() : Optional.of(shape(features, actions));
  }

  private ActorShape shape(int features, int actions) {
    double[] std = parse(single("actor_std"), HeaderText::pair);
    return new ActorShape(
        features,
        Arrays.stream(parse(single("actor_hidden"), HeaderText::extents)).boxed().toList(),
        actions,
        parse(single("actor_activation"), Activation::valueOf),
        Boolean.parseBoolean(value("actor_layer_norm")),
        std[0],
        std[1]);
  }

  String value(String key) {
    return single(key).value();
  }

  private Line single(String key) {
    List<Line> found = all(key);
    if (found.size() != 1) {
      throw new IllegalArgumentException("expected one line " + key + ", found " + found.size());
    }
    return found.get(0);
  }

  private List<Line> all(String key) {
    return lines.stream().filter(line -> line.key().equals(key)).toList();
  }

  List<String> values(String key) {
    return all(key).stream().map(Line::value).toList();
  }

  <T> List<T> parseAll(String key, Function<String, T> reader) {
    return all(key).stream().map(line -> parse(line, reader)).toList();
  }

  private static <T> T parse(Line line, Function<String, T> reader) {
    try {
      return reader.apply(line.value());
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new IllegalArgumentException("line '" + line + "': " + e.getMessage(), e);
    }
  }

  private static Line line(String text) {
    String[] parts = split(text, " ", 2);
    return new Line(parts[0], parts[1]);
  }

  private static ArrayLine array(String value) {
    String[] parts = split(value, " ", 2);
    ArrayLine line = new ArrayLine(parts[1], extents(parts[0]));
    Math.multiplyExact(line.size(), Float.BYTES);
    return line;
  }

  private static Bounds bounds(String value) {
    String[] parts = split(value, " ", 3);
    return new Bounds(Double.parseDouble(parts[0]), Double.parseDouble(parts[1]), parts[2]);
  }

  private static double[] pair(String value) {
    return Arrays.stream(split(value, " ", 2)).mapToDouble(Double::parseDouble).toArray();
  }

  static int[] extents(String text) {
    return text.isEmpty()
        ? new int[0]
        : Arrays.stream(text.split("x", -1)).mapToInt(HeaderText::extent).toArray();
  }

  private static int extent(String text) {
    int extent = Integer.parseInt(text);
    if (extent < 0) {
      throw new IllegalArgumentException("expected extents of 0 or more, found " + extent);
    }
    return extent;
  }

  static String[] split(String text, String separator, int parts) {
    String[] found = text.split(separator, parts);
    if (found.length != parts) {
      throw new IllegalArgumentException(
          "expected %d parts, found %d in '%s'".formatted(parts, found.length, text));
    }
    return found;
  }
}
