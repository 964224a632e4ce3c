package dev.tandem.app.run;

import dev.tandem.runtime.guard.Fault;
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

  /**
   * For the person who asked: what came of it, and when it was refused, which condition is not met.
   *
   * @param objection what spoke against it when it was heard
   */
  String answer(Mode now, Fault objection) {
    return isGranted(now)
        ? "%s: done, the mode is %s".formatted(word(), now)
        : "%s: refused, the mode is %s; %s".formatted(word(), now, condition(now, objection));
  }

  /** As it is said. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  private String condition(Mode now, Fault objection) {
    if (now == Mode.FAULT) {
      return "only a new start ends it";
    }
    if (now.isStop()) {
      return this == RECOVER ? recovery(now, objection) : "first say: recover REASON";
    }
    if (objection != Fault.NONE) {
      return onceGone(objection);
    }
    if (now.isPowered()) {
      return "say it again";
    }
    return this == RECOVER ? "there is nothing to recover from" : unpowered(now);
  }

  private static String recovery(Mode now, Fault objection) {
    if (now == Mode.STOP1) {
      return "the arm is still being braked; say it again once the mode is STOP0";
    }
    return objection == Fault.NONE ? "say it again" : onceGone(objection);
  }

  private String unpowered(Mode now) {
    boolean tested = now == Mode.READY;
    return this == ARM && tested ? "say it again" : "first say: arm";
  }

  private static String onceGone(Fault objection) {
    return "%s; say it again once that is so".formatted(objection.line());
  }
}
