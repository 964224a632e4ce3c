package dev.tandem.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.app.robot.Robot;
import dev.tandem.runtime.guard.Fault;
import dev.tandem.runtime.guard.Mode;
import dev.tandem.runtime.record.TickRecord;
import dev.tandem.runtime.record.journal.JournalInspection;
import dev.tandem.runtime.record.journal.RunDescription;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * A whole process that drives a robot is held up: by SIGSTOP, as by a debugger or a full machine,
 * by a pause of its virtual machine, and by code that this gives up.
 */
@Timeout(300)
@EnabledIfSystemProperty(
    named = "tandem.slow",
    matches = "true",
    disabledReason = "takes up to two minutes: -Dtandem.slow=true")
final class HeldUpRunTest {
  private static final long HELD_UP_MILLIS = 200;

  /** Of the ticks of the time that the process stood still; when it began no tick knows. */
  private static final long LEAST_SKIPPED = HELD_UP_MILLIS * 3 / 4;

  /** That take the power (F16). */
  private static final long MOST_LATE_TICKS = 20;

  /** Of a tick (F15). */
  private static final long BUDGET_NANOS = 300_000;

  private static final int MOST_TRIES = 5;

  @TempDir private Path folder = Path.of("");
  private RobotProcess run;

  /** Something that is done to a process. */
  private interface Cause {
    void befall(RobotProcess process) throws IOException, InterruptedException;
  }

  @BeforeEach
  void start() throws IOException {
    run = new RobotProcess(folder);
  }

  @AfterEach
  void end() {
    run.close();
  }

  /** Until one drives: a machine that others keep busy may hold a run up before. */
  private void drive() throws IOException {
    for (int tries = 1; !run.await("mode RUN_POLICY|mode STOP").contains("RUN_POLICY"); tries++) {
      assertTrue(tries < MOST_TRIES, "stopped before it drove, each time");
      run.close();
      run = new RobotProcess(folder.resolve("try " + tries));
    }
  }

  /** From the first one with power on. */
  private List<TickRecord> powered() {
    return run.ticks().stream().dropWhile(tick -> !tick.mode.isPowered()).toList();
  }

  /** Ends in order, with a whole journal; the ticks from the one that {@code first} finds. */
  private List<TickRecord> befallen(Cause cause, Predicate<TickRecord> first)
      throws IOException, InterruptedException {
    drive();
    cause.befall(run);
    run.await("mode STOP");
    assertEquals(1, run.end(), "nobody is there to recover it");
    JournalInspection inspection = JournalInspection.of(run.journal());
    assertTrue(inspection.complete(), inspection.problems()::toString);
    List<TickRecord> ticks = powered().stream().dropWhile(first.negate()).toList();
    assertNotEquals(0, ticks.size(), "no tick says so");
    TickRecord last = ticks.get(ticks.size() - 1);
    assertEquals(Mode.STOP0, last.mode, "in the end without power");
    assertAtRest(last);
    return ticks;
  }

  @Test
  void countsWhatItMissedTakesThePowerLeavesTheArmAtRestAndAWholeJournal()
      throws IOException, InterruptedException {
    Cause stop =
        process -> {
          process.signal("STOP");
          Thread.sleep(HELD_UP_MILLIS);
          process.signal("CONT");
        };
    List<TickRecord> ticks = befallen(stop, tick -> tick.skippedTicks >= LEAST_SKIPPED);
    assertTakesThePower(ticks.get(0));
    String overruns = run.report().replaceFirst("(?s).*\"overruns\":([0-9]+).*", "$1");
    assertTrue(Long.parseLong(overruns) >= LEAST_SKIPPED, run.report());
  }

  @Test
  void aPauseOfTheVirtualMachineTakesThePower() throws IOException, InterruptedException {
    Cause dump = process -> process.jcmd("GC.heap_dump", folder.resolve("heap.hprof").toString());
    List<TickRecord> ticks = befallen(dump, tick -> tick.skippedTicks >= MOST_LATE_TICKS);
    assertTakesThePower(ticks.get(0));
  }

  /** F39, by its real cause: ticks that are interpreted take too long, and are told as F15. */
  @Test
  void tellsTicksOfCodeThatTheVirtualMachineGaveUp() throws IOException, InterruptedException {
    drive();
    run.jcmd("JVMTI.agent_load", GivenUpCode.jar(folder).toString());
    run.signal("INT");
    run.end();
    List<TickRecord> ticks = powered();
    long[] execution = ticks.stream().mapToLong(tick -> tick.executionNanos).sorted().toArray();
    long slowNanos = Math.max(BUDGET_NANOS, 5 * execution[execution.length / 2]);
    int told = 0;
    for (int i = 0; i < ticks.size() - 1; i++) {
      if (ticks.get(i).executionNanos > slowNanos) {
        assertNotEquals(0, ticks.get(i + 1).faults & Fault.OVERRUN.bit(), "tick " + i);
        told++;
      }
    }
    assertNotEquals(0, told, "no tick took longer than " + slowNanos + " ns");
  }

  private static void assertTakesThePower(TickRecord late) {
    assertNotEquals(0, late.faults & Fault.LATE_WAKE_UP.bit(), "told as what it was");
    assertTrue(
        late.mode == Mode.STOP1 || late.mode == Mode.STOP0, "category 1, found " + late.mode);
  }

  private void assertAtRest(TickRecord tick) {
    RunDescription of = JournalInspection.of(run.journal()).contents().run().orElseThrow();
    int speeds = of.signals().observation().indexOf("qd.0");
    double most = Robot.shipped().authority().restRadPerS();
    for (int joint = 0; joint < 7; joint++) {
      assertEquals(0, tick.observation[speeds + joint], most, "joint " + joint);
    }
  }
}
