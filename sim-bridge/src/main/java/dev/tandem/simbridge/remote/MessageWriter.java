package dev.tandem.simbridge.remote;

import dev.tandem.runtime.act.Verdict;
import dev.tandem.runtime.record.bytes.LittleEndianOutput;
import dev.tandem.runtime.signal.Channel;
import dev.tandem.runtime.signal.ImageSpec;
import dev.tandem.runtime.signal.SignalSpec;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Makes frames of messages. Keeps its buffer; one thread. */
public final class MessageWriter {
  /** The first four bytes of what HELLO and SPEC say, in this order. */
  static final byte[] MAGIC = "TNDM".getBytes(StandardCharsets.US_ASCII);

  /** Of the protocol: what has no need of more is said in this. */
  static final int FIRST_VERSION = 1;

  /** With images beside the numbers. */
  static final int VERSION_WITH_IMAGES = 2;

  /** The wire has their index. */
  static final List<Verdict> VERDICTS = List.of(Verdict.PASSED, Verdict.MODIFIED, Verdict.STOP);

  private static final int FIRST_CAPACITY_BYTES = 1024;
  private static final int MOST_IN_SHORT = 0xffff;

  private final LittleEndianOutput out = new LittleEndianOutput(FIRST_CAPACITY_BYTES);

  static boolean speaks(int version) {
    return version >= FIRST_VERSION && version <= VERSION_WITH_IMAGES;
  }

  /** The whole frame, valid until the next one. */
  public ByteBuffer frame(Message message) {
    out.clear();
    out.putInt(0);
    write(message);
    out.setInt(0, out.size() - Integer.BYTES);
    return out.view();
  }

  private void write(Message message) {
    if (message instanceof Message.Step step) {
      kind(MessageKind.STEP).numbers(step.action());
    } else if (message instanceof Message.Outcome outcome) {
      write(outcome);
    } else if (message instanceof Message.State state) {
      kind(MessageKind.STATE).numbers(state.observation());
    } else if (message instanceof Message.Advance advance) {
      kind(MessageKind.ADVANCE).flag(advance.brakes());
      number(advance.dtSeconds()).numbers(advance.command());
    } else if (message instanceof Message.Reset reset) {
      write(reset);
    } else if (message instanceof Message.Refusal refusal) {
      kind(MessageKind.ERROR).count(refusal.code().code).flag(refusal.closes());
      text(refusal.text());
    } else if (message instanceof Message.Seen seen) {
      kind(MessageKind.SEEN).pictures(seen.pictures());
      write(seen.of());
    } else {
      writeRare(message);
    }
  }

  private void writeRare(Message message) {
    if (message instanceof Message.Hello hello) {
      kind(MessageKind.HELLO).greet(hello.version(), hello.role()).text(hello.name());
      if (hello.version() >= VERSION_WITH_IMAGES) {
        flag(hello.wantsImages());
      }
    } else if (message instanceof Message.Spec spec) {
      write(spec);
    } else if (message instanceof Message.Place place) {
      kind(MessageKind.PLACE).parts(place.parts());
    } else if (message instanceof Message.Scene scene) {
      kind(MessageKind.SCENE).text(scene.world()).parts(scene.parts());
    } else {
      kind(MessageKind.CLOSE);
    }
  }

  private void write(Message.Outcome outcome) {
    kind(MessageKind.OUTCOME).numbers(outcome.observation()).number(outcome.reward());
    flag(outcome.terminated()).flag(outcome.truncated()).flag(outcome.success());
    out.putByte(VERDICTS.indexOf(outcome.verdict()));
    number(outcome.elapsedSeconds()).numbers(outcome.applied()).text(outcome.stop());
  }

  private void write(Message.Spec spec) {
    kind(MessageKind.SPEC).greet(spec.version(), spec.role().code);
    text(spec.name()).text(spec.simulator());
    signal(spec.observation()).signal(spec.action()).number(spec.stepSeconds());
    out.putInt(spec.horizonSteps());
    if (spec.version() >= VERSION_WITH_IMAGES) {
      images(spec.images());
    }
  }

  private void images(List<Message.ImageOffer> images) {
    count(images.size());
    for (Message.ImageOffer image : images) {
      ImageSpec shape = image.shape();
      text(shape.name()).count(shape.width()).count(shape.height());
      out.putByte(shape.depth());
      flag(shape.values() == ImageSpec.Values.FLOAT32);
      number(image.rateHz()).number(image.delaySeconds());
    }
  }

  private void pictures(List<Message.Picture> pictures) {
    count(pictures.size());
    for (Message.Picture picture : pictures) {
      number(picture.shownSeconds());
      out.putInt(picture.pixels().length);
      out.putBytes(picture.pixels());
    }
  }

  private void write(Message.Reset reset) {
    kind(MessageKind.RESET);
    out.putLong(reset.seed());
    count(reset.options().size());
    for (Map.Entry<String, String> option : reset.options().entrySet()) {
      text(option.getKey()).text(option.getValue());
    }
  }

  private MessageWriter kind(MessageKind kind) {
    out.putByte(kind.code);
    return this;
  }

  private MessageWriter greet(int version, int role) {
    out.putBytes(MAGIC);
    count(version);
    out.putByte(role);
    return this;
  }

  private MessageWriter signal(SignalSpec signal) {
    count(signal.size());
    for (Channel channel : signal.channels()) {
      text(channel.name()).text(channel.unit()).number(channel.min()).number(channel.max());
    }
    return this;
  }

  private MessageWriter parts(List<Message.Part> parts) {
    count(parts.size());
    for (Message.Part part : parts) {
      text(part.name()).numbers(part.values());
    }
    return this;
  }

  private MessageWriter numbers(double[] values) {
    count(values.length);
    for (double value : values) {
      out.putDouble(value);
    }
    return this;
  }

  private MessageWriter number(double value) {
    out.putDouble(value);
    return this;
  }

  private MessageWriter flag(boolean value) {
    out.putByte(value ? 1 : 0);
    return this;
  }

  /** What is longer than a text may be is cut off before a character; only errors are. */
  private MessageWriter text(String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    int most = Math.min(bytes.length, MOST_IN_SHORT);
    while (most < bytes.length && (bytes[most] & 0xc0) == 0x80) {
      most--;
    }
    byte[] kept = Arrays.copyOf(bytes, most);
    count(kept.length);
    out.putBytes(kept);
    return this;
  }

  private MessageWriter count(int value) {
    if (value < 0 || value > MOST_IN_SHORT) {
      throw new IllegalArgumentException(
          "count: expected 0 to " + MOST_IN_SHORT + " in a frame, found " + value);
    }
    out.putShort(value);
    return this;
  }
}
