package dev.tandem.app.run;

import dev.tandem.runtime.guard.Mode;
import java.util.Locale;

/** What a person asked for, and how to see whether the authority granted it. */
enum Wish {
  NONE,
  RECOVER,
  ARM,
  GO,
  HOLD,
  STOP,
  ESTOP;

  boolean isGranted(Mode now) {
    return switch (this) {
      case NONE -> true;
      case RECOVER -> !now.isStop();
      case ARM -> now.isPowered() && !now.isStop();
      case GO -> now.drives();
      case HOLD -> !now.policyDrives();
      case STOP -> now.isStop() || !now.isPowered();
      case ESTOP -> !now.isPowered() || now == Mode.STOP1;
    };
  }

  /** For the person whose wish was refused: in which mode, and what to do first. */
  String refusal(Mode now) {
    return "%s: refused, the mode is %s; %s"
        .formatted(name().toLowerCase(Locale.ROOT), now, wayOut(now));
  }

  private String wayOut(Mode now) {
    if (now.isStop()) {
      return this == RECOVER
          ? "the cause is still there, or there were too many recoveries in the last minute"
          : "first say: recover REASON";
    }
    if (now.isPowered()) {
      return "something asks it to hold; say it again once that is gone";
    }
    return this == RECOVER ? "there is nothing to recover from" : "first say: arm";
  }
}
