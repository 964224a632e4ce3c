package dev.tandem.app.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tandem.runtime.guard.Fault;
import dev.tandem.runtime.guard.Mode;
import java.util.EnumSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WishTest {
  /** In which modes a wish was granted, by name. */
  @ParameterizedTest
  @CsvSource({
    "NONE, OFF SELF_TEST READY ARMED RUN_POLICY RUN_HUMAN STOP2 STOP1 STOP0 FAULT REDUCED_POLICY"
        + " REDUCED_HUMAN",
    "RECOVER, OFF SELF_TEST READY ARMED RUN_POLICY RUN_HUMAN REDUCED_POLICY REDUCED_HUMAN",
    "ARM, ARMED RUN_POLICY RUN_HUMAN REDUCED_POLICY REDUCED_HUMAN",
    "GO, RUN_POLICY RUN_HUMAN REDUCED_POLICY REDUCED_HUMAN",
    "HOLD, OFF SELF_TEST READY ARMED RUN_HUMAN STOP2 STOP1 STOP0 FAULT REDUCED_HUMAN",
    "STOP, OFF SELF_TEST READY STOP2 STOP1 STOP0 FAULT",
    "ESTOP, OFF SELF_TEST READY STOP1 STOP0 FAULT"
  })
  void isGrantedInTheseModes(Wish wish, String modes) {
    EnumSet<Mode> expected = EnumSet.noneOf(Mode.class);
    for (String mode : modes.split(" ", -1)) {
      expected.add(Mode.valueOf(mode));
    }
    EnumSet<Mode> granted = EnumSet.allOf(Mode.class);
    granted.removeIf(mode -> !wish.isGranted(mode));
    assertEquals(expected, granted);
  }

  @ParameterizedTest
  @CsvSource({
    "GO, STOP2, NONE, first say: recover REASON",
    "GO, READY, NONE, first say: arm",
    "GO, ARMED, NONE, say it again",
    "ARM, READY, NONE, say it again",
    "ARM, OFF, NONE, first say: arm",
    "RECOVER, STOP1, E_STOP, the arm is still being braked; say it again once the mode is STOP0",
    "RECOVER, STOP0, NONE, say it again",
    "RECOVER, FAULT, NONE, only a new start ends it",
    "GO, FAULT, NONE, only a new start ends it"
  })
  void saysWhichConditionIsNotMet(Wish wish, Mode mode, Fault objection, String condition) {
    String head = wish.word() + ": refused, the mode is " + mode + "; ";
    assertEquals(head + condition, wish.answer(mode, objection));
  }

  @ParameterizedTest
  @CsvSource({"RECOVER, STOP2", "RECOVER, STOP0", "ARM, READY", "GO, ARMED"})
  void namesTheFaultThatSpeaksAgainstIt(Wish wish, Mode mode) {
    String head = wish.word() + ": refused, the mode is " + mode + "; ";
    assertEquals(
        head
            + "F03 protective stop: expected the protected field to be clear;"
            + " say it again once that is so",
        wish.answer(mode, Fault.PROTECTIVE_STOP));
  }

  @ParameterizedTest
  @CsvSource({"STOP, OFF", "HOLD, READY", "ESTOP, STOP1", "GO, RUN_POLICY"})
  void answersAWishThatWasGranted(Wish wish, Mode mode) {
    assertEquals(
        wish.word() + ": done, the mode is " + mode, wish.answer(mode, Fault.PROTECTIVE_STOP));
  }
}
