package dev.tandem.simbridge.remote;

import dev.tandem.runtime.record.bytes.FormatException;
import dev.tandem.runtime.record.bytes.LittleEndianInput;
import dev.tandem.runtime.signal.Channel;
import dev.tandem.runtime.signal.ImageSpec;
import dev.tandem.runtime.signal.SignalSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the bytes of one frame mean; refuses too few, too many and wrong ones. */
final class MessageReader {
  private final MessageKind kind;
  private final LittleEndianInput in;
  private final MessageFields fields;

  private MessageReader(MessageKind kind, LittleEndianInput in) {
    this.kind = kind;
    this.in = in;
    this.fields = new MessageFields(in);
  }

  /**
   * Reads what follows a frame's length.
   *
   * @throws ProtocolException that lets the connection live: where the next frame begins is known
   */
  static Message read(byte[] frame) throws ProtocolException {
    LittleEndianInput in = new LittleEndianInput(frame);
    try {
      return new MessageReader(MessageKind.of(in.getByte()), in).whole();
    } catch (FormatException | IllegalArgumentException e) {
      throw new ProtocolException(ErrorCode.MALFORMED, name(frame) + ": " + e.getMessage());
    }
  }

  private static String name(byte[] frame) throws ProtocolException {
    return frame.length == 0 ? "frame" : MessageKind.of(frame[0] & 0xff).name();
  }

  private Message whole() throws FormatException, ProtocolException {
    Message message = message();
    if (in.remaining() > 0) {
      throw new FormatException("byte " + in.position() + ": " + in.remaining() + " too many");
    }
    return message;
  }

  private Message message() throws FormatException, ProtocolException {
    return switch (kind) {
      case HELLO -> hello();
      case SPEC -> spec();
      case RESET -> new Message.Reset(in.getLong(), options());
      case STATE -> new Message.State(fields.numbers());
      case STEP -> new Message.Step(fields.numbers());
      case OUTCOME -> outcome();
      case ERROR -> new Message.Refusal(ErrorCode.of(in.getShort()), fields.flag(), fields.text());
      case CLOSE -> new Message.Close();
      case SCENE -> new Message.Scene(fields.text(), parts());
      case PLACE -> new Message.Place(parts());
      case ADVANCE -> new Message.Advance(fields.flag(), in.getDouble(), fields.numbers());
      case SEEN -> seen();
    };
  }

  /** What a version that is not known here has to say is not read. */
  private Message.Hello hello() throws FormatException {
    fields.magic();
    int version = in.getShort();
    if (!MessageWriter.speaks(version)) {
      in.skip(in.remaining());
      return new Message.Hello(version, 0, "", false);
    }
    int role = in.getByte();
    String name = fields.text();
    return new Message.Hello(version, role, name, version > 1 && fields.flag());
  }

  private Message.Seen seen() throws FormatException, ProtocolException {
    List<Message.Picture> pictures = pictures();
    MessageKind of = MessageKind.of(in.getByte());
    if (of != MessageKind.STATE && of != MessageKind.OUTCOME) {
      throw new FormatException(
          "byte " + (in.position() - 1) + ": expected images of STATE or OUTCOME, found " + of);
    }
    return new Message.Seen(pictures, new MessageReader(of, in).message());
  }

  private List<Message.Picture> pictures() throws FormatException {
    int count = in.getShort();
    List<Message.Picture> pictures = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      pictures.add(new Message.Picture(in.getDouble(), in.getBytes(in.getUnsignedInt())));
    }
    return pictures;
  }

  /** Of a version that is not known here nothing but that is read: whoever asked for it tells. */
  private Message.Spec spec() throws FormatException, ProtocolException {
    fields.magic();
    int version = in.getShort();
    if (!MessageWriter.speaks(version)) {
      in.skip(in.remaining());
      SignalSpec none = new SignalSpec("none", List.of());
      return new Message.Spec(Role.TASK, "", "", none, none, 0, 0).inVersion(version);
    }
    Role role = Role.of(in.getByte());
    String name = fields.text();
    String simulator = fields.text();
    SignalSpec observation = signal("observation");
    SignalSpec action = signal("action");
    double stepSeconds = in.getDouble();
    int horizonSteps = in.getInt();
    return new Message.Spec(role, name, simulator, observation, action, stepSeconds, horizonSteps)
        .with(version > 1 ? images() : List.of())
        .inVersion(version);
  }

  private List<Message.ImageOffer> images() throws FormatException {
    int count = in.getShort();
    List<Message.ImageOffer> images = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ImageSpec shape =
          new ImageSpec(fields.text(), in.getShort(), in.getShort(), in.getByte(), values());
      images.add(new Message.ImageOffer(shape, in.getDouble(), in.getDouble()));
    }
    return images;
  }

  private ImageSpec.Values values() throws FormatException {
    return fields.flag() ? ImageSpec.Values.FLOAT32 : ImageSpec.Values.UINT8;
  }

  private Message.Outcome outcome() throws FormatException {
    return new Message.Outcome(
        fields.numbers(),
        in.getDouble(),
        fields.flag(),
        fields.flag(),
        fields.flag(),
        fields.verdict(),
        in.getDouble(),
        fields.numbers(),
        fields.text());
  }

  private Map<String, String> options() throws FormatException {
    int count = in.getShort();
    Map<String, String> options = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      options.put(fields.text(), fields.text());
    }
    return options;
  }

  private SignalSpec signal(String name) throws FormatException {
    int count = in.getShort();
    List<Channel> channels = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      channels.add(new Channel(fields.text(), fields.text(), in.getDouble(), in.getDouble()));
    }
    return new SignalSpec(name, channels);
  }

  private List<Message.Part> parts() throws FormatException {
    int count = in.getShort();
    List<Message.Part> parts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      parts.add(new Message.Part(fields.text(), fields.numbers()));
    }
    return parts;
  }
}
