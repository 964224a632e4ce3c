package dev.tandem.app.run;

import dev.tandem.app.assembly.Deployment;
import dev.tandem.app.report.AtomicFile;
import dev.tandem.app.report.JsonObject;
import dev.tandem.app.report.WriteException;
import dev.tandem.app.settings.RunSettings;
import dev.tandem.app.timing.LoopFigures;
import dev.tandem.app.train.RunFolder;
import dev.tandem.runtime.guard.Mode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What there is to say of a run that has ended.
 *
 * @param stand how it stood just before it was ended
 * @param settled whether its rehearsal came to its end
 */
record RunSummary(
    RunParts parts, Stand stand, ControlThread.Ran ran, Episodes episodes, boolean settled) {

  /**
   * How a run stood just before it was ended.
   *
   * @param stop why the robot stood still; empty when it did not
   */
  record Stand(RunWatch.Ending ending, Mode mode, Optional<String> stop) {
    /** Of a run whose onlooker failed. */
    static Stand failed(Deployment deployment, boolean stopped) {
      return of(RunWatch.Ending.FAILURE, deployment, stopped, Optional.empty());
    }

    static Stand of(
        RunWatch.Ending ending,
        Deployment deployment,
        boolean stopped,
        Optional<String> neverArmed) {
      Mode mode = deployment.cell().authority().mode();
      return new Stand(
          ending, mode, stopped ? Optional.of(deployment.stopDescription()) : neverArmed);
    }
  }

  /** Writes {@code report.json}, once the recorder has ended. */
  RunResult write(RunSettings settings, RunFolder folder, String driver, LoopFigures figures) {
    JsonObject json = head(settings, folder, driver).putAll(figures.json());
    json.put("ticks", ran.ticks())
        .put("lost_records", parts.recording().lostRecords(ran.ticks()))
        .put("bytes_per_tick", ran.bytesPerTick())
        .putAll(ran.place().json(takenAway()))
        .put("rehearsal_settled", settled)
        .put("watchdog", parts.watchdog().lastSentence() + parts.watchdogNews().breaks())
        .put(
            "journal_failure", parts.recording().failure().map(e -> String.valueOf(e.getMessage())))
        .putTexts("not_watched", parts.deployment().notWatched());
    JsonObject whole = new JsonObject().putAll(json).putAll(figures.histograms());
    Optional<String> unwritten = write(folder, whole);
    json.put("report_failure", unwritten);
    boolean recorded = unwritten.isEmpty() && parts.recording().failure().isEmpty();
    boolean orderly = stand.stop().isEmpty() && ran.failure().isEmpty() && recorded;
    return new RunResult(json, orderly, line(unwritten.map(why -> why + ": " + whole), folder));
  }

  /** Throws what ended the run before its time, if anything did; once its report is written. */
  void throwFailure() {
    if (ran.failure().isPresent()) {
      Throwable cause = ran.failure().get();
      String why = parts.watchdog().cutOff().orElseGet(cause::toString);
      throw new IllegalStateException("the run failed: " + why, cause);
    }
  }

  /** What was lost first, or, where nobody had looked, what is lost at the end. */
  private List<String> takenAway() {
    List<String> first = parts.grants().lost();
    return first.isEmpty() ? ran.takenAway() : first;
  }

  /** Why it could not be written. */
  private static Optional<String> write(RunFolder folder, JsonObject report) {
    try {
      AtomicFile.write(folder.report(), report + "\n");
      return Optional.empty();
    } catch (WriteException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  private JsonObject head(RunSettings settings, RunFolder folder, String driver) {
    return new JsonObject()
        .put("run", folder.toString())
        .put("task", settings.task())
        .put("driver", driver)
        .put("seed", settings.seed())
        .put("ended_by", stand.ending().name().toLowerCase(Locale.ROOT))
        .put("control_failure", ran.failure().map(Throwable::toString))
        .put("mode", stand.mode().name())
        .put("stop", stand.stop())
        .put("stops", ran.stops())
        .put("episodes", episodes.ended())
        .put("successes", episodes.succeeded());
  }

  private String line(Optional<String> unwritten, RunFolder folder) {
    long lost = parts.recording().lostRecords(ran.ticks());
    return String.format(
        Locale.ROOT,
        "%s%,d ticks, %d of %d episodes succeeded, %d %s%s; %s",
        stand.ending() == RunWatch.Ending.NEVER_ARMED ? stand.stop().orElse("") + "; " : "",
        ran.ticks(),
        episodes.succeeded(),
        episodes.ended(),
        ran.stops(),
        ran.stops() == 1 ? "stop" : "stops",
        lost == 0 ? "" : String.format(Locale.ROOT, "; %,d ticks not recorded", lost),
        unwritten.orElse("see " + folder.report()));
  }
}
