package dev.tandem.app.assembly;

import dev.tandem.runtime.learn.Transition;
import dev.tandem.runtime.record.TickSink;
import java.util.List;
import java.util.function.Consumer;

/** Where a rig's ticks go, and where its transitions come from. */
public interface TickRecording extends AutoCloseable {
  TickSink sink();

  /** Takes all ticks that wait; hands on the transitions that they complete, in order. */
  void drain(Consumer<? super Transition> transitions);

  /**
   * Puts what others recorded into the record of this one: an earlier run, before the first tick,
   * or environments beside it, whole episodes each.
   */
  void carryOver(List<Transition> earlier);

  /** Leaves a line with the record, for example why the robot was stopped. */
  void note(String text);

  @Override
  void close();
}
