package dev.tandem.app.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.tandem.app.assembly.Supervision;
import dev.tandem.app.robot.Robot;
import dev.tandem.runtime.guard.Fault;
import dev.tandem.runtime.guard.Heartbeat;
import dev.tandem.runtime.guard.Mode;
import dev.tandem.runtime.record.journal.JournalInspection;
import dev.tandem.runtime.record.journal.Topic;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
final class ControlThreadTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int EPISODE_TICKS = 10_000;

  @TempDir private Path folder = Path.of("");

  private Path journal() {
    return folder.resolve("journal.mcap");
  }

  private static boolean sees(DrivenArm arm, Fault fault) {
    return (arm.deployment.cell().authority().faults() & fault.bit()) != 0;
  }

  @Test
  void isOffUntilSomebodyTestsArmsAndLetsItDrive() {
    try (DrivenArm arm = new DrivenArm(journal())) {
      arm.ticks(100);
      assertEquals(Mode.OFF, arm.mode());
      assertEquals(Mode.RUN_POLICY, arm.drive().mode());
    }
  }

  @Test
  void knowsWhetherTheDrivesEverHadPower() {
    try (DrivenArm arm = new DrivenArm(journal())) {
      arm.deployment.operator("a test").test();
      arm.ticks(1);
      arm.deployment.operator("a test").stop("before it was armed");
      arm.ticks(1);
      assertEquals(Mode.STOP0, arm.mode());
      assertFalse(arm.control.wasPowered());
      arm.deployment.operator("a test").recover("nothing was wrong");
      arm.ticks(1);
      arm.deployment.operator("a test").arm();
      arm.ticks(1);
      assertTrue(arm.control.wasPowered());
      arm.deployment.operator("a test").disarm();
      arm.ticks(1);
      assertTrue(arm.control.wasPowered(), "also once it is gone");
    }
  }

  @Test
  void playsOneEpisodeAfterTheOtherAndRecordsEveryTickOfThem() {
    long endings;
    try (DrivenArm arm = new DrivenArm(journal())) {
      arm.recording.start();
      arm.drive();
      arm.recordedTicks(EPISODE_TICKS);
      assertEquals(Mode.RUN_POLICY, arm.mode());
      endings = arm.episodes.ended();
      assertTrue(endings > 3, "episodes " + endings);
      assertEquals(endings, arm.episodes.succeeded());
    }
    JournalInspection found = JournalInspection.of(journal());
    assertEquals(EPISODE_TICKS + 3 + endings, found.contents().records(Topic.TICK));
    assertEquals(0, found.gaps());
    assertTrue(found.complete(), found.problems()::toString);
    assertTrue(found.transitions() > endings, "transitions " + found.transitions());
  }

  @Test
  void aTickAllocatesNothing() {
    try (DrivenArm arm = new DrivenArm(journal())) {
      arm.recording.start();
      arm.drive();
      arm.recordedTicks(40_000);
      long bytes = 0;
      int counted = 0;
      while (counted < 5_000) {
        long episodes = arm.episodes.ended();
        long before = THREADS.getCurrentThreadAllocatedBytes();
        arm.control.tick();
        long of = THREADS.getCurrentThreadAllocatedBytes() - before;
        bytes += arm.episodes.ended() == episodes ? of : 0;
        counted++;
        arm.waitForRecorder();
      }
      assertEquals(0, bytes / counted);
    }
  }

  @Test
  void noEpisodeEndsAndNothingIsPutBackWhileAStopIsLatched() {
    try (DrivenArm arm = new DrivenArm(journal())) {
      arm.recording.start();
      arm.drive();
      arm.ticks(50);
      long episodes = arm.episodes.ended();
      arm.deployment.operator("a test").stop("a test");
      arm.ticks(1);
      assertTrue(arm.control.isStopped());
      arm.recordedTicks(2 * EPISODE_TICKS);
      assertEquals(Mode.STOP2, arm.mode());
      assertEquals(episodes, arm.episodes.ended());
      assertTrue(
          arm.deployment.stopDescription().endsWith("a stop was requested from outside the loop"),
          arm.deployment.stopDescription());

      arm.deployment.operator("a test").recover("a test");
      arm.ticks(1);
      assertFalse(arm.control.isStopped());
      assertEquals(Mode.ARMED, arm.mode());
      arm.deployment.operator("a test").handBack();
      arm.recordedTicks(EPISODE_TICKS);
      assertTrue(arm.episodes.ended() > episodes);
    }
  }

  @Test
  void stopsWhenItsWatchdogIsSilentAndLosesPowerWhenThatKeepsTheDrivesStopped() {
    try (DrivenArm arm = new DrivenArm(journal())) {
      arm.drive();
      arm.watchdog.set(Heartbeat.Pulse.SILENT);
      arm.ticks(1);
      assertEquals(Mode.STOP1, arm.mode());
      assertEquals(Fault.WATCHDOG_SILENT, arm.deployment.cell().authority().cause());
      arm.watchdog.set(Heartbeat.Pulse.STOPPED);
      arm.ticks(1);
      assertEquals(Mode.STOP0, arm.mode());
    }
  }

  @Test
  void doesNotLeaveOffWhileTheWatchdogKeepsTheDrivesStopped() {
    try (DrivenArm arm = new DrivenArm(journal())) {
      arm.watchdog.set(Heartbeat.Pulse.STOPPED);
      arm.ticks(10);
      assertEquals(Mode.OFF, arm.mode());
    }
  }

  @Test
  void stopsWhenItIsWokenLate() {
    try (DrivenArm arm = new DrivenArm(journal())) {
      arm.drive();
      arm.clock.stallNextWait(6_000_000);
      arm.ticks(1);
      assertEquals(Mode.STOP2, arm.mode());
      assertEquals(Fault.LATE_WAKE_UP, arm.deployment.cell().authority().cause());
    }
  }

  @Test
  void stopsWhenItLosesWhatItWasGranted() {
    try (DrivenArm arm = new DrivenArm(journal())) {
      arm.drive();
      arm.realTimeLost = true;
      arm.ticks(1);
      assertEquals(Mode.STOP2, arm.mode());
      assertEquals(Fault.REAL_TIME_LOST, arm.deployment.cell().authority().cause());
    }
  }

  @Test
  void seesARecorderThatStandsStillAndARingThatIsFull() {
    try (DrivenArm arm = new DrivenArm(journal())) {
      arm.drive();
      arm.ticks(2000);
      assertFalse(sees(arm, Fault.JOURNAL_FAILED));
      arm.ticks(100);
      assertTrue(sees(arm, Fault.JOURNAL_FAILED));
      assertFalse(sees(arm, Fault.RECORDS_LOST));
      arm.ticks(2100);
      assertTrue(sees(arm, Fault.RECORDS_LOST));
      assertNotEquals(0, arm.recording.lostTicks());
      assertFalse(arm.mode().isStop(), "nobody stops for a record");
    }
  }

  @Test
  void tellsWhatIsNotWatchedOnThisArm() {
    try (DrivenArm arm = new DrivenArm(journal())) {
      assertTrue(arm.deployment.notWatched().stream().anyMatch(line -> line.startsWith("F01 ")));
      assertTrue(arm.deployment.notWatched().stream().noneMatch(line -> line.startsWith("F37 ")));
      assertEquals(
          Supervision.notWatchedInRun(Robot.shipped(), arm.task), arm.deployment.notWatched());
    }
  }
}
