package dev.tandem.app.run;

import dev.tandem.app.assembly.Deployment;
import dev.tandem.runtime.guard.Mode;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Tells a person why the robot stopped, what made the stop stronger, and each time the way out that
 * is left. One thread, beside the loop.
 */
final class StopNews {
  private final Deployment deployment;
  private final ControlThread control;
  private final Others others;
  private final Consumer<String> say;
  private long told;

  /**
   * Who can help.
   *
   * @param person whether anybody is at standard input
   * @param watchdog what to do with it first, as {@code rearm the watchdog, then }; or empty
   */
  record Others(BooleanSupplier person, Supplier<String> watchdog) {}

  StopNews(Deployment deployment, ControlThread control, Others others, Consumer<String> say) {
    this.deployment = deployment;
    this.control = control;
    this.others = others;
    this.say = say;
  }

  /** Says what has happened since the last look. */
  void poll() {
    long all = control.stopSteps();
    int steps = deployment.stopSteps();
    if (all == control.stopSteps()) { // else the next look has it whole
      long isNew = Math.min(steps, all - told);
      if (isNew < all - told) {
        say.accept(
            "in between there was a stop that has been recovered from; tandem data show --events"
                + " has it");
      }
      for (int step = (int) (steps - isNew); step < steps; step++) {
        say.accept(
            line(step) + (step == steps - 1 ? "; " + wayOut(deployment.stopMode(step)) : ""));
      }
      told = all;
    }
  }

  /** True once the stop that holds the robot, if one does, has been told. */
  boolean hasToldAll() {
    return told == control.stopSteps();
  }

  private String line(int step) {
    Mode mode = deployment.stopMode(step);
    String head = step == 0 ? "stopped, " : "the stop has grown to ";
    return head + mode + ": " + deployment.stopDescription(step);
  }

  private String wayOut(Mode mode) {
    if (mode == Mode.FAULT) {
      return "only a new start ends it";
    }
    if (!others.person().getAsBoolean()) {
      return "nobody is at standard input to recover it";
    }
    String watchdog = others.watchdog().get();
    return switch (mode) {
      case STOP2 -> "to go on, " + watchdog + "say: recover REASON, go";
      case STOP1 ->
          "it ends in STOP0; to go on from there, " + watchdog + "say: recover REASON, arm, go";
      default -> "to go on, " + watchdog + "say: recover REASON, arm, go";
    };
  }
}
