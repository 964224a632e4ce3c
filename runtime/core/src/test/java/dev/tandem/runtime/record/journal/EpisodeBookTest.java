package dev.tandem.runtime.record.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tandem.runtime.act.Verdict;
import dev.tandem.runtime.decide.Origin;
import dev.tandem.runtime.guard.Mode;
import dev.tandem.runtime.learn.Transition;
import dev.tandem.runtime.record.PushTask;
import dev.tandem.runtime.record.TickRecord;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Episodes that are left open, with the ticks in between. */
class EpisodeBookTest {
  private static final List<String> UNENDED =
      List.of("episode 0: expected its end after step 0, found episode 1");

  private final List<String> problems = new ArrayList<>();
  private final EpisodeBook book = new EpisodeBook(problems::add);

  private void begin(long episode) {
    float[] nothing = {};
    book.add(
        new Transition(
            episode,
            0,
            0,
            nothing,
            nothing,
            nothing,
            0,
            nothing,
            false,
            false,
            Origin.POLICY,
            Verdict.PASSED,
            0));
  }

  private void tick(Mode mode) {
    TickRecord tick = new TickRecord(PushTask.observationSpec(), PushTask.ACTION, PushTask.COMMAND);
    tick.mode = mode;
    book.add(tick);
  }

  @ParameterizedTest
  @EnumSource(names = {"STOP2", "STOP1", "STOP0", "ARMED"})
  void oneThatAStopOrAPersonInterruptedMayStayOpen(Mode mode) {
    tick(Mode.RUN_POLICY);
    begin(0);
    tick(mode);
    tick(Mode.RUN_POLICY);
    begin(1);
    assertEquals(List.of(), problems);
  }

  @ParameterizedTest
  @EnumSource(names = {"RUN_POLICY", "RUN_HUMAN", "REDUCED_POLICY"})
  void oneThatWasDrivenOnMayNot(Mode mode) {
    begin(0);
    tick(mode);
    begin(1);
    assertEquals(UNENDED, problems);
  }

  @Test
  void whatWasBeforeAnEpisodeExcusesNothing() {
    tick(Mode.ARMED);
    begin(0);
    tick(Mode.RUN_POLICY);
    begin(1);
    assertEquals(UNENDED, problems);
  }
}
