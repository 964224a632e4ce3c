package dev.tandem.policies.checkpoint;

import dev.tandem.policies.nn.Activation;
import dev.tandem.policies.nn.ActorShape;
import dev.tandem.runtime.signal.Channel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/** The header of a checkpoint as text: one {@code key value} a line. */
final class HeaderText {
  /** An array that follows the header. */
  record ArrayLine(String name, int[] shape) {
    long size() {
      return Arrays.stream(shape).asLongStream().reduce(1, Math::multiplyExact);
    }
  }

  private record Line(String key, String value) {}

  private final Path file;
  private final List<Line> lines;

  HeaderText(Path file, String text) {
    this.file = file;
    this.lines = text.lines().map(HeaderText::line).toList();
  }

  CheckpointHeader header() throws CheckpointException {
    List<String> features = values("feature");
    List<Channel> actions = actions();
    TreeMap<String, String> settings = new TreeMap<>();
    for (String setting : values("setting")) {
      int equals = setting.indexOf('=');
      settings.put(setting.substring(0, equals), setting.substring(equals + 1));
    }
    try {
      return new CheckpointHeader(
          value("task"),
          features,
          actions,
          actor(features.size(), actions.size()),
          Long.parseLong(value("policy_version")),
          settings);
    } catch (IllegalArgumentException e) {
      throw new CheckpointException(file, "header: " + e.getMessage(), e);
    }
  }

  List<ArrayLine> arrays() {
    List<ArrayLine> arrays = new ArrayList<>();
    for (String line : values("array")) {
      int space = line.indexOf(' ');
      arrays.add(new ArrayLine(line.substring(space + 1), extents(line.substring(0, space))));
    }
    return arrays;
  }

  private List<Channel> actions() {
    List<Channel> actions = new ArrayList<>();
    List<String> names = values("action_name");
    for (String action : values("action")) {
      String[] parts = action.split(" ", 3);
      actions.add(
          new Channel(
              names.get(actions.size()),
              parts[2],
              Double.parseDouble(parts[0]),
              Double.parseDouble(parts[1])));
    }
    return actions;
  }

  private ActorShape actor(int features, int actions) throws CheckpointException {
    String[] std = value("actor_std").split(" ", 2);
    return new ActorShape(
        features,
        Arrays.stream(extents(value("actor_hidden"))).boxed().toList(),
        actions,
        Activation.valueOf(value("actor_activation")),
        Boolean.parseBoolean(value("actor_layer_norm")),
        Double.parseDouble(std[0]),
        Double.parseDouble(std[1]));
  }

  private String value(String key) throws CheckpointException {
    List<String> values = values(key);
    if (values.size() != 1) {
      throw new CheckpointException(
          file, "header: expected one line " + key + ", found " + values.size());
    }
    return values.get(0);
  }

  private List<String> values(String key) {
    return lines.stream().filter(line -> line.key().equals(key)).map(Line::value).toList();
  }

  private static Line line(String text) {
    int space = text.indexOf(' ');
    return new Line(text.substring(0, space), text.substring(space + 1));
  }

  private static int[] extents(String text) {
    return text.isEmpty()
        ? new int[0]
        : Arrays.stream(text.split("x", -1)).mapToInt(Integer::parseInt).toArray();
  }
}
