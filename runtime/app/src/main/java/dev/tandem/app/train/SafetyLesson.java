package dev.tandem.app.train;

import dev.tandem.app.settings.SafetySettings;
import dev.tandem.runtime.act.Verdict;
import dev.tandem.runtime.learn.Transition;

/** What the learner is told of a transition in which the safety layer had a say. */
record SafetyLesson(SafetySettings settings) {
  /** Penalised, and terminal after a stop, as the settings say; else {@code recorded} itself. */
  Transition of(Transition recorded) {
    boolean stopped = recorded.worstVerdict() == Verdict.STOP;
    boolean terminal = stopped && settings.stopEndsEpisode();
    double penalty = penalty(recorded.worstVerdict());
    if (penalty == 0 && !terminal) {
      return recorded;
    }
    return new Transition(
        recorded.episode(),
        recorded.step(),
        recorded.stampNanos(),
        recorded.observation(),
        recorded.requestedAction(),
        recorded.appliedAction(),
        recorded.reward() - penalty,
        recorded.nextObservation(),
        recorded.terminated() || terminal,
        recorded.truncated() && !terminal,
        recorded.origin(),
        recorded.worstVerdict(),
        recorded.policyVersion());
  }

  private double penalty(Verdict verdict) {
    return switch (verdict) {
      case PASSED -> 0;
      case MODIFIED -> settings.changePenalty();
      case STOP -> settings.stopPenalty();
    };
  }
}
