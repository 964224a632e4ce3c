package dev.tandem.app.config;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Reads YAML 1.2 into values that know where they stand. */
final class YamlReader {
  private static final int MAX_DEPTH = 20;
  private static final int MAX_VALUES = 10_000;

  private final Function<Mark, String> places;
  private int values;

  private YamlReader(Function<Mark, String> places) {
    this.places = places;
  }

  /** A file's settings; none for an empty file. */
  static YamlValue.Section file(Path file) {
    return text(file.toString(), content(file));
  }

  /** The settings in a text that messages call {@code name}. */
  static YamlValue.Section text(String name, String yaml) {
    Function<Mark, String> places =
        mark -> name + ":" + (mark.getLine() + 1) + ":" + (mark.getColumn() + 1);
    Optional<YamlValue> root = new YamlReader(places).read(name, yaml);
    if (root.isEmpty()) {
      return new YamlValue.Section(name, Map.of());
    }
    if (root.get() instanceof YamlValue.Section section) {
      return section;
    }
    throw new ConfigurationException(
        root.get().place(), "expected key: value, found " + root.get().describe());
  }

  /** The value of an option; empty text for none. */
  static YamlValue option(String option, String yaml) {
    return new YamlReader(mark -> option)
        .read(option, yaml)
        .orElse(new YamlValue.Scalar(option, YamlValue.Kind.TEXT, ""));
  }

  private static String content(Path file) {
    try {
      return SettingsText.read(file);
    } catch (NoSuchFileException e) {
      throw new ConfigurationException(file.toString(), "no such configuration file");
    } catch (IOException e) {
      throw new ConfigurationException(file.toString(), "cannot be read: " + e.getMessage());
    }
  }

  private Optional<YamlValue> read(String source, String yaml) {
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel(source)
            .setSchema(new CoreSchema())
            .setAllowNonScalarKeys(true)
            .build();
    try {
      return new Compose(settings).composeString(yaml).map(node -> value(node, 0));
    } catch (MarkedYamlEngineException e) {
      String place = e.getProblemMark().map(places).orElse(source);
      throw new ConfigurationException(place, "not valid YAML: " + e.getProblem());
    } catch (YamlEngineException e) {
      throw new ConfigurationException(source, "not valid YAML: " + e.getMessage());
    }
  }

  private YamlValue value(Node node, int depth) {
    values++;
    if (depth > MAX_DEPTH || values > MAX_VALUES) {
      throw new ConfigurationException(
          place(node), "nested too deeply or too large; does an alias contain itself?");
    }
    if (node instanceof MappingNode mapping) {
      return section(mapping, depth);
    }
    if (node instanceof SequenceNode sequence) {
      List<YamlValue> items = new ArrayList<>();
      sequence.getValue().forEach(item -> items.add(value(item, depth + 1)));
      return new YamlValue.Sequence(place(node), items);
    }
    return new YamlValue.Scalar(place(node), kind(node.getTag()), ((ScalarNode) node).getValue());
  }

  private YamlValue section(MappingNode mapping, int depth) {
    Map<String, YamlValue.Member> members = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      Node key = tuple.getKeyNode();
      if (!(key instanceof ScalarNode scalar)) {
        throw new ConfigurationException(place(key), "expected a key, found a list or section");
      }
      YamlValue.Member member =
          new YamlValue.Member(place(key), value(tuple.getValueNode(), depth + 1));
      YamlValue.Member first = members.putIfAbsent(scalar.getValue(), member);
      if (first != null) {
        throw new ConfigurationException(
            place(key), scalar.getValue() + " stands twice, first at " + first.keyPlace());
      }
    }
    return new YamlValue.Section(place(mapping), members);
  }

  private String place(Node node) {
    return node.getStartMark().map(places).orElseThrow();
  }

  private static YamlValue.Kind kind(Tag tag) {
    if (tag.equals(Tag.NULL)) {
      return YamlValue.Kind.NOTHING;
    }
    if (tag.equals(Tag.BOOL)) {
      return YamlValue.Kind.BOOLEAN;
    }
    if (tag.equals(Tag.INT)) {
      return YamlValue.Kind.INTEGER;
    }
    return tag.equals(Tag.FLOAT) ? YamlValue.Kind.REAL : YamlValue.Kind.TEXT;
  }
}
