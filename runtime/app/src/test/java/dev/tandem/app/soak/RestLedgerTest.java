package dev.tandem.app.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tandem.app.robot.Robot;
import dev.tandem.runtime.guard.Fault;
import dev.tandem.runtime.guard.Mode;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestLedgerTest {
  private static final String RECOVERY = "recover: looked at it";
  private static final double ABOVE_REST = 0.021;
  private static final double REST = 0.02;

  @TempDir Path folder;

  private SoakVerdict verdict(Consumer<JournalScript> script) {
    Path file = folder.resolve("journal.mcap");
    JournalScript journal = new JournalScript(file);
    script.accept(journal);
    journal.end();
    return SoakJudge.judge(file, Robot.shipped());
  }

  @Test
  void countsTheTimeInWhichAStoppedArmMovesOn() {
    SoakVerdict verdict =
        verdict(
            script -> {
              script.armed(5).moves(2, -ABOVE_REST).stopped(81, Mode.STOP2);
              script.moves(2, REST).stopped(900, Mode.STOP2).note(RECOVERY).armed(5);
            });
    assertEquals(new SoakVerdict.Rest(0, 80), verdict.stops().rest());
    assertEquals(List.of(), verdict.findings());
  }

  @Test
  void findsAStopAfterWhichTheArmMovesForTooLong() {
    SoakVerdict verdict =
        verdict(script -> script.armed(5).moves(6, ABOVE_REST).stopped(501, Mode.STOP2));
    assertEquals(1, verdict.stops().rest().notAtRest());
    assertEquals(
        List.of(
            "stop at tick 5: expected the arm at rest after 500 ms, found 0.021 rad/s after 500 ms"),
        verdict.findings());
  }

  @Test
  void allowsTheTimeBeforeTheAuthorityTakesThePower() {
    SoakVerdict verdict =
        verdict(script -> script.armed(5).moves(6, ABOVE_REST).stopped(500, Mode.STOP2));
    assertEquals(0, verdict.stops().rest().notAtRest());
  }

  @Test
  void findsAnArmThatMovesAgainAfterItHadComeToRest() {
    SoakVerdict verdict =
        verdict(
            script -> {
              script.armed(5).stopped(600, Mode.STOP2);
              script.moves(0, ABOVE_REST).stopped(3, Mode.STOP2);
            });
    assertEquals(new SoakVerdict.Rest(1, 602), verdict.stops().rest());
  }

  @Test
  void eachStopHasItsOwnTime() {
    SoakVerdict verdict =
        verdict(
            script -> {
              script.armed(5).stopped(600, Mode.STOP2).note(RECOVERY).armed(5);
              script.moves(0, ABOVE_REST).stopped(3, Mode.STOP2);
            });
    assertEquals(new SoakVerdict.Rest(0, 2), verdict.stops().rest());
  }

  @Test
  void anArmMayMoveWhileItIsNotStopped() {
    SoakVerdict verdict =
        verdict(script -> script.moves(0, ABOVE_REST).ticks(900, Mode.RUN_POLICY, Fault.NONE));
    assertEquals(new SoakVerdict.Rest(0, 0), verdict.stops().rest());
    assertEquals(1, verdict.records().drivenShare());
  }
}
