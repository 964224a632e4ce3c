package dev.tandem.app.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tandem.runtime.guard.Fault;
import dev.tandem.runtime.guard.Mode;
import java.util.EnumSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WishTest {
  private static void areTheOnly(String modes, Predicate<Mode> those) {
    EnumSet<Mode> expected = EnumSet.noneOf(Mode.class);
    for (String mode : modes.split(" ", -1)) {
      expected.add(Mode.valueOf(mode));
    }
    EnumSet<Mode> found = EnumSet.allOf(Mode.class);
    found.removeIf(those.negate());
    assertEquals(expected, found);
  }

  /** After which it was granted, by name. */
  @ParameterizedTest
  @CsvSource({
    "TEST, READY ARMED RUN_POLICY RUN_HUMAN STOP2 STOP1 STOP0 FAULT REDUCED_POLICY REDUCED_HUMAN",
    "RECOVER, OFF SELF_TEST READY ARMED RUN_POLICY RUN_HUMAN REDUCED_POLICY REDUCED_HUMAN",
    "ARM, ARMED RUN_POLICY RUN_HUMAN REDUCED_POLICY REDUCED_HUMAN",
    "GO, RUN_POLICY REDUCED_POLICY",
    "HOLD, OFF SELF_TEST READY ARMED RUN_HUMAN STOP2 STOP1 STOP0 FAULT REDUCED_HUMAN",
    "DISARM, OFF SELF_TEST READY STOP1 STOP0 FAULT",
    "STOP, STOP2 STOP1 STOP0 FAULT",
    "ESTOP, STOP1 STOP0 FAULT"
  })
  void isGrantedWithTheseModes(Wish wish, String modes) {
    areTheOnly(modes, wish::isGranted);
  }

  /** Before which there is nothing to do, by name. */
  @ParameterizedTest
  @CsvSource({
    "TEST, SELF_TEST READY ARMED RUN_POLICY RUN_HUMAN STOP2 STOP1 STOP0 FAULT REDUCED_POLICY REDUCED_HUMAN",
    "RECOVER, OFF SELF_TEST READY ARMED RUN_POLICY RUN_HUMAN REDUCED_POLICY REDUCED_HUMAN",
    "ARM, ARMED RUN_POLICY RUN_HUMAN REDUCED_POLICY REDUCED_HUMAN",
    "GO, RUN_POLICY REDUCED_POLICY",
    "HOLD, OFF SELF_TEST READY STOP2 STOP1 STOP0 FAULT",
    "DISARM, OFF SELF_TEST READY STOP1 STOP0 FAULT",
    "STOP, OFF",
    "ESTOP, OFF"
  })
  void isNeedlessInTheseModes(Wish wish, String modes) {
    areTheOnly(modes, wish::isNeedless);
  }

  @ParameterizedTest
  @CsvSource({
    "GO, STOP2, NONE, first say: recover REASON",
    "GO, READY, NONE, first say: arm",
    "ARM, READY, NONE, say it again",
    "ARM, OFF, NONE, first say: arm",
    "ARM, STOP0, NONE, first say: recover REASON",
    "GO, FAULT, NONE, only a new start ends it"
  })
  void saysWhichConditionIsNotMet(Wish wish, Mode mode, Fault objection, String condition) {
    String head = wish.word() + ": refused, the mode is " + mode + "; ";
    assertEquals(head + condition, wish.answer(Mode.READY, mode, objection));
  }

  @ParameterizedTest
  @CsvSource({
    "TEST, OFF, E_STOP, say arm again once that is so",
    "TEST, SELF_TEST, CONFIGURATION, 'it is passed once that is so, then say: arm'",
    "ARM, READY, E_STOP, say it again once that is so"
  })
  void saysWhatMustBeSoFirst(Wish wish, Mode mode, Fault objection, String then) {
    assertEquals(
        "%s: refused, the mode is %s; %s; %s".formatted(wish.word(), mode, objection.line(), then),
        wish.answer(Mode.OFF, mode, objection));
  }

  @Test
  void anArmThatMovesIsNotArmed() {
    assertEquals(
        "arm: refused, the mode is READY; expected the arm at rest; say it again once that is so",
        Wish.ARM.answer(Mode.READY, Mode.READY, Fault.STILL_MOVING));
  }

  @ParameterizedTest
  @CsvSource({
    "STOP1, E_STOP, the arm is still being braked; say it again once the mode is STOP0",
    "STOP2, STILL_MOVING, the arm is still being braked; say it again once it stands",
    "STOP0, NONE, say it again",
    "FAULT, NONE, only a new start ends it"
  })
  void saysWhyARecoveryIsNotGranted(Mode mode, Fault objection, String condition) {
    String head = "recover: refused, the mode is " + mode + "; ";
    assertEquals(head + condition, Wish.RECOVER.answer(mode, mode, objection));
  }

  @ParameterizedTest
  @CsvSource({"RUN_POLICY", "REDUCED_HUMAN", "STOP2", "ARMED"})
  void saysThatWhatMovesIsBrakedBeforeItsPowerGoes(Mode mode) {
    assertEquals(
        "disarm: done, it is braked before, the mode is STOP1",
        Wish.DISARM.answer(mode, Mode.STOP1, Fault.STOP_REQUESTED));
  }

  @ParameterizedTest
  @CsvSource({"RECOVER, STOP2", "RECOVER, STOP0", "ARM, READY", "GO, ARMED"})
  void namesTheFaultThatSpeaksAgainstIt(Wish wish, Mode mode) {
    String head = wish.word() + ": refused, the mode is " + mode + "; ";
    assertEquals(
        head
            + "F03 protective stop: expected the protected field to be clear;"
            + " say it again once that is so",
        wish.answer(mode, mode, Fault.PROTECTIVE_STOP));
  }

  @ParameterizedTest
  @CsvSource({"ARMED", "RUN_HUMAN", "REDUCED_HUMAN"})
  void saysThatThePolicyIsNextWhileAPersonDrivesOrHasJustLetGo(Mode mode) {
    assertEquals(
        "go: heard, the mode is "
            + mode
            + "; the policy drives once the person's device was let go of",
        Wish.GO.answer(mode, mode, Fault.NONE));
  }

  @ParameterizedTest
  @CsvSource({
    "RECOVER, STOP2, ARMED",
    "ARM, READY, ARMED",
    "GO, ARMED, RUN_POLICY",
    "GO, RUN_HUMAN, REDUCED_POLICY",
    "HOLD, RUN_POLICY, ARMED",
    "DISARM, ARMED, READY",
    "STOP, STOP2, STOP2",
    "ESTOP, RUN_POLICY, STOP1"
  })
  void answersAWishThatWasGranted(Wish wish, Mode before, Mode after) {
    assertEquals(
        wish.word() + ": done, the mode is " + after,
        wish.answer(before, after, Fault.PROTECTIVE_STOP));
  }

  @ParameterizedTest
  @CsvSource({"RECOVER, RUN_POLICY", "ARM, REDUCED_HUMAN", "GO, RUN_POLICY", "STOP, OFF"})
  void doesNotCallDoneWhatWasSoAlready(Wish wish, Mode mode) {
    assertEquals(
        wish.word() + ": nothing to do, the mode is " + mode, wish.answer(mode, mode, Fault.NONE));
  }

  @Test
  void whoRecoversIsToldWhatIsStillWrong() {
    long faults = Fault.JOINT_BEYOND_LIMIT.bit() | Fault.KEEP_OUT_ENTERED.bit();
    assertEquals(
        "; beware, still seen: F22 joint: expected within its limits;"
            + " links: expected outside what is kept out",
        Wish.RECOVER.stillSeen(Mode.STOP0, Mode.READY, faults));
    assertEquals("", Wish.RECOVER.stillSeen(Mode.STOP0, Mode.READY, 0));
    assertEquals("", Wish.RECOVER.stillSeen(Mode.STOP0, Mode.STOP0, faults), "refused");
    assertEquals("", Wish.ARM.stillSeen(Mode.READY, Mode.ARMED, faults), "knows it already");
  }
}
