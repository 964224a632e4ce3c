package dev.tandem.runtime.flight;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** The first tick of a stop. */
@Name("dev.tandem.Stop")
@Label("Stop")
@Category({"Tandem", "Control Loop"})
@Description("The safety gate refused a command, or somebody asked for a stop")
@StackTrace(false)
final class Stop extends Event {
  @Label("Tick")
  long tick;

  @Label("Episode")
  long episode;

  @Label("Deadline")
  @Description("Nanoseconds of CLOCK_MONOTONIC")
  long deadlineNanos;
}
