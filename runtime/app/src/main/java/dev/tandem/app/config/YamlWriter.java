package dev.tandem.app.config;

import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Writes a record as YAML, keys in the order of its components. */
final class YamlWriter {
  private YamlWriter() {}

  static String write(Record settings) {
    DumpSettings style =
        DumpSettings.builder()
            .setDefaultFlowStyle(FlowStyle.BLOCK)
            .setSchema(new CoreSchema())
            .setWidth(Integer.MAX_VALUE)
            .build();
    return new Dump(style).dumpToString(section(settings));
  }

  private static Map<String, Object> section(Record settings) {
    Map<String, Object> section = new LinkedHashMap<>();
    for (RecordComponent component : settings.getClass().getRecordComponents()) {
      section.put(KeyNames.of(component), plain(KeyNames.read(settings, component)));
    }
    return section;
  }

  private static Object plain(Object value) {
    if (value instanceof Record inner) {
      return section(inner);
    }
    if (value instanceof List<?> list) {
      return list.stream().map(YamlWriter::plain).toList();
    }
    return value instanceof Enum<?> constant ? KeyNames.of(constant) : value;
  }
}
