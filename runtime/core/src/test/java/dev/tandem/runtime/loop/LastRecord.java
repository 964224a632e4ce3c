package dev.tandem.runtime.loop;

import dev.tandem.runtime.record.FilterNames;
import dev.tandem.runtime.record.TickRecord;
import dev.tandem.runtime.record.TickSink;
import dev.tandem.runtime.signal.Image;
import dev.tandem.runtime.time.Tick;
import java.util.ArrayList;
import java.util.List;

/** Keeps the tick that was published last, and counts them. */
final class LastRecord implements TickSink {
  final TickRecord record =
      new TickRecord(FakeRobot.OBSERVATION, LoopRig.ACTION, FakeRobot.COMMAND, 1);
  final List<String> frames = new ArrayList<>();
  int published;
  FilterNames names = FilterNames.UNKNOWN;
  long lost;
  Runnable whenClaimed = () -> {};

  @Override
  public TickRecord claim() {
    whenClaimed.run();
    return record;
  }

  @Override
  public void publish() {
    published++;
  }

  @Override
  public void frame(int slot, Tick tick, Image image) {
    frames.add("tick " + tick.index() + " saw " + image.get(0) + " of slot " + slot);
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
