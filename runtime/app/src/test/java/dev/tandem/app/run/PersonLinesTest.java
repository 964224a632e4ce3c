package dev.tandem.app.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.runtime.guard.Mode;
import dev.tandem.safety.authority.Operator;
import java.io.BufferedReader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PersonLinesTest {
  private final List<String> asked = new ArrayList<>();
  private final List<String> said = new ArrayList<>();

  private PersonLines hear(Mode mode, String lines) {
    PersonLines person =
        new PersonLines(
            new BufferedReader(new StringReader(lines)),
            new Operator(asked::add),
            () -> mode,
            said::add,
            line -> {});
    assertTrue(person.isPresent());
    person.run();
    assertFalse(person.isPresent(), "the input has ended");
    assertEquals(PersonLines.ENDED, said.removeLast());
    return person;
  }

  @Test
  void handsOverEveryWish() {
    assertTrue(
        hear(
                Mode.READY,
                "arm\ngo\n  HOLD \ndisarm\nslow\nfast\nstop a visitor\nstop\nestop\nrecover  looked at it \n")
            .spoke());
    assertEquals(
        List.of(
            "arm",
            "hand back to the policy",
            "hold",
            "disarm",
            "reduced speed",
            "full speed",
            "stop: a visitor",
            "stop: a person asked for it",
            "emergency stop: a person asked for it",
            "recover: looked at it"),
        asked);
    assertEquals(
        List.of("slow: reduced speed from now on", "fast: full speed while nobody is near"), said);
  }

  @ParameterizedTest
  @ValueSource(strings = {"go", "slow", "fast", ""})
  void mayLetTheRobotStartByItself(String line) {
    assertFalse(hear(Mode.OFF, line + "\n").spoke());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "stop",
        "estop",
        "hold",
        "disarm",
        "arm",
        "recover it is safe",
        "recover",
        "stpo",
        "go home"
      })
  void keepsTheRobotFromStartingByItself(String line) {
    assertTrue(hear(Mode.OFF, line + "\n").spoke());
  }

  @ParameterizedTest
  @CsvSource({
    "stop, stop: a person asked for it",
    "stop hand in the way, stop: hand in the way",
    "stop stop stop, stop: stop stop",
    "stop EMERGENCY!, emergency stop: EMERGENCY!",
    "stop and power off, emergency stop: and power off"
  })
  void aStopWhoseReasonIsAnEmergencyIsTheStrongerOne(String line, String expected) {
    hear(Mode.RUN_POLICY, line + "\n");
    assertEquals(List.of(expected), asked);
  }

  @Test
  void recoversNothingWithoutAReason() {
    hear(Mode.STOP2, "recover\nrecover   \n");
    assertEquals(List.of(), asked);
    assertEquals(2, said.size());
    assertTrue(said.get(0).startsWith("recover: expected why"), said.get(0));
  }

  @Test
  void testsARobotThatIsOffBeforeItIsArmed() {
    PersonLines lines = hear(Mode.OFF, "arm\n");
    assertEquals(List.of("self-test"), asked);
    assertTrue(lines.answers().isExpected(), "the self-test may be refused");
  }

  @Test
  void saysWhatItUnderstands() {
    hear(Mode.READY, "drive\n");
    assertEquals(List.of(), asked);
    assertEquals(List.of("standard input: expected " + PersonLines.WORDS + ", found drive"), said);
  }

  @ParameterizedTest
  @ValueSource(strings = {"STOP!", "stpo", "Halt", "no no no", "go home everybody", "fast now"})
  void stopsARobotThatMovesAtWhateverIsNotUnderstood(String line) {
    hear(Mode.RUN_POLICY, line + "\n");
    assertEquals(List.of("stop: not understood: " + line), asked);
    assertTrue(said.get(0).endsWith(", found " + line + "; taken for stop"), said::toString);
  }

  /** Also one that nobody drives; and one without power, which may have been asked to arm. */
  @ParameterizedTest
  @EnumSource(Mode.class)
  void whatSoundsLikeAStopIsOneInEveryMode(Mode mode) {
    List<String> emergencies =
        List.of(
            "e-stop", "EMERGENCY STOP!!", "Not-Aus", "E STOP", "slow estop now", "emergncy estop!");
    for (String line : emergencies) {
      asked.clear();
      hear(mode, line);
      assertEquals(List.of("emergency stop: not understood: " + line), asked);
      assertTrue(said.get(said.size() - 1).endsWith(", found " + line + "; taken for estop"));
    }
    for (String line : List.of("STOP!", "s-t-o-p", "halt", "unstoppable", "go stop")) {
      asked.clear();
      hear(mode, line);
      assertEquals(List.of("stop: not understood: " + line), asked);
      assertTrue(said.get(said.size() - 1).endsWith(", found " + line + "; taken for stop"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"go now", "arm it", "GO!", "recovery", "hand back", "estp", "arrêt"})
  void whatSoundsLikeNoStopStopsWhatHasPowerAndIsNothingToWhatHasNone(String line) {
    for (Mode mode : List.of(Mode.OFF, Mode.READY, Mode.STOP2, Mode.STOP1, Mode.STOP0)) {
      hear(mode, line);
      assertEquals(List.of(), asked, mode + " is stopped, or has no power");
    }
    hear(Mode.ARMED, line);
    assertEquals(List.of("stop: not understood: " + line), asked);
  }

  @ParameterizedTest
  @ValueSource(strings = {"disarm now", "power off", "Disarm!"})
  void whoWantsThePowerOffInOtherWordsGetsItOff(String line) {
    hear(Mode.ARMED, line);
    assertEquals(List.of("emergency stop: not understood: " + line), asked);
  }

  @ParameterizedTest
  @ValueSource(strings = {"recover NO WAIT estop", "recover stop!", "recover it stands, or HALT"})
  void whoSaysStopBehindARecoveryIsNotRecovered(String line) {
    hear(Mode.STOP2, line);
    assertEquals(1, asked.size());
    assertTrue(asked.get(0).endsWith("stop: not understood: " + line), asked::toString);
    assertTrue(said.get(0).contains("ends in a word for stop; taken for "), said::toString);
  }

  /** It may be on its way to drive already. */
  @ParameterizedTest
  @EnumSource(names = {"READY", "STOP0"})
  void whatIsNotUnderstoodBehindAWishThatWaitsIsAStop(Mode mode) {
    hear(mode, "arm\ngo\nplease do not\n");
    assertEquals(
        List.of("arm", "hand back to the policy", "stop: not understood: please do not"), asked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "recover looked at it, power off",
        "recover my emergency stop",
        "recover wrong arm emergency !",
        "recover it moved estop .",
        "recover not aus"
      })
  void norWhoSaysAnEmergencyStopInMoreThanAWord(String line) {
    hear(Mode.STOP2, line);
    assertEquals(List.of("emergency stop: not understood: " + line), asked);
  }

  @Test
  void aReasonMayTellOfAStop() {
    hear(Mode.STOP0, "recover the e-stop was pressed by mistake");
    assertEquals(List.of("recover: the e-stop was pressed by mistake"), asked);
  }

  @Test
  void anEmptyLineIsNoWish() {
    assertFalse(hear(Mode.READY, "\n \n").spoke());
    assertEquals(List.of(), asked);
    assertEquals(List.of(), said);
  }
}
