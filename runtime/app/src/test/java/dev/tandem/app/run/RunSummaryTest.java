package dev.tandem.app.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.app.assembly.Driver;
import dev.tandem.app.settings.RunSettings;
import dev.tandem.app.timing.LoopFigures;
import dev.tandem.app.train.RunFolder;
import dev.tandem.runtime.decide.Policy;
import dev.tandem.runtime.os.RealTimeConfig;
import dev.tandem.runtime.signal.MutableAction;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.time.Tick;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is left of a run, also of one that went wrong. */
@Timeout(120)
final class RunSummaryTest {
  @TempDir private Path folder = Path.of("");

  private boolean broken;

  /** Drives like another until it breaks. */
  private Driver breakable(Driver healthy) {
    Policy policy =
        new Policy() {
          @Override
          public void act(Tick tick, Observation observation, MutableAction action) {
            if (broken) {
              throw new IllegalStateException("wrong turn");
            }
            healthy.policy().act(tick, observation, action);
          }

          @Override
          public long version() {
            return 0;
          }
        };
    return new Driver(policy, healthy.origin(), healthy.name());
  }

  private DrivenArm arm() {
    return new DrivenArm(folder.resolve("journal.mcap"), this::breakable);
  }

  private RunParts parts(DrivenArm arm) {
    return new RunParts(
        arm.deployment,
        arm.recording,
        WatchdogLink.open(
            0,
            new WatchdogChoice(Optional.empty(), true, false),
            folder.resolve("no watchdog"),
            arm.clock),
        new WatchdogNews(Optional::empty, (text, stampNanos) -> {}),
        new GrantCheck(arm.clock));
  }

  private RunResult write(DrivenArm arm, ControlThread.Ran ran) {
    arm.recording.close();
    RunWatch.Ending ending =
        ran.failure().isPresent() ? RunWatch.Ending.FAILURE : RunWatch.Ending.TIME;
    boolean stopped = arm.deployment.cell().loop().isStopped();
    RunSummary.Stand stand = RunSummary.Stand.of(ending, arm.deployment, stopped, Optional.empty());
    LoopFigures figures = new LoopFigures(1_000_000, () -> 0);
    return new RunSummary(parts(arm), stand, ran, arm.episodes, true)
        .write(RunSettings.defaults(), new RunFolder(folder), "a test", figures);
  }

  /** A run that ends with its first tick, or breaks with its first decision. */
  private ControlThread.Ran run(DrivenArm arm, boolean breaks) {
    ControlThread control =
        new ControlThread(
            arm.deployment,
            arm.episodes,
            RealTimeConfig.none(),
            place -> broken = breaks,
            () -> arm.left++);
    arm.deployment.operator("a test").test();
    arm.deployment.operator("a test").arm();
    arm.deployment.operator("a test").handBack();
    if (!breaks) {
      control.end();
    }
    arm.recording.start();
    ControlThread.Ran ran = control.call();
    assertEquals(breaks ? 0 : 1, arm.left, "who breaks takes no leave");
    return ran;
  }

  private String report() throws IOException {
    return Files.readString(folder.resolve("report.json"));
  }

  @Test
  void aControlThreadThatFailedIsInTheReportWithAllThatIsKnownOfTheRun() throws IOException {
    try (DrivenArm arm = arm()) {
      ControlThread.Ran ran = run(arm, true);
      assertEquals(4, ran.ticks(), "the fourth decides, and has its record");
      assertEquals(1, ran.stops());
      RunResult result = write(arm, ran);
      assertFalse(result.wasOrderly());
      String failure = "\"control_failure\":\"java.lang.IllegalStateException: wrong turn\"";
      assertTrue(report().contains(failure), report());
      assertTrue(report().contains("\"ended_by\":\"failure\""), report());
      assertTrue(report().contains("\"mode\":\"FAULT\""), report());
      assertTrue(report().contains("control tick: expected to end"), report());
      assertTrue(report().contains("\"lost_records\":0"), report());
      assertTrue(report().contains("\"wake_up_histogram\""), report());
    }
  }

  @Test
  void aRunThatEndedInOrderHasNoFailure() throws IOException {
    try (DrivenArm arm = arm()) {
      assertTrue(write(arm, run(arm, false)).wasOrderly());
      assertTrue(report().contains("\"control_failure\":null"), report());
    }
  }

  @Test
  void aRunThatWasNeverArmedIsNotInOrderAndSaysWhy() throws IOException {
    try (DrivenArm arm = arm()) {
      ControlThread.Ran ran = run(arm, false);
      arm.recording.close();
      RunSummary.Stand stand =
          RunSummary.Stand.of(
              RunWatch.Ending.NEVER_ARMED, arm.deployment, false, Optional.of("never armed: F40"));
      LoopFigures figures = new LoopFigures(1_000_000, () -> 0);
      RunResult result =
          new RunSummary(parts(arm), stand, ran, arm.episodes, false)
              .write(RunSettings.defaults(), new RunFolder(folder), "a test", figures);
      assertFalse(result.wasOrderly());
      assertTrue(result.line().startsWith("never armed: F40; "), result.line());
      assertTrue(report().contains("\"ended_by\":\"never_armed\""), report());
      assertTrue(report().contains("\"rehearsal_settled\":false"), report());
    }
  }

  @Test
  void ofAJournalThatWasDeletedEveryRecordIsLost() throws IOException {
    try (DrivenArm arm = arm()) {
      ControlThread.Ran ran = run(arm, true);
      Files.delete(folder.resolve("journal.mcap"));
      assertFalse(write(arm, ran).wasOrderly());
      assertTrue(report().contains("\"lost_records\":4"), report());
      assertTrue(report().contains("is gone: deleted or moved"), report());
    }
  }

  @Test
  void aReportThatTheDiskDoesNotTakeIsTold() throws IOException {
    Files.createSymbolicLink(folder.resolve("report.json.part"), Path.of("/dev/full"));
    try (DrivenArm arm = arm()) {
      RunResult result = write(arm, run(arm, false));
      assertFalse(result.wasOrderly());
      assertTrue(result.line().contains("No space left on device"), result.line());
      assertTrue(result.line().contains("\"wake_up_histogram\""), "whole: " + result.line());
      assertTrue(result.json().toString().contains("\"report_failure\":\""), result.line());
    }
  }
}
