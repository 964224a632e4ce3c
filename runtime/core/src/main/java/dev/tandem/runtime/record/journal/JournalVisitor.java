package dev.tandem.runtime.record.journal;

import dev.tandem.runtime.learn.Transition;
import dev.tandem.runtime.record.TickGap;
import dev.tandem.runtime.record.TickRecord;
import dev.tandem.runtime.record.mcap.McapChannel;
import dev.tandem.runtime.record.mcap.McapMessage;

/** Receives what a journal holds, in the order in which it was written. */
public interface JournalVisitor {
  default void onChannel(McapChannel channel) {}

  /** Every record, also of topics that this version does not know; comes before its contents. */
  default void onMessage(McapMessage message) {}

  default void onRun(RunDescription run) {}

  default void onTick(TickRecord record) {}

  default void onTransition(Transition transition) {}

  default void onGap(TickGap gap) {}

  default void onEvent(JournalEvent event) {}

  /** An image; the tick that saw it first follows. */
  default void onFrame(JournalFrame frame) {}

  /** One line: what is damaged, and where. What can be read goes on being read. */
  void onProblem(String problem);

  /** One line: the file ends within a record, as after a crash; all before it was read. */
  void onCut(String description);
}
