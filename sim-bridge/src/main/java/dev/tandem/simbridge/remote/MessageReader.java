package dev.tandem.simbridge.remote;

import dev.tandem.runtime.act.Verdict;
import dev.tandem.runtime.record.bytes.FormatException;
import dev.tandem.runtime.record.bytes.LittleEndianInput;
import dev.tandem.runtime.signal.Channel;
import dev.tandem.runtime.signal.ImageSpec;
import dev.tandem.runtime.signal.SignalSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the bytes of one frame mean; refuses too few, too many and wrong ones. */
final class MessageReader {
  private final MessageKind kind;
  private final LittleEndianInput in;

  private MessageReader(MessageKind kind, LittleEndianInput in) {
    this.kind = kind;
    this.in = in;
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
      case STATE -> new Message.State(numbers());
      case STEP -> new Message.Step(numbers());
      case OUTCOME -> outcome();
      case ERROR -> new Message.Refusal(ErrorCode.of(in.getShort()), flag(), text());
      case CLOSE -> new Message.Close();
      case SCENE -> new Message.Scene(text(), parts());
      case PLACE -> new Message.Place(parts());
      case ADVANCE -> new Message.Advance(flag(), in.getDouble(), numbers());
      case SEEN -> seen();
    };
  }

  /** What a version that is not known here has to say is not read. */
  private Message.Hello hello() throws FormatException {
    magic();
    int version = in.getShort();
    if (!MessageWriter.speaks(version)) {
      in.skip(in.remaining());
      return new Message.Hello(version, 0, "", false);
    }
    int role = in.getByte();
    String name = text();
    return new Message.Hello(version, role, name, version > 1 && flag());
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

  private Message.Spec spec() throws FormatException, ProtocolException {
    magic();
    int version = in.getShort();
    Frames.requireSpoken(version);
    Role role = Role.of(in.getByte());
    String name = text();
    String simulator = text();
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
      ImageSpec shape = new ImageSpec(text(), in.getShort(), in.getShort(), in.getByte(), values());
      images.add(new Message.ImageOffer(shape, in.getDouble(), in.getDouble()));
    }
    return images;
  }

  private ImageSpec.Values values() throws FormatException {
    return flag() ? ImageSpec.Values.FLOAT32 : ImageSpec.Values.UINT8;
  }

  private void magic() throws FormatException {
    byte[] found = in.getBytes(MessageWriter.MAGIC.length);
    if (!Arrays.equals(found, MessageWriter.MAGIC)) {
      throw new FormatException("byte 1: expected TNDM, found " + Arrays.toString(found));
    }
  }

  private Message.Outcome outcome() throws FormatException {
    return new Message.Outcome(
        numbers(),
        in.getDouble(),
        flag(),
        flag(),
        flag(),
        verdict(),
        in.getDouble(),
        numbers(),
        text());
  }

  private Verdict verdict() throws FormatException {
    int found = in.getByte();
    if (found >= MessageWriter.VERDICTS.size()) {
      throw new FormatException("byte " + (in.position() - 1) + ": no verdict is " + found);
    }
    return MessageWriter.VERDICTS.get(found);
  }

  private Map<String, String> options() throws FormatException {
    int count = in.getShort();
    Map<String, String> options = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      options.put(text(), text());
    }
    return options;
  }

  private SignalSpec signal(String name) throws FormatException {
    int count = in.getShort();
    List<Channel> channels = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      channels.add(new Channel(text(), text(), in.getDouble(), in.getDouble()));
    }
    return new SignalSpec(name, channels);
  }

  private List<Message.Part> parts() throws FormatException {
    int count = in.getShort();
    List<Message.Part> parts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      parts.add(new Message.Part(text(), numbers()));
    }
    return parts;
  }

  /** Room is made for what is there, not for what is said to be there. */
  private double[] numbers() throws FormatException {
    int count = in.getShort();
    LittleEndianInput values = in.slice((long) count * Double.BYTES);
    double[] numbers = new double[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = values.getDouble();
    }
    return numbers;
  }

  private boolean flag() throws FormatException {
    int found = in.getByte();
    if (found > 1) {
      throw new FormatException(
          "byte " + (in.position() - 1) + ": expected 0 or 1, found " + found);
    }
    return found == 1;
  }

  private String text() throws FormatException {
    return in.getText(in.getShort());
  }
}
