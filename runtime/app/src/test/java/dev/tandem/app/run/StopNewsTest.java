package dev.tandem.app.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.runtime.guard.Heartbeat;
import dev.tandem.runtime.guard.Mode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StopNewsTest {
  @TempDir private Path folder = Path.of("");

  private final List<String> said = new ArrayList<>();
  private DrivenArm arm;
  private StopNews news;
  private boolean person = true;
  private String watchdog = "";

  @BeforeEach
  void drive() {
    arm = new DrivenArm(folder.resolve("journal.mcap"));
    StopNews.Others others = new StopNews.Others(() -> person, () -> watchdog);
    news = new StopNews(arm.deployment, arm.control, others, said::add);
    arm.drive();
    arm.ticks(50);
    news.poll();
    assertEquals(List.of(), said);
  }

  @AfterEach
  void end() {
    arm.close();
  }

  private String last() {
    return said.get(said.size() - 1);
  }

  @Test
  void tellsAStopOnceWithTheWayOut() {
    arm.deployment.operator("a test").stop("a test");
    arm.ticks(1);
    assertFalse(news.hasToldAll());
    news.poll();
    assertTrue(news.hasToldAll());
    arm.ticks(5);
    news.poll();
    assertEquals(1, said.size());
    assertTrue(last().startsWith("stopped, STOP2: tick "), last());
    assertTrue(
        last()
            .endsWith(
                "a stop was requested from outside the loop; to go on, say: recover REASON, go"),
        last());
  }

  @Test
  void tellsEachTimeThatTheStopGrowsWithItsOwnCauseAndWayOut() {
    arm.deployment.operator("a test").stop("a test");
    arm.ticks(1);
    news.poll();
    arm.watchdog.set(Heartbeat.Pulse.SILENT);
    arm.ticks(1);
    news.poll();
    assertTrue(last().startsWith("the stop has grown to STOP1: tick "), last());
    assertTrue(
        last()
            .endsWith(
                "F18 watchdog: expected its heartbeat; it ends in STOP0; to go on from there, say:"
                    + " recover REASON, arm, go"),
        last());
    arm.ticks(600);
    news.poll();
    assertEquals(Mode.STOP0, arm.mode());
    assertTrue(last().startsWith("the stop has grown to STOP0: tick "), last());
    assertTrue(
        last()
            .endsWith(
                "the controlled stop has come to its end; to go on, say: recover REASON, arm, go"),
        last());
    assertEquals(3, said.size());
  }

  @Test
  void tellsAllThatHappenedSinceTheLastLookWithOneWayOut() {
    arm.deployment.operator("a test").stop("a test");
    arm.ticks(1);
    arm.watchdog.set(Heartbeat.Pulse.STOPPED);
    arm.ticks(1);
    news.poll();
    assertEquals(2, said.size());
    assertTrue(said.get(0).endsWith("a stop was requested from outside the loop"), said.get(0));
    assertTrue(last().startsWith("the stop has grown to STOP0: tick "), last());
    assertTrue(
        last()
            .contains(
                "F17 runtime: expected its heartbeat, and so the watchdog's permit; to go on"),
        last());
  }

  @Test
  void tellsTheNextStopFromItsBeginning() {
    arm.deployment.operator("a test").stop("a test");
    arm.ticks(600);
    news.poll();
    arm.deployment.operator("a test").recover("a test");
    arm.ticks(1);
    arm.deployment.operator("a test").emergencyStop("another");
    arm.ticks(1);
    news.poll();
    assertEquals(2, said.size());
    assertTrue(last().startsWith("stopped, STOP1: tick "), last());
  }

  @Test
  void tellsOfAStopThatWasRecoveredFromBeforeTheLook() {
    arm.deployment.operator("a test").stop("a test");
    arm.ticks(600);
    arm.deployment.operator("a test").recover("a test");
    arm.ticks(1);
    assertEquals(Mode.ARMED, arm.mode());
    news.poll();
    assertEquals(1, said.size());
    assertTrue(last().startsWith("in between there was a stop"), last());
    news.poll();
    assertEquals(1, said.size(), "once");
  }

  @Test
  void namesTheWatchdogThatMustBeArmedFirst() {
    watchdog = "rearm the watchdog, then ";
    arm.watchdog.set(Heartbeat.Pulse.STOPPED);
    arm.ticks(1);
    news.poll();
    assertTrue(
        last().endsWith("to go on, rearm the watchdog, then say: recover REASON, arm, go"), last());
  }

  @Test
  void saysThatNobodyIsThereToRecoverIt() {
    person = false;
    arm.deployment.operator("a test").stop("a test");
    arm.ticks(1);
    news.poll();
    assertTrue(last().endsWith("nobody is at standard input to recover it"), last());
  }

  @Test
  void theWholeStoryIsOneLineInTheReport() {
    arm.deployment.operator("a test").stop("a test");
    arm.ticks(1);
    arm.watchdog.set(Heartbeat.Pulse.STOPPED);
    arm.ticks(1);
    String line = arm.deployment.stopDescription();
    assertTrue(
        line.matches("tick \\d+, a stop was requested .*; then STOP0: tick \\d+, F17 runtime: .*"),
        line);
  }
}
