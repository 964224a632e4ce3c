package dev.tandem.app.soak;

import dev.tandem.app.bench.LoopCompany;
import dev.tandem.app.report.JsonObject;
import dev.tandem.app.robot.Robot;
import dev.tandem.runtime.time.Clock;
import dev.tandem.runtime.time.SimulatedClock;
import dev.tandem.runtime.time.SystemClock;
import dev.tandem.simbridge.task.SimulatedTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A session of the simulated arm with faults at random, a person who makes good every stop, and a
 * whole journal; and what that journal proves afterwards.
 */
public final class SoakBench {
  private static final int QUARTERS = 4;
  private static final long TICKS_PER_SECOND = 1_000;
  private static final long NANOS_PER_SECOND = 1_000_000_000;
  private static final double BYTES_PER_MB = 1e6;
  private static final int REHEARSED_SECONDS = 60;

  /** For a fault of every kind, and some ten of most. */
  private static final int ENOUGH_SECONDS = 3_600;

  private final Robot robot;
  private final SoakOptions options;
  private final Consumer<String> say;
  private final LoopCompany company;
  private final MemoryCourse memory;

  /**
   * A soak's end.
   *
   * @param passed whether every claim was proved
   */
  public record Result(JsonObject figures, boolean passed) {}

  /**
   * Prepares one.
   *
   * @param company that it shares the virtual machine with
   * @param say gets a line now and then
   */
  public SoakBench(Robot robot, SoakOptions options, LoopCompany company, Consumer<String> say) {
    this.robot = robot;
    this.options = options;
    this.company = company;
    this.memory = new MemoryCourse(company::restWhile);
    this.say = say;
  }

  /** Runs the session, then judges it. */
  public Result run() throws InterruptedException {
    Clock wall = new SystemClock();
    long startNanos = wall.nanoTime();
    Path journal = options.folder().resolve("journal.mcap");
    JsonObject figures = new JsonObject().put("session_s", options.seconds());
    figures.put("seed", options.seed()).put("real_time", options.inRealTime());
    if (options.inRealTime()) {
      rehearse();
      figures.putAll(new LiveSoak(robot, options, say).run(journal, memory));
    } else {
      simulate(journal);
    }
    figures.put("ran_s", seconds(wall, startNanos));
    say.accept("reads its journal back");
    SoakVerdict verdict = SoakJudge.judge(journal, robot);
    verdict.findings().forEach(say);
    figures.putAll(verdict.json()).putAll(memory.json());
    figures.put("journal_mb", megabytes(journal)).put("took_s", seconds(wall, startNanos));
    boolean passed = verdict.problems() == 0 && memory.isFlat() && tellOfCalm(verdict);
    if (!options.keepsJournal()) {
      delete(journal);
    }
    return new Result(figures.put("passed", passed), passed);
  }

  /** False when some kind of fault never came: a session that shows nothing has not passed. */
  private boolean tellOfCalm(SoakVerdict verdict) {
    List<String> calm = verdict.notInjected();
    if (!calm.isEmpty()) {
      say.accept(
          "expected a fault of every kind, found none of %d: %s; give more --seconds, %d are enough"
              .formatted(calm.size(), String.join(", ", calm), ENOUGH_SECONDS));
    }
    return calm.isEmpty();
  }

  private void simulate(Path journal) {
    SimulatedClock clock = new SimulatedClock();
    SimulatedTask task = SoakCell.task();
    SoakRecording recording = new SoakRecording(task, journal, options, clock);
    try (recording) {
      SoakCell cell = new SoakCell(robot, task, clock, recording);
      SoakSession session = new SoakSession(cell, recording, clock, options.seed());
      session.begin();
      memory.look();
      for (int quarter = 1; quarter <= QUARTERS; quarter++) {
        long until = options.seconds() * TICKS_PER_SECOND * quarter / QUARTERS;
        while (session.ticks() < until) {
          session.tick();
        }
        memory.look();
        say.accept(progress(quarter, session));
      }
      session.end();
    }
  }

  /** In simulated time, until the virtual machine has compiled every way through the loop. */
  private void rehearse() throws InterruptedException {
    try {
      Path folder = Files.createTempDirectory(options.folder(), "rehearsal");
      SoakOptions brief =
          new SoakOptions(REHEARSED_SECONDS, options.seed(), Optional.empty(), folder, false);
      new SoakBench(robot, brief, company, line -> {}).simulate(folder.resolve("journal.mcap"));
      delete(folder.resolve("journal.mcap"));
      delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("no rehearsal", e);
    }
  }

  static String progress(int quarter, SoakSession session) {
    return "%d of %d: %d ticks, arm put back %d times"
        .formatted(quarter, QUARTERS, session.ticks(), session.putBacks());
  }

  /** When, in the session, samples of the memory are due: at its start and after each quarter. */
  static List<Long> looksNanos(int seconds) {
    List<Long> nanos = new ArrayList<>();
    for (int quarter = 0; quarter <= QUARTERS; quarter++) {
      nanos.add(seconds * NANOS_PER_SECOND * quarter / QUARTERS);
    }
    return nanos;
  }

  private static double seconds(Clock wall, long sinceNanos) {
    return (double) (wall.nanoTime() - sinceNanos) / NANOS_PER_SECOND;
  }

  private static double megabytes(Path file) {
    try {
      return Files.size(file) / BYTES_PER_MB;
    } catch (IOException e) {
      throw new UncheckedIOException("expected the journal " + file, e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException("expected to delete " + file, e);
    }
  }
}
