package dev.tandem.hil.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tandem.runtime.act.Verdict;
import dev.tandem.runtime.decide.Origin;
import dev.tandem.runtime.learn.Transition;
import org.junit.jupiter.api.Test;

class SessionStatisticsTest {
  private final SessionStatistics statistics = new SessionStatistics(2);

  private void steps(Origin... origins) {
    float[] one = {0};
    for (int i = 0; i < origins.length; i++) {
      statistics.accept(
          new Transition(
              0, i, 0, one, one, one, 0.5, one, false, false, origins[i], Verdict.PASSED, 0));
    }
  }

  @Test
  void countsStepsTakeOversAndReturnOfAnEpisode() {
    steps(Origin.POLICY, Origin.HUMAN, Origin.HUMAN, Origin.POLICY, Origin.HUMAN);
    assertEquals(new EpisodeCount(5, 3, 2, 2.5, true), statistics.endEpisode(true));
  }

  @Test
  void startsEveryEpisodeAtZero() {
    steps(Origin.HUMAN);
    statistics.endEpisode(true);
    steps(Origin.HUMAN);
    assertEquals(new EpisodeCount(1, 1, 1, 0.5, false), statistics.endEpisode(false));
  }

  @Test
  void ratesForgetEpisodesBeforeTheWindow() {
    steps(Origin.HUMAN);
    statistics.endEpisode(false);
    steps(Origin.POLICY, Origin.POLICY, Origin.POLICY);
    statistics.endEpisode(true);
    assertEquals(0.25, statistics.interventionRate());
    assertEquals(0.5, statistics.successRate());
    steps(Origin.POLICY);
    statistics.endEpisode(true);
    assertEquals(0, statistics.interventionRate());
    assertEquals(1, statistics.successRate());
  }

  @Test
  void ratesAreZeroBeforeTheFirstEpisode() {
    assertEquals(0, statistics.interventionRate());
    assertEquals(0, statistics.successRate());
  }
}
