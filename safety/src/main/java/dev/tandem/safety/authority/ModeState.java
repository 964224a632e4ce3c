package dev.tandem.safety.authority;

import dev.tandem.runtime.guard.Mode;
import dev.tandem.runtime.time.HotPath;

/** The mode that robot and runtime are in; the control thread moves it, any thread may look. */
final class ModeState {
  private final StateTable table = new StateTable();
  private volatile Mode mode = Mode.OFF;

  @HotPath
  void move(Event event) {
    mode = table.next(mode, event);
  }

  @HotPath
  Mode mode() {
    return mode;
  }

  /** Armed, whatever was before. */
  void restart() {
    mode = Mode.ARMED;
  }
}
