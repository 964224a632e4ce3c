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
    out.int64(event.episode()).int32(event.step());
  }

  /** Journals of earlier versions end before the episode. */
  static JournalEvent read(CdrReader in) throws FormatException {
    long stampNanos = in.int64();
    JournalEvent.Kind kind = Constants.KIND.read(in);
    String text = in.string();
    long episode = in.hasMore() ? in.int64() : -1;
    int step = in.hasMore() ? in.int32() : -1;
    return new JournalEvent(stampNanos, episode, step, kind, text);
  }
}
