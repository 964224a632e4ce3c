package dev.tandem.runtime.record.journal;

import dev.tandem.runtime.learn.Transition;
import dev.tandem.runtime.record.bytes.FormatException;
import dev.tandem.runtime.record.cdr.CdrReader;
import dev.tandem.runtime.record.cdr.CdrWriter;

/** A transition as {@code tandem_msgs/msg/Transition}. */
final class TransitionCodec {
  private TransitionCodec() {}

  static void write(Transition transition, CdrWriter out) {
    out.int64(transition.episode())
        .int32(transition.step())
        .int64(transition.stampNanos())
        .float32s(transition.observation())
        .float32s(transition.requestedAction())
        .float32s(transition.appliedAction())
        .float64(transition.reward())
        .float32s(transition.nextObservation())
        .bool(transition.terminated())
        .bool(transition.truncated());
    Constants.ORIGIN.write(transition.origin(), out);
    Constants.VERDICT.write(transition.worstVerdict(), out);
    out.int64(transition.policyVersion());
  }

  static Transition read(CdrReader in) throws FormatException {
    try {
      return new Transition(
          in.int64(),
          in.int32(),
          in.int64(),
          in.float32s(),
          in.float32s(),
          in.float32s(),
          in.float64(),
          in.float32s(),
          in.bool(),
          in.bool(),
          Constants.ORIGIN.read(in),
          Constants.VERDICT.read(in),
          in.int64());
    } catch (IllegalArgumentException e) {
      throw new FormatException(e);
    }
  }
}
