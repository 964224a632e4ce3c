package dev.tandem.runtime.flight;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;

/** A tick that began later than it may. */
@Name("dev.tandem.LateWakeUp")
@Label("Late Wake-up")
@Category({"Tandem", "Control Loop"})
@Description("A control tick began later than half a period after its deadline")
@StackTrace(false)
final class LateWakeUp extends Event {
  @Label("Tick")
  long tick;

  @Label("Deadline")
  @Description("Nanoseconds of CLOCK_MONOTONIC")
  long deadlineNanos;

  @Label("Lateness")
  @Timespan(Timespan.NANOSECONDS)
  long latenessNanos;
}
