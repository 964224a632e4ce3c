package dev.tandem.runtime.record.journal;

import dev.tandem.runtime.record.bytes.FormatException;
import dev.tandem.runtime.record.cdr.CdrReader;
import dev.tandem.runtime.record.cdr.CdrWriter;

/** An event as {@code tandem_msgs/msg/Event}. */
final class EventCodec {
  private EventCodec() {}

  static void write(JournalEvent event, CdrWriter out) {
    out.int64(event.stampNanos());
    Constants.KIND.write(event.kind(), out);
    out.string(event.text());
  }

  static JournalEvent read(CdrReader in) throws FormatException {
    return new JournalEvent(in.int64(), Constants.KIND.read(in), in.string());
  }
}
