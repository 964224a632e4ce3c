package dev.tandem.app.run;

import dev.tandem.safety.watchdog.PageState;
import dev.tandem.safety.watchdog.RearmAnswer;
import dev.tandem.safety.watchdog.RuntimeHeartbeat;
import dev.tandem.safety.watchdog.WatchdogLimits;
import dev.tandem.safety.watchdog.WatchdogStatus;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * What a run sees of its watchdog at one moment, and what it tells people of that.
 *
 * @param page what has become of the watchdog's file
 * @param agreed the limits that it kept when the run began. What a run checks and tells of its
 *     watchdog it does at its start, before a person lets it drive; others hold for a new run
 * @param others that it keeps now instead, as its command takes them; empty while it keeps those
 * @param status empty where the file is cut off
 * @param request the newest to arm it; empty where there was none
 */
record WatchdogView(
    Path file,
    PageState page,
    WatchdogLimits agreed,
    Optional<String> others,
    Optional<WatchdogStatus> status,
    Optional<RearmAnswer> request) {
  /** Its {@link #condition} where all is well. */
  static final String AT_WORK = "is at work";

  private static final String CUT_OFF = "its file cannot be read any more, somebody has cut it off";
  private static final String OTHER_LIMITS = "other limits than this run began with: ";
  private static final double NANOS_PER_SECOND = 1e9;

  static WatchdogView of(Path file, RuntimeHeartbeat beat, long nowNanos) {
    PageState page = beat.pageState();
    if (page == PageState.CUT_OFF) {
      return cutOff(file, beat);
    }
    try {
      return new WatchdogView(
          file,
          page,
          beat.limits(),
          beat.isAgreed() ? Optional.empty() : Optional.of(beat.limitsNow()),
          Optional.of(beat.status(nowNanos)),
          beat.lastRequest(nowNanos));
    } catch (InternalError e) { // the virtual machine's, for memory that has gone just now
      return cutOff(file, beat);
    }
  }

  private static WatchdogView cutOff(Path file, RuntimeHeartbeat beat) {
    return new WatchdogView(
        file,
        PageState.CUT_OFF,
        beat.limits(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** Whether the drives may run. */
  boolean permits() {
    return status.filter(WatchdogStatus::drivesPermitted).isPresent();
  }

  /** Whether a watchdog is at work on the file that the run beats in, wherever that is now. */
  boolean isWatched() {
    return status.filter(now -> now.isWatched(agreed)).isPresent();
  }

  /** What it is but armed or stopped, in words for the journal: they change with it alone. */
  String condition() {
    if (status.isEmpty()) {
      return CUT_OFF;
    }
    String pulse = isWatched() ? AT_WORK : "fell silent";
    String where = page == PageState.THERE ? "" : ", " + lost();
    return pulse + where + others.map(its -> ", keeps " + OTHER_LIMITS + its).orElse("");
  }

  /** One line: who looks after the run, or what waits for a person. */
  String sentence() {
    if (status.isEmpty()) {
      return line(CUT_OFF + "; delete it, start ") + (command() + ", and this run anew");
    }
    if (others.isPresent()) {
      return line("expected the limits that this run began with, found ")
          + (others.get() + "; " + asAgreed());
    }
    if (isOutOfReach()) {
      return line(lost() + ", where nobody can arm it any more; " + wayOut());
    }
    return permits()
        ? line("the drives may run")
        : "waits for a person: " + stop() + "; " + wayOut();
  }

  private String line(String words) {
    return "watchdog " + file + ": " + words;
  }

  private String lost() {
    return page == PageState.GONE ? "its file is gone" : "another file is in its file's place";
  }

  /** At work, but whoever wants to arm it by the file's name finds none, or another. */
  private boolean isOutOfReach() {
    return isWatched() && page != PageState.THERE;
  }

  /** Nobody is at work any more on the file that the run beats in, and there is another. */
  boolean isReplaced() {
    return page == PageState.REPLACED && !isWatched();
  }

  private String stop() {
    return status.map(WatchdogStatus::sentence).orElse("");
  }

  private String cause() {
    return status.map(now -> now.cause().words()).orElse("");
  }

  /** The process that fell silent is gone or hangs: asking it for anything is of no use. */
  private String wayOut() {
    if (isWatched() && page == PageState.THERE) {
      return "./tandem watchdog --file " + file + " --rearm --reason WHY";
    }
    return (isWatched() ? "end it, then start it again: " : "start it again: ")
        + (command() + ", then --rearm --reason WHY beside it");
  }

  /** With the limits that it must be given, where they do not go without saying. */
  private String command() {
    boolean usual = agreed.equals(WatchdogLimits.faultMatrix());
    return "./tandem watchdog --file " + file + (usual ? "" : " " + agreed.options());
  }

  private String asAgreed() {
    return "start it with " + agreed.options() + ", or this run anew";
  }

  /** What a person does first with the watchdog before a recovery; empty where nothing. */
  String firstAid() {
    if (others.isPresent()) {
      return "end the watchdog, " + asAgreed() + ", rearm the watchdog, then ";
    }
    if (isOutOfReach()) {
      return "end the watchdog, start it again, rearm the watchdog, then ";
    }
    if (permits()) {
      return "";
    }
    return (isWatched() ? "" : "start the watchdog again, ") + "rearm the watchdog, then ";
  }

  /** As it was when the run took its leave, for whoever reads of it later. */
  String lastSentence() {
    if (status.isEmpty()) {
      return sentence();
    }
    if (others.isPresent()) {
      return line("kept " + OTHER_LIMITS + others.get());
    }
    String where = page == PageState.THERE ? "" : "; " + lost();
    String stopped = permits() ? "" : "; it had the drives stopped: " + cause();
    return line(
        isWatched() ? "kept watch until the run took its leave" + where + stopped : silence());
  }

  private String silence() {
    long nanos = status.map(WatchdogStatus::silentNanos).orElse(Long.MAX_VALUE);
    return nanos == Long.MAX_VALUE
        ? "kept no watch when the run took its leave"
        : String.format(
            Locale.ROOT,
            "fell silent %.3f s before the run took its leave, and kept no watch from then on",
            nanos / NANOS_PER_SECOND);
  }
}
