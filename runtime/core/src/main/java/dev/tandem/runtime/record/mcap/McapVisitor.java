package dev.tandem.runtime.record.mcap;

/** Receives what a file holds, in its order. */
public interface McapVisitor {
  /** A channel that was not there before. */
  default void onChannel(McapChannel channel) {}

  void onMessage(McapMessage message);

  /** One line: what is broken, and at which offset. What can be read goes on being read. */
  void onProblem(String problem);

  /** One line: the file ends within a record, as after a crash; all before it was read. */
  void onCut(String description);
}
