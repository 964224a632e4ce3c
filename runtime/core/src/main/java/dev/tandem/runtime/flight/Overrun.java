package dev.tandem.runtime.flight;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;

/** Ticks that were skipped because the one before came too late or took too long. */
@Name("dev.tandem.Overrun")
@Label("Overrun")
@Category({"Tandem", "Control Loop"})
@Description("Control ticks were skipped")
@StackTrace(false)
final class Overrun extends Event {
  @Label("Tick")
  @Description("The first one after the skipped ones")
  long tick;

  @Label("Skipped Ticks")
  long skippedTicks;

  @Label("Execution of the Tick Before")
  @Timespan(Timespan.NANOSECONDS)
  long executionBeforeNanos;
}
