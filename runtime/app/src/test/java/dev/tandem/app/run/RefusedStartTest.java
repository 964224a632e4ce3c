package dev.tandem.app.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.app.robot.Robot;
import dev.tandem.runtime.guard.Fault;
import dev.tandem.runtime.guard.Heartbeat;
import dev.tandem.runtime.guard.LoopHealth;
import dev.tandem.runtime.guard.Mode;
import dev.tandem.runtime.signal.MutableCommand;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.MutableTick;
import dev.tandem.safety.authority.Authority;
import dev.tandem.safety.authority.Operator;
import dev.tandem.safety.monitor.FlagMonitor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that cannot be armed says why, once for each reason, and starts when that is gone. */
final class RefusedStartTest {
  private static final int POLLS_A_SECOND = 50;

  @TempDir private Path folder = Path.of("");

  private final List<String> said = new ArrayList<>();

  private void seconds(DrivenArm arm, StartUp startUp, int seconds) {
    for (int poll = 0; poll < seconds * POLLS_A_SECOND; poll++) {
      startUp.poll(arm.mode(), true, true, () -> false);
      arm.ticks(1);
    }
  }

  @Test
  void aSelfTestThatIsRefusedIsToldWithItsReasonAndAskedForAgain() {
    try (DrivenArm arm = new DrivenArm(folder.resolve("journal.mcap"))) {
      StartUp startUp = new StartUp(arm.deployment.operator("a test"), said::add, false);
      arm.realTimeLost = true;
      seconds(arm, startUp, 3);
      String refusal =
          "self-test: refused, " + Fault.REAL_TIME_LOST.line() + "; asked again every second";
      assertEquals(List.of(refusal), said);
      assertEquals(refusal, startUp.refusal());
      assertEquals(Mode.OFF, arm.mode());
      arm.realTimeLost = false;
      seconds(arm, startUp, 3);
      assertTrue(arm.mode().policyDrives(), () -> "found " + arm.mode());
      assertEquals(List.of(refusal), said);
    }
  }

  /** Something that holds, which no person puts right by being asked again. */
  @Test
  void aSelfTestThatWaitsIsToldAndPassesByItself() {
    HeldArm arm = new HeldArm();
    StartUp startUp = new StartUp(arm.operator, said::add, false);
    arm.held = true;
    arm.follow(startUp, 3 * POLLS_A_SECOND);
    assertEquals(Mode.SELF_TEST, arm.authority.mode());
    assertEquals(
        List.of(
            "self-test: refused, " + Fault.CONFIGURATION.line() + "; it is passed once that is so"),
        said);
    arm.held = false;
    arm.follow(startUp, 3 * POLLS_A_SECOND);
    assertEquals(Mode.ARMED, arm.authority.mode());
  }

  @Test
  void aGoThatIsRefusedIsNotAskedForAgain() {
    HeldArm arm = new HeldArm();
    StartUp startUp = new StartUp(arm.operator, said::add, false);
    while (arm.authority.mode() != Mode.ARMED) {
      arm.follow(startUp, 1);
    }
    arm.held = true;
    arm.follow(startUp, 3 * POLLS_A_SECOND);
    arm.held = false;
    arm.follow(startUp, 3 * POLLS_A_SECOND);
    assertEquals(Mode.ARMED, arm.authority.mode());
    assertTrue(startUp.isOver());
    assertEquals(
        "go: refused, " + Fault.CONFIGURATION.line() + "; asked again every second", said.get(0));
    assertTrue(said.get(1).endsWith("to let it drive, say: go"), said.get(1));
  }

  /** An authority with a monitor that holds when told to. */
  private static final class HeldArm {
    private static final SignalSpec SPEC =
        new SignalSpec("arm", SignalSpec.block("qd", "rad/s", 2));
    private static final long PERIOD_NANOS = 1_000_000;

    boolean held;
    final Operator operator = new Operator(words -> {});
    final Authority authority =
        new Authority(
            SPEC,
            Robot.shipped().authority(),
            List.of(FlagMonitor.configurationRefused(() -> held)),
            operator);
    private final MutableTick tick = new MutableTick(PERIOD_NANOS);

    void follow(StartUp startUp, int polls) {
      for (int poll = 0; poll < polls; poll++) {
        startUp.poll(authority.mode(), true, true, () -> false);
        tick.set(tick.index() + 1, tick.startNanos() + PERIOD_NANOS, 0);
        authority.update(
            tick, new MutableObservation(SPEC), new LoopHealth(), new MutableCommand(SPEC));
      }
    }
  }

  /** Whoever unlocks an emergency stop is near the arm. */
  @Test
  void whatAPersonPutsRightStartsNothing() {
    try (DrivenArm arm = new DrivenArm(folder.resolve("journal.mcap"))) {
      StartUp startUp = new StartUp(arm.deployment.operator("a test"), said::add, true);
      arm.watchdog.set(Heartbeat.Pulse.STOPPED);
      seconds(arm, startUp, 3);
      assertEquals(Mode.OFF, arm.mode());
      arm.watchdog.set(Heartbeat.Pulse.ALIVE);
      seconds(arm, startUp, 3);
      assertEquals(Mode.ARMED, arm.mode());
      assertTrue(startUp.isOver());
      assertTrue(said.get(1).endsWith("to let it drive, say: go"), said.get(1));
    }
  }
}
