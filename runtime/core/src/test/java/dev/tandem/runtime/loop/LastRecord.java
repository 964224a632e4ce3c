package dev.tandem.runtime.loop;

import dev.tandem.runtime.record.FilterNames;
import dev.tandem.runtime.record.TickRecord;
import dev.tandem.runtime.record.TickSink;

/** Keeps the tick that was published last, and counts them. */
final class LastRecord implements TickSink {
  final TickRecord record =
      new TickRecord(FakeRobot.OBSERVATION, LoopRig.ACTION, FakeRobot.COMMAND);
  int published;
  FilterNames names = FilterNames.UNKNOWN;
  long lost;

  @Override
  public TickRecord claim() {
    return record;
  }

  @Override
  public void publish() {
    published++;
  }

  @Override
  public void name(FilterNames filters) {
    names = filters;
  }

  @Override
  public long lostTicks() {
    return lost;
  }
}
