package dev.tandem.app.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.app.robot.Robot;
import dev.tandem.runtime.act.Verdict;
import dev.tandem.runtime.guard.Fault;
import dev.tandem.runtime.guard.Mode;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SoakJudgeTest {
  private static final Robot ROBOT = Robot.shipped();
  private static final String RECOVERY = "recover: looked at it";

  @TempDir Path folder;

  private SoakVerdict verdict(Consumer<JournalScript> script) {
    Path file = folder.resolve("journal.mcap");
    JournalScript journal = new JournalScript(file);
    script.accept(journal);
    journal.end();
    return SoakJudge.judge(file, ROBOT);
  }

  @Test
  void findsNothingWrongWithASessionInOrder() {
    SoakVerdict verdict =
        verdict(
            script -> {
              script.ready(20).inject("E_STOP", 1);
              script.ticks(1, Mode.STOP0, Fault.E_STOP).stopped(30, Mode.STOP0).note(RECOVERY);
              script.ready(5).gap(7).ready(5).skip(3).ready(5);
            });
    assertEquals(List.of(), verdict.findings());
    assertEquals(new SoakVerdict.Records(66, 0, 1, 7, 0), verdict.records());
    SoakVerdict.Rest atOnce = new SoakVerdict.Rest(0, 0);
    assertEquals(new SoakVerdict.Stops(1, 1, 0, 0, 0.030, atOnce), verdict.stops());
    assertEquals(new SoakVerdict.Seen(1, 0, 0, 0), verdict.kinds().get("a fault"));
  }

  /** Packets that do not come say nothing; the first one that does must be believed. */
  @ParameterizedTest
  @CsvSource({"4, 0", "5, 0", "6, 1"})
  void whatLostPacketsHideIsDueOnceTheyComeAgain(int seenAfter, int missed) {
    Injection packets = new Injection("packets lost", "PACKETS_LOST", 20, 6, 15);
    Injection hidden = new Injection("arm's sensor faulty", "SENSOR_FAULT", 30, 1, 20);
    SoakVerdict verdict =
        verdict(
            script -> {
              script.ready(20).note(packets.words()).ticks(10, Mode.STOP0, Fault.PACKETS_LOST);
              script.note(hidden.words()).stopped(seenAfter, Mode.STOP0);
              script.stopped(1, Mode.STOP0);
              script.ticks(1, Mode.STOP0, Fault.SENSOR_FAULT).note(RECOVERY).ready(5);
            });
    assertEquals(missed, verdict.missed(), () -> verdict.findings().toString());
    assertEquals(1, verdict.second());
  }

  @Test
  void whatLostPacketsDoNotHideIsDueAtOnceAndWhatTheyHideToItsEndCannotBeSeen() {
    Injection packets = new Injection("packets lost", "PACKETS_LOST", 20, 6, 15);
    Injection stop = new Injection("e-stop pressed", "E_STOP", 28, 1, 60);
    Injection brief = new Injection("tool outside", "OUT_OF_WORKSPACE", 29, 1, 5);
    SoakVerdict verdict =
        verdict(
            script -> {
              script.ready(20).note(packets.words()).ticks(8, Mode.STOP0, Fault.PACKETS_LOST);
              script.note(stop.words()).note(brief.words()).stopped(30, Mode.STOP0).note(RECOVERY);
              script.ready(5);
            });
    assertEquals(
        List.of("e-stop pressed at tick 28: expected E_STOP, found nothing of it"),
        verdict.findings());
    assertEquals(new SoakVerdict.Seen(1, 0, 1, 0), verdict.kinds().get("tool outside"));
  }

  @Test
  void tellsOfKindsOfWhichThereWasNoFault() {
    SoakPlan plan = new SoakPlan(List.of("a fault", "a day's rain", "another fault"));
    SoakVerdict verdict =
        verdict(
            script -> {
              script.note(plan.words()).ready(20).inject("E_STOP", 1);
              script.ticks(1, Mode.STOP0, Fault.E_STOP).stopped(30, Mode.STOP0).note(RECOVERY);
              script.ready(5);
            });
    assertEquals(List.of("a day's rain", "another fault"), verdict.notInjected());
    assertEquals(List.of(), verdict.findings());
    assertEquals(Optional.of(plan), SoakPlan.parse(plan.words()));
    assertEquals(Optional.empty(), SoakPlan.parse("recover: looked at it"));
  }

  @Test
  void findsASetPointThatJumps() {
    SoakVerdict verdict =
        verdict(script -> script.pulls(0.1).ready(5).pulls(0.1002).ready(5).pulls(0.11).ready(5));
    assertEquals(
        List.of("limits broken in 6 ticks by nobody's push, first in tick 5"), verdict.findings());
    assertTrue(verdict.limits().toString().contains("\"over_set_point_m_per_s\":1"));
  }

  @Test
  void asksForNoWayFromOneSetPointToAnotherAcrossWhatIsNotKnown() {
    SoakVerdict verdict =
        verdict(
            script -> {
              script.pulls(0.1).ready(5).pulls(Double.NaN).ready(1).pulls(0.3).ready(5);
              script.gap(4).pulls(0.5).ready(5);
              script.skip(2).pulls(0.7).ready(5);
            });
    assertEquals(List.of(), verdict.findings());
    assertTrue(verdict.limits().toString().contains("\"over_set_point_m_per_s\":0"));
  }

  @Test
  void findsATickThatNothingCounts() {
    SoakVerdict verdict = verdict(script -> script.ready(5).lose().ready(5));
    assertEquals(1, verdict.records().missing());
    assertEquals(
        List.of("tick 6: expected tick 5, no gap counts it", ofTheLoop(11, 10, 10, 0)),
        verdict.findings());
  }

  @Test
  void findsATickThatIsMissingAtTheVeryEnd() {
    SoakVerdict verdict = verdict(script -> script.ready(5).lose());
    assertEquals(1, verdict.records().missing());
    assertEquals(
        List.of("the loop ran 6 ticks to tick 5, the journal has 5 and 0 in gaps to tick 4"),
        verdict.findings());
  }

  private static String ofTheLoop(long ran, long last, long ticks, long lost) {
    return "the loop ran %d ticks to tick %d, the journal has %d and %d in gaps to tick %d"
        .formatted(ran, last, ticks, lost, last);
  }

  @Test
  void findsASkipThatIsLargerThanWhatTheLoopSkipped() {
    SoakVerdict verdict = verdict(script -> script.ready(5).skip(2).lose().ready(5));
    assertEquals("tick 8: expected tick 7, no gap counts it", verdict.findings().get(0));
  }

  @Test
  void findsAJournalWithoutItsLastLine() {
    Path file = folder.resolve("journal.mcap");
    new JournalScript(file).ready(3).close();
    assertEquals(
        List.of("expected a last line, found none"), SoakJudge.judge(file, ROBOT).findings());
  }

  @Test
  void findsAStopThatEndedByItself() {
    SoakVerdict verdict = verdict(script -> script.ready(5).stopped(9, Mode.STOP0).ready(5));
    assertEquals(1, verdict.stops().unlatched());
    assertEquals(List.of("stop at tick 5: ended and no person recovered it"), verdict.findings());
  }

  @ParameterizedTest
  @ValueSource(strings = {"recover: ", "arm", "looked at it"})
  void takesNothingForARecoveryThatGivesNoReason(String words) {
    SoakVerdict verdict =
        verdict(script -> script.ready(5).stopped(9, Mode.STOP0).note(words).ready(5));
    assertEquals(1, verdict.stops().unlatched());
  }

  @Test
  void takesARecoveryThatWasRefusedForNone() {
    SoakVerdict verdict =
        verdict(
            script ->
                script
                    .ready(5)
                    .stopped(9, Mode.STOP0)
                    .note(RECOVERY)
                    .stopped(150, Mode.STOP0)
                    .ready(5));
    assertEquals(1, verdict.stops().unlatched());
  }

  @Test
  void takesARecoveryOfAnotherStopForNone() {
    SoakVerdict verdict =
        verdict(
            script -> {
              script.ready(5).note(RECOVERY).ready(5).stopped(9, Mode.STOP0).ready(5);
              script.stopped(9, Mode.STOP0).note(RECOVERY).ready(5);
            });
    assertEquals(2, verdict.stops().begun());
    assertEquals(1, verdict.stops().unlatched());
  }

  @Test
  void findsAStopThatEndedByItselfWithinAGap() {
    SoakVerdict verdict =
        verdict(script -> script.ready(5).stopped(9, Mode.STOP0).gap(20).ready(5));
    assertEquals(1, verdict.stops().unlatched());
  }

  @Test
  void findsAStopFromWhichNoRecoveryIsGranted() {
    SoakVerdict verdict =
        verdict(
            script -> script.ready(5).stopped(1, Mode.STOP0).gap(120_000).stopped(9, Mode.STOP0));
    assertEquals(
        List.of("stop at tick 5: no recovery was granted for two minutes"), verdict.findings());
  }

  @Test
  void findsAStopThatGrewWeaker() {
    SoakVerdict verdict =
        verdict(script -> script.ready(5).stopped(9, Mode.STOP0).stopped(9, Mode.STOP2));
    assertEquals(List.of("tick 14: expected no way from STOP0 to STOP2"), verdict.findings());
  }

  @Test
  void letsAStopGrowStrongerAndLastToTheEnd() {
    SoakVerdict verdict =
        verdict(script -> script.armed(5).stopped(1, Mode.STOP1).stopped(9, Mode.STOP0));
    assertEquals(List.of(), verdict.findings());
    SoakVerdict.Rest atOnce = new SoakVerdict.Rest(0, 0);
    assertEquals(new SoakVerdict.Stops(1, 0, 0, 0, 0.009, atOnce), verdict.stops());
  }

  @Test
  void findsMoreRecoveriesAMinuteThanAreGranted() {
    SoakVerdict verdict =
        verdict(
            script -> {
              for (int i = 0; i < 4; i++) {
                script.ready(5).stopped(5, Mode.STOP0).note(RECOVERY);
              }
              script.ready(1);
            });
    assertEquals(1, verdict.stops().tooOften());
    assertEquals(1, verdict.problems());
  }

  @Test
  void findsAFaultThatNobodySawInTime() {
    SoakVerdict verdict =
        verdict(
            script ->
                script.ready(5).inject("CONTACT", 2).ready(3).ticks(4, Mode.READY, Fault.CONTACT));
    assertEquals(1, verdict.missed());
    assertEquals(
        List.of("a fault at tick 5: expected CONTACT, found nothing of it"), verdict.findings());
  }

  @Test
  void seesAFaultInTheLastTickAllowedAndAModeAsWell() {
    SoakVerdict verdict =
        verdict(
            script -> {
              script.ready(5).inject("CONTACT", 3).ready(3);
              script.ticks(4, Mode.READY, Fault.CONTACT).inject("ARMED", 0);
              script.armed(1);
            });
    assertEquals(List.of(), verdict.findings());
    assertEquals(new SoakVerdict.Seen(2, 0, 0, 3), verdict.kinds().get("a fault"));
  }

  @Test
  void asksForNoSignOfAFaultWhoseTicksAreAllInAGap() {
    SoakVerdict verdict = verdict(script -> script.ready(5).inject("CONTACT", 1).gap(3).ready(5));
    assertEquals(List.of(), verdict.findings());
    assertEquals(new SoakVerdict.Seen(1, 0, 1, 0), verdict.kinds().get("a fault"));
  }

  @Test
  void asksForNoSignThatWasDueInAGapHoweverLongTheFaultLasts() {
    SoakVerdict verdict = verdict(script -> script.ready(5).inject("CONTACT", 1).gap(2).ready(5));
    assertEquals(List.of(), verdict.findings());
    assertEquals(new SoakVerdict.Seen(1, 0, 1, 0), verdict.kinds().get("a fault"));
  }

  @ParameterizedTest
  @CsvSource({"CONTACT, 0", "TRACKER_STALE, 1"})
  void blamesNobodyForASpeedThatAPushGaveTheArm(String sign, int findings) {
    int speed = SoakCell.spec(SoakCell.task()).indexOf("truth.qd.0");
    SoakVerdict verdict =
        verdict(
            script -> {
              script.ready(5).inject(sign, 9);
              script.record.observation[speed] = 9;
              script.ticks(1, Mode.READY, Fault.valueOf(sign));
              script.record.observation[speed] = 0;
              script.ready(1);
            });
    assertEquals(findings, verdict.findings().size());
  }

  @Test
  void findsACommandOverItsLimitAlsoWhileTheArmIsPushed() {
    SoakVerdict verdict =
        verdict(
            script -> {
              script.ready(5).inject("CONTACT", 1).ticks(1, Mode.READY, Fault.CONTACT);
              script.record.appliedCommand[1] = 1000;
              script.ready(1);
              script.record.appliedCommand[1] = 0;
              script.ready(1);
            });
    assertEquals(1, verdict.findings().size());
  }

  @Test
  void findsACommandOverItsLimit() {
    SoakVerdict verdict =
        verdict(
            script -> {
              script.ready(5);
              script.record.appliedCommand[1] = 1000;
              script.ready(1);
              script.record.appliedCommand[1] = 0;
              script.ready(1);
            });
    assertEquals(
        List.of("limits broken in 1 ticks by nobody's push, first in tick 5"), verdict.findings());
    assertTrue(verdict.limits().toString().contains("\"over_torque_ratio\":1"));
  }

  @Test
  void findsAnArmThatTrulyIsOutsideWhateverItsSensorsSay() {
    SoakVerdict verdict =
        verdict(
            script -> {
              int truth = SoakCell.spec(SoakCell.task()).indexOf("truth.tool.0");
              script.record.observation[truth] = 1.5;
              script.ready(3);
            });
    assertEquals(
        List.of("limits broken in 3 ticks by nobody's push, first in tick 0"), verdict.findings());
  }

  private void drops(JournalScript script, Verdict verdict) {
    script.ticks(5, Mode.RUN_POLICY, Fault.NONE);
    Arrays.fill(script.record.appliedCommand, 0);
    script.ticks(1, Mode.RUN_POLICY, Fault.NONE, verdict);
  }

  @Test
  void findsACommandThatDropsToNothingWithPower() {
    SoakVerdict verdict = verdict(script -> drops(script, Verdict.MODIFIED));
    assertEquals(
        List.of("limits broken in 1 ticks by nobody's push, first in tick 5"), verdict.findings());
    assertTrue(verdict.limits().toString().contains("\"over_torque_step_nm\":1"));
  }

  @Test
  void takesOneThatTheGateWithheldForNoneIfThePowerGoesThen() {
    SoakVerdict verdict =
        verdict(
            script -> {
              drops(script, Verdict.STOP);
              script.ticks(1, Mode.STOP0, Fault.COMMAND_REFUSED).stopped(3, Mode.STOP0);
            });
    assertEquals(List.of(), verdict.findings());
    assertTrue(verdict.limits().toString().contains("\"withheld_ticks\":1"));
  }

  @Test
  void findsThatTheArmWasDrivenOnAfterIt() {
    SoakVerdict verdict =
        verdict(
            script -> {
              drops(script, Verdict.STOP);
              script.ticks(1, Mode.STOP2, Fault.COMMAND_REFUSED);
              script.ticks(1, Mode.STOP0, Fault.COMMAND_REFUSED);
            });
    assertTrue(verdict.limits().toString().contains("\"over_powered_after_a_refused_command\":1"));
  }
}
