package dev.tandem.app.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.runtime.guard.Fault;
import dev.tandem.runtime.guard.Heartbeat;
import dev.tandem.runtime.guard.Mode;
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
