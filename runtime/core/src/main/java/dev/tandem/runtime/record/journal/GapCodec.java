package dev.tandem.runtime.record.journal;

import dev.tandem.runtime.record.TickGap;
import dev.tandem.runtime.record.bytes.FormatException;
import dev.tandem.runtime.record.cdr.CdrReader;
import dev.tandem.runtime.record.cdr.CdrWriter;

/** A gap as {@code tandem_msgs/msg/Gap}. */
final class GapCodec {
  private GapCodec() {}

  static void write(TickGap gap, CdrWriter out) {
    out.int64(gap.firstTick()).int64(gap.lastTick()).int64(gap.lostTicks()).int64(gap.stampNanos());
  }

  static TickGap read(CdrReader in) throws FormatException {
    try {
      return new TickGap(in.int64(), in.int64(), in.int64(), in.int64());
    } catch (IllegalArgumentException e) {
      throw new FormatException(e);
    }
  }
}
