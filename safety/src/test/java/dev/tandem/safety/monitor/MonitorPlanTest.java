package dev.tandem.safety.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.runtime.guard.Fault;
import dev.tandem.runtime.guard.Heartbeat;
import dev.tandem.runtime.guard.Monitor;
import dev.tandem.runtime.guard.Reaction;
import dev.tandem.runtime.signal.Channel;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.safety.AllocatedBytes;
import dev.tandem.safety.barrier.MeasuredArm;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MonitorPlanTest {
  private final Watched arm = new Watched();

  private List<Monitor> others() {
    MonitorConfig.Timing timing = Watched.CONFIG.timing();
    List<Double> damping = Collections.nCopies(Watched.JOINTS, 1.0);
    return List.of(
        new StalePolicyMonitor(arm.tick::startNanos, timing),
        FlagMonitor.policyLost(() -> false),
        CountMonitor.droppedActions(() -> 0),
        new OverrunMonitor(300_000, timing),
        new LateWakeUpMonitor(timing),
        new HeartbeatMonitor(Heartbeat.NONE),
        new ContactMonitor(Watched.OBSERVATION, arm.model, ContactConfig.fr3(damping)),
        ClearanceMonitor.keepOut(Watched.OBSERVATION, arm.model, Watched.SPACE, 0.01),
        ClearanceMonitor.apart(Watched.OBSERVATION, arm.model, Watched.SPACE, 0.01),
        FlagMonitor.realTimeLost(() -> false),
        FlagMonitor.journalFailed(() -> false),
        FlagMonitor.configurationRefused(() -> false));
  }

  private MonitorPlan plan(SignalSpec spec, List<Monitor> others) {
    return MonitorPlan.of(spec, MeasuredArm.of(arm.model), Watched.CONFIG, () -> false, others);
  }

  private static Set<String> rows(MonitorPlan plan) {
    return plan.monitors().stream()
        .map(m -> m.fault().row())
        .filter(row -> !row.isEmpty())
        .collect(Collectors.toSet());
  }

  @Test
  void withEveryChannelAndSourceEveryDetectorIsThere() {
    MonitorPlan plan = plan(Watched.OBSERVATION, others());
    assertEquals(List.of(), plan.notWatchedLines());
    assertEquals(
        Set.of(
            "F01", "F02", "F03", "F04", "F05", "F06", "F09", "F10", "F11", "F12", "F13", "F14",
            "F15", "F16", "F18", "F22", "F23", "F25", "F26", "F27", "F28", "F29", "F30", "F31",
            "F33", "F34", "F35", "F36", "F37", "F40", "F43", "F44", "F45"),
        rows(plan));
    assertTrue(
        plan.monitors().stream()
            .map(Monitor::fault)
            .collect(Collectors.toSet())
            .containsAll(
                Set.of(
                    Fault.OUT_OF_WORKSPACE,
                    Fault.KEEP_OUT_ENTERED,
                    Fault.LINKS_TOO_NEAR,
                    Fault.COMMAND_REFUSED,
                    Fault.SENSOR_FAULT,
                    Fault.SENSOR_STALE,
                    Fault.ACTUATOR_FAULT,
                    Fault.PERSON_NEAR,
                    Fault.RECORD_DEGRADED)),
        "what has no row of its own");
  }

  @Test
  void aChannelThatIsMissingTakesItsMonitorAwayAndIsReported() {
    for (Channel missing : Watched.OBSERVATION.channels()) {
      if (missing.name().matches("(q|qd|tau|tool|tool_velocity|wrench|q_command)\\.\\d")
          || List.of(Channels.E_STOP_STAMP, Channels.PERSON_PRESENT, Channels.DRIVE_STAMP)
              .contains(missing.name())) {
        continue;
      }
      MonitorPlan plan = planWithout(missing.name());
      assertFalse(plan.notWatched().isEmpty(), missing.name());
      plan.notWatched()
          .forEach(
              (fault, why) -> {
                assertEquals("no channel " + missing.name(), why);
                assertFalse(rows(plan).contains(fault.row()), fault + " without " + missing);
              });
    }
  }

  private MonitorPlan planWithout(String missing) {
    List<Channel> rest =
        Watched.OBSERVATION.channels().stream().filter(c -> !c.name().equals(missing)).toList();
    return plan(new SignalSpec("arm", rest), others());
  }

  @Test
  void anEmergencyStopThatDoesNotSayWhenItWasReadIsWatchedButForThat() {
    MonitorPlan plan = planWithout(Channels.E_STOP_STAMP);
    assertEquals(
        List.of(
            "F01 E_STOP: not watched, lines that nobody reads any more: no channel estop.stamp"),
        plan.notWatchedLines());
    assertTrue(rows(plan).contains("F01"));
  }

  @Test
  void drivesThatDoNotStampTheirFramesAreWatchedAsLongAsTheySayThatNothingCame() {
    MonitorPlan plan = planWithout(Channels.DRIVE_STAMP);
    assertEquals(
        List.of(
            "F14 STATE_STAMP: not watched, no channel drive.stamp",
            "SENSOR_STALE: not watched, drives whose frames keep coming, but late: no channel"
                + " drive.stamp"),
        plan.notWatchedLines());
    assertFalse(rows(plan).contains("F14"));
    assertTrue(plan.monitors().stream().anyMatch(m -> m.fault() == Fault.SENSOR_STALE));
  }

  @Test
  void withoutAPresenceChannelReducedSpeedIsWatchedAllTheSame() {
    MonitorPlan plan = planWithout(Channels.PERSON_PRESENT);
    assertEquals(List.of(), plan.notWatchedLines());
    assertTrue(rows(plan).contains("F27"));
  }

  @Test
  void aBareArmIsWatchedWithWhatItHas() {
    List<Channel> channels = new ArrayList<>(SignalSpec.block("q", "rad", Watched.JOINTS));
    channels.addAll(SignalSpec.block("qd", "rad/s", Watched.JOINTS));
    MonitorPlan plan = plan(new SignalSpec("arm", channels), List.of());
    assertEquals(Set.of("F04", "F05", "F13", "F22", "F23", "F30", "F33", "F36"), rows(plan));
    assertTrue(
        plan.notWatchedLines()
            .contains("F01 E_STOP: not watched, no channel " + Channels.E_STOP_A));
    assertTrue(plan.notWatchedLines().contains("F35 WRONG_MODEL: not watched, no block tau.*"));
    assertTrue(
        plan.notWatchedLines()
            .containsAll(
                List.of(
                    "KEEP_OUT_ENTERED: not watched, no capsules around links, or nothing kept"
                        + " out",
                    "LINKS_TOO_NEAR: not watched, no capsules around links that must not"
                        + " touch")));
    assertTrue(plan.notWatchedLines().contains("F18 WATCHDOG_SILENT: not watched, no heartbeat"));
  }

  @Test
  void whatTakesThePowerAtOnceIsAskedFirst() {
    List<Monitor> monitors = plan(Watched.OBSERVATION, others()).monitors();
    assertEquals(Fault.COMMAND_REFUSED, monitors.get(0).fault());
    assertEquals(Fault.E_STOP, monitors.get(1).fault());
  }

  @Test
  void aHealthyArmNeedsNoReactionAndCostsNoBytes() {
    Monitor[] monitors = plan(Watched.OBSERVATION, others()).monitors().toArray(Monitor[]::new);
    Runnable tick =
        () -> {
          arm.advance();
          for (Monitor monitor : monitors) {
            assertTrue(arm.ask(monitor) == Reaction.NONE, () -> monitor.fault().toString());
          }
        };
    tick.run();
    Runnable quiet =
        () -> {
          arm.pass(0);
          for (Monitor monitor : monitors) {
            arm.ask(monitor);
          }
        };
    assertEquals(0, AllocatedBytes.perCall(quiet));
  }
}
