package dev.tandem.runtime.record;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.runtime.act.Verdict;
import dev.tandem.runtime.decide.Origin;
import dev.tandem.runtime.learn.Transition;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TransitionAssemblerTest {
  private static final int HORIZON_STEPS = 4;

  private final TransitionAssembler assembler =
      new TransitionAssembler(new PushTask(HORIZON_STEPS), PushTask.observationSpec());
  private final List<Transition> transitions = new ArrayList<>();
  private final TransitionSink sink = new TransitionSink();
  private final TickScript script = new TickScript(sink).startEpisode(7);

  @Test
  void joinsADecisionWithTheObservationOfTheNextDecision() {
    script.push = 0.5;
    script.policyVersion = 42;
    script.decide(0.25).hold(0.3).hold(0.35);
    script.policyVersion = 43;
    script.decide(0.5);

    Transition only = only();
    assertEquals(7, only.episode());
    assertEquals(0, only.step());
    assertEquals(0, only.stampNanos());
    assertArrayEquals(new float[] {0.25f, 2.5f}, only.observation());
    assertArrayEquals(new float[] {0.5f, 3f}, only.nextObservation());
    assertArrayEquals(new float[] {1f}, only.requestedAction());
    assertArrayEquals(new float[] {0.5f}, only.appliedAction());
    assertEquals(0.25 + 0.05, only.reward(), 1e-12);
    assertEquals(42, only.policyVersion());
    assertFalse(only.endsEpisode());
  }

  @Test
  void terminatesWhenTheTaskSaysSo() {
    script.decide(0).endEpisode(1.5);

    assertTrue(only().terminated());
    assertFalse(only().truncated());
  }

  @Test
  void truncatesAtTheHorizonAndDoesNotTerminate() {
    steps(HORIZON_STEPS);
    script.endEpisode(0);

    Transition last = transitions.get(HORIZON_STEPS - 1);
    assertTrue(last.truncated());
    assertFalse(last.terminated());
    assertFalse(transitions.get(HORIZON_STEPS - 2).endsEpisode());
  }

  @Test
  void truncatesAtTheHorizonAlsoWhenTheLoopGoesOn() {
    steps(HORIZON_STEPS + 1);

    assertTrue(transitions.get(HORIZON_STEPS - 1).truncated());
  }

  @Test
  void terminatesAtTheHorizonWhenTheTaskEndsThere() {
    steps(HORIZON_STEPS);
    script.endEpisode(2);

    assertTrue(transitions.get(HORIZON_STEPS - 1).terminated());
    assertFalse(transitions.get(HORIZON_STEPS - 1).truncated());
  }

  @Test
  void truncatesAnEpisodeThatAStopCutShort() {
    script.decide(0);
    script.verdict = Verdict.STOP;
    script.hold(0).endEpisode(0);

    assertTrue(only().truncated());
    assertEquals(Verdict.STOP, only().worstVerdict());
  }

  @Test
  void countsAStopThatComesOnlyWithTheEnd() {
    script.decide(0);
    script.verdict = Verdict.STOP;
    script.endEpisode(0);

    assertEquals(Verdict.STOP, only().worstVerdict());
  }

  @Test
  void keepsTheWorstVerdictOfTheWholeStepAndOfNoOther() {
    script.decide(0);
    script.verdict = Verdict.MODIFIED;
    script.hold(0);
    script.verdict = Verdict.PASSED;
    script.hold(0);
    script.verdict = Verdict.STOP;
    script.decide(0);

    assertEquals(Verdict.MODIFIED, only().worstVerdict());
  }

  @Test
  void keepsTheOriginOfTheDecision() {
    script.origin = Origin.HUMAN;
    script.decide(0);
    script.origin = Origin.FALLBACK;
    script.hold(0).decide(0);

    assertEquals(Origin.HUMAN, only().origin());
  }

  @Test
  void aWishThatWasDroppedIsNobodysAndWhatWasAppliedStands() {
    script.origin = Origin.FALLBACK;
    script.requested = Double.NaN;
    script.push = 0;
    script.decide(0);
    script.requested = 0;
    script.decide(0);

    assertEquals(Origin.FALLBACK, only().origin());
    assertArrayEquals(new float[] {0}, only().requestedAction());
  }

  @Test
  void ignoresStepsThatTheLoopTookAfterTheTaskWasOver() {
    script.decide(0).decide(1.5).decide(0).endEpisode(0);

    assertTrue(only().terminated());
    assertEquals(0, assembler.droppedSteps());
  }

  @Test
  void startsAfreshWithTheNextEpisode() {
    script.decide(0).endEpisode(1.5);
    script.startEpisode(8).decide(0).decide(0);

    assertEquals(8, transitions.get(1).episode());
    assertEquals(0, transitions.get(1).step());
    assertEquals(0, assembler.droppedSteps());
  }

  @Test
  void dropsAStepWhoseNextObservationWasLost() {
    script.decide(0);
    lose(() -> script.decide(0));
    script.hold(0).decide(0).decide(0);

    assertEquals(List.of(2), stepsOf(transitions));
    assertEquals(2, assembler.droppedSteps());
  }

  @Test
  void neverGluesTwoEpisodesTogether() {
    script.decide(0);
    lose(() -> script.endEpisode(0));
    script.startEpisode(8).decide(0).endEpisode(0);

    assertEquals(8, only().episode());
    assertEquals(1, assembler.droppedSteps());
  }

  @Test
  void neverGluesAStepToTheNextOneOfAnotherEpisode() {
    script.decide(0);
    lose(() -> script.endEpisode(0).startEpisode(8).decide(0));
    script.decide(0);

    assertTrue(transitions.isEmpty());
    assertEquals(2, assembler.droppedSteps());
  }

  @Test
  void dropsALastStepThatWasNeverSeenToOpen() {
    script.decide(0);
    lose(() -> script.decide(0));
    script.endEpisode(0);

    assertTrue(transitions.isEmpty());
    assertEquals(2, assembler.droppedSteps());
  }

  @Test
  void countsTheStepsThatWereLostBeforeAnEpisodeWasFirstSeen() {
    lose(() -> script.decide(0).decide(0));
    script.decide(0).endEpisode(0);

    assertEquals(List.of(2), stepsOf(transitions));
    assertEquals(2, assembler.droppedSteps());
  }

  @Test
  void keepsAStepThatLostOnlyTicksBetweenItsDecisions() {
    script.decide(0);
    lose(() -> script.hold(0));
    script.decide(0);

    assertEquals(List.of(0), stepsOf(transitions));
    assertEquals(0, assembler.droppedSteps());
  }

  @Test
  void saysWhereANumberIsNotFinite() {
    script.decide(0).decide(0);

    var thrown = assertThrows(IllegalArgumentException.class, () -> script.decide(Double.NaN));

    assertEquals(
        "episode 7, step 1, nextObservation[0]: expected finite, found NaN", thrown.getMessage());
  }

  @Test
  void endsAnEpisodeWithoutAnyDecisionInSilence() {
    script.hold(0).endEpisode(0);

    assertTrue(transitions.isEmpty());
    assertEquals(0, assembler.droppedSteps());
  }

  private void steps(int count) {
    IntStream.range(0, count).forEach(i -> script.decide(0).hold(0));
  }

  private void lose(Runnable ticks) {
    sink.losing = true;
    ticks.run();
    sink.losing = false;
  }

  private Transition only() {
    assertEquals(1, transitions.size());
    return transitions.get(0);
  }

  private static List<Integer> stepsOf(List<Transition> transitions) {
    return transitions.stream().map(Transition::step).toList();
  }

  /** Straight into the assembler, without a ring; or nowhere. */
  private final class TransitionSink implements TickSink {
    private final TickRecord record =
        new TickRecord(PushTask.observationSpec(), PushTask.ACTION, PushTask.COMMAND);
    private boolean losing;

    @Override
    public TickRecord claim() {
      return record;
    }

    @Override
    public void publish() {
      if (!losing) {
        assembler.accept(record, transitions::add);
      }
    }
  }
}
