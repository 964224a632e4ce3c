package dev.tandem.app.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.app.settings.SafetySettings;
import dev.tandem.runtime.act.Verdict;
import dev.tandem.runtime.decide.Origin;
import dev.tandem.runtime.learn.Transition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SafetyLessonTest {
  private static final SafetySettings STRICT = new SafetySettings(0.1, 2, true);

  private static Transition recorded(Verdict worst) {
    float[] one = {1};
    return new Transition(3, 4, 5, one, one, one, 0.5, one, false, true, Origin.POLICY, worst, 6);
  }

  @ParameterizedTest
  @EnumSource(Verdict.class)
  void withoutSettingsEveryTransitionStaysWhatItIs(Verdict verdict) {
    Transition transition = recorded(verdict);
    assertSame(transition, new SafetyLesson(SafetySettings.none()).of(transition));
  }

  @Test
  void whatPassedIsNotPenalised() {
    Transition transition = recorded(Verdict.PASSED);
    assertSame(transition, new SafetyLesson(STRICT).of(transition));
  }

  @Test
  void aChangeCostsItsPenaltyAndEndsNothing() {
    Transition taught = new SafetyLesson(STRICT).of(recorded(Verdict.MODIFIED));
    assertEquals(0.4, taught.reward(), 1e-12);
    assertFalse(taught.terminated());
    assertTrue(taught.truncated());
  }

  @Test
  void aStopCostsItsOwnPenaltyAndIsTerminal() {
    Transition taught = new SafetyLesson(STRICT).of(recorded(Verdict.STOP));
    assertEquals(-1.5, taught.reward());
    assertTrue(taught.terminated());
    assertFalse(taught.truncated());
  }

  @Test
  void aStopThatMayNotEndTheEpisodeIsOnlyPenalised() {
    Transition taught =
        new SafetyLesson(new SafetySettings(0, 2, false)).of(recorded(Verdict.STOP));
    assertEquals(-1.5, taught.reward());
    assertTrue(taught.truncated());
  }
}
