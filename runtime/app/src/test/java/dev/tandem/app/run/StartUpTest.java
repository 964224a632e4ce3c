package dev.tandem.app.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.runtime.guard.Mode;
import dev.tandem.safety.authority.Operator;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class StartUpTest {
  private final List<String> asked = new ArrayList<>();
  private final List<String> said = new ArrayList<>();
  private final StartUp startUp = new StartUp(new Operator(asked::add), said::add, false);

  @Test
  void asksForTestArmAndDriveOnceEach() {
    for (Mode mode :
        new Mode[] {Mode.OFF, Mode.OFF, Mode.READY, Mode.READY, Mode.ARMED, Mode.RUN_POLICY}) {
      startUp.poll(mode, true, true, () -> false);
    }
    assertEquals(List.of("self-test", "arm", "hand back to the policy"), asked);
    assertTrue(startUp.isOver());
  }

  @Test
  void asksAgainAfterASecondWhenNothingCameOfIt() {
    for (int i = 0; i < 51; i++) {
      startUp.poll(Mode.READY, true, true, () -> false);
    }
    assertEquals(List.of("arm", "arm"), asked);
  }

  @Test
  void waitsForTheWatchdogsPermit() {
    for (int i = 0; i < 200; i++) {
      startUp.poll(Mode.OFF, true, false, () -> false);
    }
    assertEquals(List.of(), asked);
    assertFalse(startUp.isOver());
    startUp.poll(Mode.OFF, true, true, () -> false);
    assertEquals(List.of("self-test"), asked);
  }

  @Test
  void armsNothingWithoutIt() {
    for (int i = 0; i < 200; i++) {
      startUp.poll(Mode.READY, true, false, () -> false);
    }
    assertEquals(List.of(), asked);
    startUp.poll(Mode.READY, true, true, () -> false);
    assertEquals(List.of("arm"), asked);
  }

  @ParameterizedTest
  @EnumSource(names = {"STOP2", "STOP1", "STOP0", "RUN_POLICY", "RUN_HUMAN"})
  void startsNothingAfterTheRobotDroveOrWasStopped(Mode mode) {
    startUp.poll(mode, true, true, () -> false);
    startUp.poll(Mode.READY, true, true, () -> false);
    startUp.poll(Mode.ARMED, true, true, () -> false);
    assertEquals(List.of(), asked);
  }

  @Test
  void startsNothingOnceThePersonHasSpoken() {
    startUp.poll(Mode.OFF, true, true, () -> true);
    startUp.poll(Mode.READY, true, true, () -> true);
    assertEquals(List.of(), asked);
    assertEquals(1, said.size());
    assertTrue(startUp.isOver());
  }

  private void waitForTheWatchdog(StartUp one) {
    one.poll(Mode.OFF, true, false, () -> false);
    for (Mode mode : new Mode[] {Mode.OFF, Mode.READY, Mode.ARMED, Mode.ARMED}) {
      one.poll(mode, true, true, () -> false);
    }
  }

  /** A reset starts no motion. */
  @Test
  void whoArmsAWatchdogThatWasWaitedForGivesPowerAndNoStart() {
    waitForTheWatchdog(startUp);
    assertEquals(List.of("self-test", "arm"), asked);
    assertEquals(1, said.size());
    assertTrue(said.get(0).contains("say: go"), said.get(0));
    assertTrue(startUp.isOver());
  }

  @Test
  void whileItWaitsForTheWatchdogItDoesNotGoByItself() {
    assertTrue(startUp.goesByItself());
    startUp.poll(Mode.OFF, true, false, () -> false);
    assertFalse(startUp.goesByItself());
    StartUp goes = new StartUp(new Operator(asked::add), said::add, true);
    goes.poll(Mode.OFF, true, false, () -> false);
    assertTrue(goes.goesByItself());
  }

  @Test
  void unlessWhoStartedItSaidThatItDoes() {
    waitForTheWatchdog(new StartUp(new Operator(asked::add), said::add, true));
    assertEquals(List.of("self-test", "arm", "hand back to the policy"), asked);
  }

  /** One that armed long ago and loses its permit stops; that is another matter. */
  @Test
  void notToBeReadyYetIsNoWaitForAWatchdog() {
    startUp.poll(Mode.OFF, false, true, () -> false);
    for (Mode mode : new Mode[] {Mode.OFF, Mode.READY, Mode.ARMED}) {
      startUp.poll(mode, true, true, () -> false);
    }
    assertEquals(List.of("self-test", "arm", "hand back to the policy"), asked);
  }

  /** Between the look whether a person spoke and the wish. */
  @ParameterizedTest
  @CsvSource({
    "OFF, self-test, disarm",
    "READY, arm, disarm",
    "ARMED, hand back to the policy, hold"
  })
  void whoSpeaksJustThenHasTheLastWord(Mode mode, String wish, String takenBack) {
    boolean[] spoke = {false};
    startUp.poll(
        mode,
        true,
        true,
        () -> {
          boolean before = spoke[0];
          spoke[0] = true;
          return before;
        });
    assertEquals(List.of(wish, takenBack), asked);
  }
}
