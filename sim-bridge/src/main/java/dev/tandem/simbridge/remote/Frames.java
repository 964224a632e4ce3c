package dev.tandem.simbridge.remote;

import dev.tandem.runtime.signal.SignalSpec;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** What every conversation asks of a frame. */
final class Frames {
  /** Of what is placed: m, rad, rad/s, or an index. */
  private static final int MOST = 1_000;

  /** Characters of a word that nobody knows. */
  private static final int MOST_SHOWN = 60;

  /** Of a scene, or of what is placed at once. */
  private static final int MOST_PARTS = 1_000;

  /** Nm of a drive; none of ours has a thousandth of it. */
  private static final double MOST_COMMAND = 1e5;

  private Frames() {}

  static ProtocolException outOfOrder(Message request, String expected) {
    return new ProtocolException(
        ErrorCode.OUT_OF_ORDER,
        "expected " + expected + ", found " + request.getClass().getSimpleName());
  }

  static void requireSpoken(int version) throws ProtocolException {
    if (!MessageWriter.speaks(version)) {
      throw ProtocolException.closing(
          ErrorCode.UNSUPPORTED_VERSION, "version: expected 1 or 2, found " + version);
    }
  }

  /** As many as there are channels, each finite. */
  static void requireFit(String name, SignalSpec spec, double[] values) throws ProtocolException {
    if (values.length != spec.size()) {
      throw new ProtocolException(
          ErrorCode.WRONG_SIZE,
          name + ": expected " + spec.size() + " numbers, found " + values.length);
    }
    for (int i = 0; i < values.length; i++) {
      requireFinite(name + " " + spec.channel(i).name(), values[i]);
    }
  }

  static void requireFinite(String name, double value) throws ProtocolException {
    if (!Double.isFinite(value)) {
      throw new ProtocolException(
          ErrorCode.NOT_FINITE, name + ": expected a finite number, found " + value);
    }
  }

  static void requireNoOptions(Message.Reset reset) throws ProtocolException {
    if (!reset.options().isEmpty()) {
      throw new ProtocolException(
          ErrorCode.UNKNOWN_OPTION,
          "RESET: expected no option, as there is none yet, found "
              + shown(Collections.min(reset.options().keySet())));
    }
  }

  static void requireFinite(Message.Part part) throws ProtocolException {
    for (double value : part.values()) {
      requireFinite(part.name(), value);
    }
  }

  /** Places so far away that figures lose their meaning would come back as no numbers. */
  static void requireWithinReason(Message.Part part) throws ProtocolException {
    for (double value : part.values()) {
      if (Math.abs(value) > MOST) {
        throw new ProtocolException(
            ErrorCode.IMPOSSIBLE,
            part.name() + ": expected numbers of -" + MOST + " to " + MOST + ", found " + value);
      }
    }
  }

  /** Nobody shall make this machine look at parts for ever. */
  static void requireFew(String of, List<Message.Part> parts) throws ProtocolException {
    if (parts.size() > MOST_PARTS) {
      throw new ProtocolException(
          ErrorCode.IMPOSSIBLE,
          of + ": expected at most " + MOST_PARTS + " parts, found " + parts.size());
    }
  }

  /** More than any drive has would only make a world diverge. */
  static void requireWithinReason(SignalSpec spec, double[] command) throws ProtocolException {
    for (int i = 0; i < command.length; i++) {
      if (Math.abs(command[i]) > MOST_COMMAND) {
        throw new ProtocolException(
            ErrorCode.IMPOSSIBLE,
            String.format(
                Locale.ROOT,
                "command %s: expected -%.0f to %.0f, found %s",
                spec.channel(i).name(),
                MOST_COMMAND,
                MOST_COMMAND,
                command[i]));
      }
    }
  }

  /** Returns the part's numbers. */
  static double[] requireSize(Message.Part part, int size) throws ProtocolException {
    if (part.values().length != size) {
      throw new ProtocolException(
          ErrorCode.WRONG_SIZE,
          part.name() + ": expected " + size + " numbers, found " + part.values().length);
    }
    return part.values();
  }

  static ProtocolException unknownPart(Message.Part part, String of) {
    return new ProtocolException(
        ErrorCode.IMPOSSIBLE, "expected a part of " + of + ", found " + shown(part.name()));
  }

  /** What a client said, as far as it is of use to whoever reads why it was refused. */
  static String shown(String said) {
    int most =
        said.offsetByCodePoints(0, Math.min(MOST_SHOWN, said.codePointCount(0, said.length())));
    return most < said.length() ? said.substring(0, most) + "..." : said;
  }

  /** What came, for people. */
  static String told(Message answer) {
    if (answer instanceof Message.State state) {
      return "a state of " + state.observation().length;
    }
    if (answer instanceof Message.Spec spec) {
      String role = spec.role().name().toLowerCase(Locale.ROOT);
      return MessageWriter.speaks(spec.version())
          ? "the spec of a " + role + " in version " + spec.version()
          : "a spec in version " + spec.version();
    }
    return answer instanceof Message.Refusal refusal
        ? refusal.code() + ": " + refusal.text()
        : kind(answer);
  }

  /** As the document calls it. */
  static String kind(Message message) {
    return message instanceof Message.Refusal
        ? "ERROR"
        : message.getClass().getSimpleName().toUpperCase(Locale.ROOT);
  }
}
