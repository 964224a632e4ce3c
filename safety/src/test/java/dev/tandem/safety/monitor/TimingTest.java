package dev.tandem.safety.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tandem.runtime.decide.ActionSlot;
import dev.tandem.runtime.guard.Fault;
import dev.tandem.runtime.guard.Heartbeat;
import dev.tandem.runtime.guard.Monitor;
import dev.tandem.runtime.guard.Reaction;
import org.junit.jupiter.api.Test;

/** When the loop, the policy, the watchdog or the recorder is late or lost. */
class TimingTest {
  private static final long BUDGET_NANOS = 300_000;

  private final Watched arm = new Watched();
  private final MonitorConfig.Timing config = Watched.CONFIG.timing();
  private long newestNanos = ActionSlot.NEVER;
  private boolean raised;
  private Heartbeat.Pulse pulse = Heartbeat.Pulse.ALIVE;

  private Reaction overrun(boolean over, Monitor monitor) {
    arm.health.lastExecutionNanos = over ? BUDGET_NANOS + 1 : BUDGET_NANOS;
    return arm.after(1, monitor);
  }

  @Test
  void theThirdOverrunInARowStops() {
    Monitor monitor = new OverrunMonitor(BUDGET_NANOS, config);
    assertEquals(Reaction.LIMIT, overrun(true, monitor));
    assertEquals(Reaction.NONE, overrun(false, monitor));
    assertEquals(Reaction.LIMIT, overrun(true, monitor));
    assertEquals(Reaction.LIMIT, overrun(true, monitor));
    assertEquals(Reaction.STOP2, overrun(true, monitor), "the fourth within a second");
    monitor.restart();
    assertEquals(Reaction.LIMIT, overrun(true, monitor));
  }

  @Test
  void overrunsThatLastTakeThePower() {
    Monitor monitor = new OverrunMonitor(BUDGET_NANOS, config);
    for (int i = 0; i < 29; i++) {
      overrun(true, monitor);
    }
    assertEquals(Reaction.STOP1, overrun(true, monitor));
    assertEquals(Reaction.NONE, overrun(false, monitor));
  }

  private Reaction fifthOverrunAfter(int ticks, Monitor monitor) {
    for (int i = 0; i < 4; i++) {
      overrun(true, monitor);
      overrun(false, monitor);
    }
    arm.pass(ticks - 9);
    return overrun(true, monitor);
  }

  @Test
  void theFifthOverrunWithinASecondStops() {
    assertEquals(Reaction.STOP2, fifthOverrunAfter(1000, new OverrunMonitor(BUDGET_NANOS, config)));
    assertEquals(Reaction.LIMIT, fifthOverrunAfter(1001, new OverrunMonitor(BUDGET_NANOS, config)));
  }

  private Reaction lateBy(long nanos) {
    arm.tick.set(1, Watched.PERIOD_NANOS, nanos);
    return arm.ask(new LateWakeUpMonitor(config));
  }

  @Test
  void aLateWakeUpIsSeenThenStopsThenTakesThePower() {
    assertEquals(Reaction.NONE, lateBy(1_000_000));
    assertEquals(Reaction.LIMIT, lateBy(1_000_001));
    assertEquals(Reaction.LIMIT, lateBy(5_000_000));
    assertEquals(Reaction.STOP2, lateBy(5_000_001));
    assertEquals(Reaction.STOP2, lateBy(20_000_000));
    assertEquals(Reaction.STOP1, lateBy(20_000_001));
  }

  @Test
  void skippedTicksCountAsLate() {
    arm.health.skippedTicks = 5;
    assertEquals(Reaction.LIMIT, lateBy(0));
    arm.health.skippedTicks = 6;
    assertEquals(Reaction.STOP2, lateBy(0));
  }

  private Monitor policy() {
    return new StalePolicyMonitor(() -> newestNanos, config);
  }

  @Test
  void aPolicyThatNeverSpokeIsOnlyWaitedFor() {
    assertEquals(Reaction.HOLD, arm.after(2000, policy()));
  }

  @Test
  void aSilentPolicyHoldsAndAfterTheGraceStops() {
    Monitor monitor = policy();
    newestNanos = 0;
    assertEquals(Reaction.NONE, arm.after(100, monitor));
    assertEquals(Reaction.HOLD, arm.after(1, monitor));
    assertEquals(Reaction.HOLD, arm.after(99, monitor));
    assertEquals(Reaction.STOP2, arm.after(1, monitor));
    newestNanos = arm.tick.startNanos();
    assertEquals(Reaction.NONE, arm.after(1, monitor));
    assertEquals(Reaction.HOLD, arm.after(100, monitor), "the grace begins anew");
  }

  @Test
  void theGraceDoesNotRunWhileAPersonDrives() {
    Monitor monitor = policy();
    newestNanos = 0;
    arm.after(100, monitor);
    arm.health.humanDrives = true;
    assertEquals(Reaction.HOLD, arm.after(500, monitor));
    arm.health.humanDrives = false;
    assertEquals(Reaction.HOLD, arm.after(100, monitor));
    assertEquals(Reaction.STOP2, arm.after(1, monitor));
    monitor.restart();
    assertEquals(Reaction.HOLD, arm.after(1, monitor));
  }

  @Test
  void droppedActionsAndLostRecordsAreSeenAndNobodyStops() {
    Monitor actions = CountMonitor.droppedActions(() -> newestNanos);
    newestNanos = 3;
    assertEquals(Reaction.NONE, arm.ask(actions));
    newestNanos = 4;
    assertEquals(Reaction.LIMIT, arm.ask(actions));
    assertEquals(Reaction.NONE, arm.ask(actions));
    assertEquals(Fault.ACTION_OUT_OF_ORDER, actions.fault());
    Monitor records = CountMonitor.lostRecords();
    assertEquals(Reaction.NONE, arm.ask(records));
    arm.health.lostRecords = 1;
    assertEquals(Reaction.LIMIT, arm.ask(records));
    assertEquals(Fault.RECORDS_LOST, records.fault());
    arm.health.lostRecords = 2;
    records.recovered();
    assertEquals(Reaction.LIMIT, arm.ask(records), "a recovery hides none");
  }

  @Test
  void aSilentWatchdogStopsAndOneThatHoldsTheDrivesHasTakenThePower() {
    Monitor monitor = new HeartbeatMonitor(now -> pulse);
    assertEquals(Reaction.NONE, arm.ask(monitor));
    pulse = Heartbeat.Pulse.SILENT;
    assertEquals(Reaction.STOP1, arm.ask(monitor));
    assertEquals(Fault.WATCHDOG_SILENT, monitor.fault());
    pulse = Heartbeat.Pulse.STOPPED;
    assertEquals(Reaction.STOP0, arm.ask(monitor));
    assertEquals(Fault.RUNTIME_SILENT, monitor.fault());
  }

  @Test
  void theWatchdogIsToldTheTimeOfTheWakeUp() {
    arm.tick.set(3, 3_000_000, 70);
    arm.ask(
        new HeartbeatMonitor(
            now -> {
              newestNanos = now;
              return pulse;
            }));
    assertEquals(3_000_070, newestNanos);
  }

  @Test
  void flagsCountForAsLongAsTheyAreRaised() {
    Monitor realTime = FlagMonitor.realTimeLost(() -> raised);
    Monitor journal = FlagMonitor.journalFailed(() -> raised);
    Monitor limits = FlagMonitor.configurationRefused(() -> raised);
    Monitor policy = FlagMonitor.policyLost(() -> raised);
    assertEquals(Reaction.NONE, arm.ask(realTime));
    raised = true;
    assertEquals(Reaction.STOP2, arm.ask(realTime));
    assertEquals(Reaction.LIMIT, arm.ask(journal));
    assertEquals(Reaction.HOLD, arm.ask(limits));
    assertEquals(Reaction.HOLD, arm.ask(policy));
    raised = false;
    assertEquals(Reaction.NONE, arm.ask(realTime));
  }
}
