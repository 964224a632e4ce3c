package dev.tandem.app.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tandem.runtime.guard.Mode;
import java.io.BufferedReader;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lines that a person says at once, with the robot that hears them. */
final class AnswersTest {
  @TempDir private Path folder = Path.of("");

  private final List<String> said = new ArrayList<>();
  private final List<String> recorded = new ArrayList<>();
  private DrivenArm arm;

  @BeforeEach
  void drive() {
    arm = new DrivenArm(folder.resolve("journal.mcap"));
    arm.drive();
    arm.ticks(50);
  }

  @AfterEach
  void end() {
    arm.close();
  }

  private PersonLines person(String lines) {
    return new PersonLines(
        new BufferedReader(new StringReader(lines)),
        arm.deployment.operator("a test"),
        arm::mode,
        said::add,
        recorded::add);
  }

  private Answers say(String lines) {
    PersonLines person = person(lines);
    person.run();
    assertEquals(PersonLines.ENDED, said.removeLast());
    return person.answers();
  }

  private void powerOff() {
    arm.deployment.operator("a test").emergencyStop("a test");
    arm.ticks(600);
    assertEquals(Mode.STOP0, arm.mode());
  }

  /** In the journal a wish that was refused must not look like one that was granted. */
  @Test
  void whatCameOfAWishIsRecordedAndWhatWasNone() {
    powerOff();
    Answers answers = say("xyzzy\ngo\nslow\nrecover looked at it\n");
    arm.ticks(3);
    answers.tell(true, false);
    assertEquals(
        List.of(
            "standard input: expected " + PersonLines.WORDS + ", found xyzzy",
            PersonLines.ENDED,
            "go: refused, the mode is STOP0; first say: recover REASON",
            "recover: done, the mode is READY"),
        recorded);
    assertEquals(4, said.size());
  }

  /** The run may end in the tick after something was said. */
  @Test
  void whatTheRunHeardNoMoreIsAnsweredWhenItHasEnded() {
    Answers answers = say("hold\n");
    arm.ticks(3);
    PersonLines late = person("hold\n");
    late.run();
    answers.tellLast();
    late.answers().tellLast();
    assertEquals(
        List.of("hold: done, the mode is ARMED", "hold: nothing came of it, the run has ended"),
        recorded.subList(2, 4));
    late.answers().tellLast();
    assertEquals(4, recorded.size());
  }

  @Test
  void whatIsPastedIsDoneAndAnsweredLineByLine() {
    powerOff();
    Answers answers = say("recover looked at it\narm\ngo\n");
    answers.tell(true, false);
    assertEquals(List.of(), said);
    arm.ticks(3);
    assertEquals(Mode.RUN_POLICY, arm.mode());
    answers.tell(true, false);
    answers.tell(true, false);
    assertEquals(
        List.of(
            "recover: done, the mode is READY",
            "arm: done, the mode is ARMED",
            "go: done, the mode is RUN_POLICY"),
        said);
  }

  @Test
  void aStopInTheMiddleIsTheOnlyThingThatIsDone() {
    powerOff();
    Answers answers = say("recover looked at it\narm\nstop wait\ngo\n");
    arm.ticks(3);
    assertEquals(Mode.STOP0, arm.mode());
    answers.tell(true, false);
    String nothing = ": nothing came of it, what was said after it took its place";
    assertEquals(
        List.of(
            "recover" + nothing,
            "arm" + nothing,
            "stop: done, the mode is STOP0",
            "go: refused, the mode is STOP0; first say: recover REASON"),
        said);
  }

  @Test
  void aRecoveryOfARobotThatDrivesIsNotCalledDone() {
    Answers answers = say("recover just in case\n");
    arm.ticks(1);
    answers.tell(true, false);
    assertEquals(List.of("recover: nothing to do, the mode is RUN_POLICY"), said);
  }

  @Test
  void aFourthRecoveryWithinAMinuteIsToldHowLongToWait() {
    for (int i = 0; i < 4; i++) {
      arm.deployment.operator("a test").stop("a test");
      arm.ticks(600);
      Answers answers = say("recover looked at it\n");
      arm.ticks(1);
      answers.tell(true, false);
    }
    assertEquals("recover: done, the mode is ARMED", said.get(2));
    assertEquals(
        "recover: refused, the mode is STOP2; F42 recovery: expected fewer a minute;"
            + " say it again once that is so, in 59 s",
        said.get(3));
  }

  @Test
  void saysOnceThatTheRunIsNotReady() {
    Answers answers = say("hold\n");
    answers.tell(false, true);
    answers.tell(false, true);
    arm.ticks(1);
    answers.tell(true, false);
    assertEquals(
        List.of(
            "hold: the run is not ready yet, answered when it is", "hold: done, the mode is ARMED"),
        said);
  }

  @Test
  void goIsNotNeededWhileTheRobotStartsByItself() {
    arm.deployment.operator("a test").hold();
    arm.ticks(2000);
    arm.deployment.operator("a test").disarm();
    arm.ticks(1);
    Answers answers = say("go\n");
    arm.ticks(1);
    answers.tell(true, true);
    assertEquals(List.of("go: it starts by itself, the mode is READY"), said);
  }

  @Test
  void goAfterAStopIsNeededAlsoWhenTheRobotWouldStartByItself() {
    powerOff();
    Answers answers = say("go\n");
    arm.ticks(1);
    answers.tell(true, true);
    assertEquals(List.of("go: refused, the mode is STOP0; first say: recover REASON"), said);
  }

  @Test
  void aThousandLinesAtOnceAreHeardForAsManyAsFitAndAStopAmongThemStops() {
    Answers answers = say("arm\ngo\n".repeat(500) + "stop enough\n");
    arm.ticks(1);
    assertEquals(Mode.STOP2, arm.mode());
    answers.tell(true, false);
    assertEquals("stop: done, the mode is STOP2", said.get(said.size() - 1));
    assertEquals(496, said.stream().filter(l -> l.startsWith("arm: too much was said")).count());
    assertEquals(496 + 8 + 1, said.size(), "the last go is the one that waits");
  }

  @Test
  void garbageIsNoWish() {
    powerOff();
    Answers answers = say("recovr\nxyzzy\n".repeat(500) + "recover looked at it\narm\ngo\n");
    arm.ticks(3);
    assertEquals(Mode.RUN_POLICY, arm.mode());
    answers.tell(true, false);
    assertEquals("go: done, the mode is RUN_POLICY", said.get(said.size() - 1));
  }
}
