package dev.tandem.app.run;

import dev.tandem.runtime.guard.Fault;
import dev.tandem.runtime.guard.Mode;
import dev.tandem.safety.authority.Asked;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a person can ask for, and what to say of what came of it. */
enum Wish {
  TEST,
  RECOVER,
  ARM,
  GO,
  HOLD,
  DISARM,
  STOP,
  ESTOP;

  private static final long NANOS_PER_SECOND = 1_000_000_000;

  /**
   * For the person who asked: what came of it, and when it was refused, which condition is not met.
   *
   * @param asked no longer waiting
   * @param startsByItself whether nobody needs to say go
   */
  String answer(Asked asked, boolean startsByItself) {
    if (asked.state() == Asked.State.OVERTAKEN) {
      return word() + ": nothing came of it, what was said after it took its place";
    }
    if (this == GO && startsByItself && !asked.after().isStop()) {
      return "go: it starts by itself, the mode is " + asked.after();
    }
    String answer = answer(asked.before(), asked.after(), asked.objection());
    return asked.waitNanos() > 0
        ? answer + in(asked.waitNanos())
        : answer + stillSeen(asked.before(), asked.after(), asked.faults());
  }

  /** For somebody who counts whole seconds. */
  private static String in(long waitNanos) {
    return ", in " + Math.ceilDiv(waitNanos, NANOS_PER_SECOND) + " s";
  }

  /** A joint beyond its limit, say, whose way back is open: whoever goes on must know. */
  String stillSeen(Mode before, Mode after, long faults) {
    if (this != RECOVER || isNeedless(before) || !isGranted(after)) {
      return "";
    }
    String seen =
        Arrays.stream(Fault.values())
            .filter(fault -> (fault.bit() & faults) != 0)
            .map(Fault::line)
            .collect(Collectors.joining("; "));
    return seen.isEmpty() ? "" : "; beware, still seen: " + seen;
  }

  /**
   * The same of a wish that was heard.
   *
   * @param objection what spoke against it
   */
  String answer(Mode before, Mode after, Fault objection) {
    if (isNeedless(before)) {
      return "%s: nothing to do, the mode is %s".formatted(word(), after);
    }
    if (!isGranted(after)) {
      return "%s: %s".formatted(word(), refusal(after, objection));
    }
    String how = this == DISARM && after == Mode.STOP1 ? ", it is braked before" : "";
    return "%s: done%s, the mode is %s".formatted(word(), how, after);
  }

  /** True in a mode in which nothing can come of it, because it is so already. */
  boolean isNeedless(Mode before) {
    return switch (this) {
      case TEST -> before != Mode.OFF;
      case RECOVER -> !before.isStop();
      case ARM -> before.isPowered() && !before.isStop();
      case GO -> before.policyDrives();
      case HOLD -> !before.isPowered() || before.isStop();
      case DISARM -> !before.isPowered() || before == Mode.STOP1;
      case STOP, ESTOP -> before == Mode.OFF;
    };
  }

  /** True when the mode after it is one that it leads to. */
  boolean isGranted(Mode after) {
    return switch (this) {
      case TEST -> after != Mode.OFF && after != Mode.SELF_TEST;
      case RECOVER -> !after.isStop();
      case ARM -> after.isPowered() && !after.isStop();
      case GO -> after.policyDrives();
      case HOLD -> !after.policyDrives();
      case DISARM -> !after.isPowered() || after == Mode.STOP1;
      case STOP -> after.isStop();
      case ESTOP -> after == Mode.STOP1 || after == Mode.STOP0 || after == Mode.FAULT;
    };
  }

  /** As it is said. */
  String word() {
    return this == TEST ? "self-test" : name().toLowerCase(Locale.ROOT);
  }

  private String refusal(Mode after, Fault objection) {
    boolean later = this == GO && objection == Fault.NONE && after.isPowered() && !after.isStop();
    return later
        ? "heard, the mode is %s; the policy drives once the person's device was let go of"
            .formatted(after)
        : "refused, the mode is %s; %s".formatted(after, condition(after, objection));
  }

  private String condition(Mode after, Fault objection) {
    if (after == Mode.FAULT) {
      return "only a new start ends it";
    }
    if (after.isStop()) {
      return this == RECOVER ? recovery(after, objection) : "first say: recover REASON";
    }
    if (after == Mode.SELF_TEST) {
      return cause(objection) + "; it is passed once that is so, then say: arm";
    }
    if (objection != Fault.NONE) {
      return onceGone(objection);
    }
    return after.isPowered() ? "say it again" : unpowered(after);
  }

  private String recovery(Mode after, Fault objection) {
    if (after == Mode.STOP1) {
      return "the arm is still being braked; say it again once the mode is STOP0";
    }
    if (objection == Fault.STILL_MOVING) {
      return "the arm is still being braked; say it again once it stands";
    }
    return objection == Fault.NONE ? "say it again" : onceGone(objection);
  }

  private String unpowered(Mode after) {
    boolean tested = after == Mode.READY;
    return this == ARM && tested ? "say it again" : "first say: arm";
  }

  private String onceGone(Fault objection) {
    String again = this == TEST ? "arm" : "it";
    return "%s; say %s again once that is so".formatted(cause(objection), again);
  }

  /** Of a refusal: what is expected. */
  static String cause(Fault objection) {
    return objection == Fault.STILL_MOVING ? "expected the arm at rest" : objection.line();
  }
}
