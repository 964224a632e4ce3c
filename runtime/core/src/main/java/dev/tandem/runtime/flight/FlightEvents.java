package dev.tandem.runtime.flight;

import dev.tandem.runtime.act.Verdict;
import dev.tandem.runtime.record.TickGap;
import dev.tandem.runtime.record.TickHandler;
import dev.tandem.runtime.record.TickRecord;

/**
 * Writes events of Java's flight recorder from the ticks that a loop published; so the control
 * thread pays nothing for it, and an event's own time is that of its record, a little later. While
 * nothing records them they cost nothing either. Recorder's thread.
 */
public final class FlightEvents implements TickHandler {
  private final long lateNanos;
  private long lastTick = -1;
  private long lastExecutionNanos;
  private boolean stopped;

  /**
   * @param periodNanos of the loop; half of it is late
   */
  public FlightEvents(long periodNanos) {
    this.lateNanos = periodNanos / 2;
  }

  @Override
  public void onTick(TickRecord record) {
    noteLateness(record);
    noteOverrun(record);
    noteStop(record);
    lastTick = record.tick;
    lastExecutionNanos = record.executionNanos;
  }

  private void noteLateness(TickRecord record) {
    if (record.latenessNanos >= lateNanos) {
      LateWakeUp event = new LateWakeUp();
      event.tick = record.tick;
      event.deadlineNanos = record.startNanos;
      event.latenessNanos = record.latenessNanos;
      event.commit();
    }
  }

  private void noteOverrun(TickRecord record) {
    if (lastTick >= 0 && record.tick > lastTick + 1) {
      Overrun event = new Overrun();
      event.tick = record.tick;
      event.skippedTicks = record.tick - lastTick - 1;
      event.executionBeforeNanos = lastExecutionNanos;
      event.commit();
    }
  }

  private void noteStop(TickRecord record) {
    boolean stops = record.verdict == Verdict.STOP;
    if (stops && !stopped) {
      Stop event = new Stop();
      event.tick = record.tick;
      event.episode = record.episode;
      event.deadlineNanos = record.startNanos;
      event.commit();
    }
    stopped = stops;
  }

  @Override
  public void onGap(TickGap gap) {
    lastTick = gap.lastTick();
  }
}
