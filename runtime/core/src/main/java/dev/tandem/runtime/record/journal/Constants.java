package dev.tandem.runtime.record.journal;

import dev.tandem.runtime.act.Verdict;
import dev.tandem.runtime.decide.Origin;
import dev.tandem.runtime.guard.Mode;
import dev.tandem.runtime.record.bytes.FormatException;
import dev.tandem.runtime.record.cdr.CdrReader;
import dev.tandem.runtime.record.cdr.CdrWriter;
import java.util.List;

/**
 * How an enum stands in a message: as a uint8, by its place in this list and not in its source.
 *
 * @param inFileOrder may only grow at its end
 */
record Constants<E extends Enum<E>>(List<E> inFileOrder) {
  /** Kinds of events that the first version of the file had. */
  static final int FIRST_KINDS = 5;

  /** Modes that a tick had before it said which ticks were skipped. */
  static final int FIRST_MODES = 10;

  static final Constants<Mode> MODE = new Constants<>(List.of(Mode.values()));

  static final Constants<Origin> ORIGIN =
      new Constants<>(List.of(Origin.POLICY, Origin.HUMAN, Origin.SCRIPT, Origin.FALLBACK));

  static final Constants<Verdict> VERDICT =
      new Constants<>(List.of(Verdict.PASSED, Verdict.MODIFIED, Verdict.STOP));

  static final Constants<JournalEvent.Kind> KIND =
      new Constants<>(List.of(JournalEvent.Kind.values()));

  void write(E value, CdrWriter out) {
    out.uint8(inFileOrder.indexOf(value));
  }

  E read(CdrReader in) throws FormatException {
    int place = in.uint8();
    if (place >= inFileOrder.size()) {
      throw new FormatException("constant: expected one of " + inFileOrder + ", found " + place);
    }
    return inFileOrder.get(place);
  }

  /** The constants in ROS 2's interface language. */
  String definition() {
    return definition(0, inFileOrder.size());
  }

  /** Those from one place up to another. */
  String definition(int from, int to) {
    StringBuilder lines = new StringBuilder();
    for (int i = from; i < to; i++) {
      lines.append("uint8 ").append(inFileOrder.get(i).name()).append('=').append(i).append('\n');
    }
    return lines.toString();
  }
}
