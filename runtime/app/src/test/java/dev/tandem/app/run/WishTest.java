package dev.tandem.app.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
    "GO, STOP2, 'go: refused, the mode is STOP2; first say: recover REASON'",
    "GO, READY, 'go: refused, the mode is READY; first say: arm'",
    "RECOVER, STOP0, 'recover: refused, the mode is STOP0; the cause is still there, or there were"
        + " too many recoveries in the last minute'"
  })
  void saysWhatToDoFirst(Wish wish, Mode mode, String refusal) {
    assertEquals(refusal, wish.refusal(mode));
  }
}
