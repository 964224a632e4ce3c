package dev.tandem.runtime.record.mcap;

import dev.tandem.runtime.record.bytes.FormatException;
import dev.tandem.runtime.record.bytes.LittleEndianInput;
import java.util.HashMap;
import java.util.Map;

/** The schemas and channels that a reader has met so far. */
final class ChannelTable {
  private final Map<Integer, McapSchema> schemas = new HashMap<>();
  private final Map<Integer, McapChannel> channels = new HashMap<>();
  private final McapVisitor visitor;

  ChannelTable(McapVisitor visitor) {
    this.visitor = visitor;
    schemas.put(0, new McapSchema(1, "", "", ""));
  }

  void schema(LittleEndianInput in) throws FormatException {
    int id = in.getShort();
    String name = string(in);
    String encoding = string(in);
    String text = string(in);
    if (id == 0) {
      throw new FormatException("schema " + name + ": expected an id above 0, found 0");
    }
    schemas.put(id, new McapSchema(id, name, encoding, text));
  }

  void channel(LittleEndianInput in) throws FormatException {
    int id = in.getShort();
    int schemaId = in.getShort();
    McapSchema schema = schemas.get(schemaId);
    String topic = string(in);
    String messageEncoding = string(in);
    if (schema == null) {
      throw new FormatException(
          "channel " + topic + ": expected schema " + schemaId + ", found " + schemas.keySet());
    }
    McapChannel channel = new McapChannel(id, schema, topic, messageEncoding);
    if (channels.put(id, channel) == null) {
      visitor.onChannel(channel);
    }
  }

  McapChannel get(int id) throws FormatException {
    McapChannel channel = channels.get(id);
    if (channel == null) {
      throw new FormatException("message: expected channel " + id + ", found " + channels.keySet());
    }
    return channel;
  }

  private static String string(LittleEndianInput in) throws FormatException {
    return in.getText(in.getUnsignedInt());
  }
}
