package dev.tandem.app.run;

import dev.tandem.app.timing.ControlPlace;
import dev.tandem.runtime.os.RealTimeSelfCheck;
import dev.tandem.runtime.time.Clock;
import dev.tandem.runtime.time.HotPath;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether the control thread still has what it was granted (F40), checked once a second. */
final class GrantCheck implements AutoCloseable {
  private final Clock clock;
  private volatile @Nullable RealTimeSelfCheck check;

  GrantCheck(Clock clock) {
    this.clock = clock;
  }

  /** From now on. Control thread, before it ticks. */
  void begin(ControlPlace place) {
    check = new RealTimeSelfCheck(place.watch()::lost, clock).start();
  }

  /** The drives have power: what is lost from now on stays lost. */
  void keep() {
    RealTimeSelfCheck begun = check;
    if (begun != null) {
      begun.keep();
    }
  }

  /** Control thread. */
  @HotPath
  boolean isLost() {
    RealTimeSelfCheck begun = check;
    return begun != null && !begun.holds(clock.nanoTime());
  }

  /** What is lost; with power, what was lost first. A line each. */
  List<String> lost() {
    RealTimeSelfCheck begun = check;
    return begun == null ? List.of() : begun.lost();
  }

  @Override
  public void close() {
    RealTimeSelfCheck begun = check;
    if (begun != null) {
      begun.close();
    }
  }
}
