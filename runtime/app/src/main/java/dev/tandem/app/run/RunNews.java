package dev.tandem.app.run;

import dev.tandem.runtime.guard.Fault;
import dev.tandem.runtime.guard.Mode;
import dev.tandem.runtime.os.SystemdNotify;
import java.util.List;
import java.util.function.Consumer;

/**
 * Tells people, and systemd, what is new about a run since the last look: its watchdog, its mode, a
 * hold that lasts, what the operating system took away, a journal that has failed. Stops are told
 * by {@link StopNews}. One thread, beside the loop.
 */
final class RunNews {
  private final RunParts parts;
  private final Consumer<String> say;
  private final SystemdNotify systemd;
  private Mode saidMode = Mode.OFF;
  private String saidWatchdog = "";
  private Fault saidHold = Fault.NONE;
  private List<String> saidLost = List.of();
  private int saidRefusals;
  private boolean saidFailure;

  RunNews(RunParts parts, Consumer<String> say, SystemdNotify systemd) {
    this.parts = parts;
    this.say = say;
    this.systemd = systemd;
  }

  /** The watchdog comes before what is asked of the robot, which may wait for it. */
  void pollWatchdog() {
    if (parts.watchdog().follow(parts.deployment().cell().authority().mode().isPowered())) {
      parts.watchdogNews().begunAnew();
    }
    parts.watchdogNews().poll();
    String now = parts.watchdog().sentence();
    if (!now.equals(saidWatchdog)) {
      saidWatchdog = now;
      say.accept(now);
      systemd.status(now);
    }
    if (parts.watchdogNews().refusals() != saidRefusals) {
      saidRefusals = parts.watchdogNews().refusals();
      say.accept(parts.watchdogNews().refusal());
    }
  }

  void pollMode(Mode now) {
    if (now != saidMode) {
      saidMode = now;
      say.accept("mode " + now);
      systemd.status("mode " + now);
    }
    tellHold();
  }

  /** What ends one that has lasted starts nothing (ISO 10218-1), and nobody should wait for it. */
  private void tellHold() {
    Fault now = parts.deployment().cell().authority().heldLongBy();
    if (now != saidHold && now != Fault.NONE) {
      say.accept(
          "held: "
              + now.line()
              + "; the policy does not go on by itself: once that is so, say: go; or take over by"
              + " hand");
    }
    saidHold = now;
  }

  /**
   * Before there is power what is lost may come back: the self-test asks again.
   *
   * @param powered whether there has been power
   */
  void pollLoss(boolean powered) {
    List<String> lost = parts.grants().lost();
    if (!lost.equals(saidLost)) {
      saidLost = lost;
      lost.forEach(say);
      if (powered) {
        say.accept("what the operating system took away stays lost: mend it, and start anew");
      }
    }
  }

  void pollJournal() {
    if (!saidFailure && parts.recording().failure().isPresent()) {
      saidFailure = true;
      say.accept(
          "the robot goes on without a record: "
              + parts.recording().failure().map(e -> String.valueOf(e.getMessage())).orElse(""));
    }
  }
}
