package dev.tandem.app.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.app.config.Configuration;
import dev.tandem.app.config.Setting;
import dev.tandem.app.settings.RunSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class EarlyStopTest {
  private final List<Long> measuredAt = new ArrayList<>();
  private int successes;

  private EarlyStop every(int steps) {
    List<Setting> settings =
        List.of(Setting.parse("stop_at=0.5"), Setting.parse("evaluation.every_steps=" + steps));
    return new EarlyStop(
        Configuration.load(RunSettings.defaults(), Optional.empty(), settings), this::measure);
  }

  private EvaluationSummary measure(long envSteps) {
    measuredAt.add(envSteps);
    return new EvaluationSummary("policy", envSteps, 10, successes, 0, 1);
  }

  @Test
  void measuresOnceForEverySoManyStepsAlsoWhenAnEpisodeLeapsOverSome() {
    EarlyStop early = every(100);
    for (long envSteps : new long[] {40, 99, 100, 140, 350, 399, 400}) {
      early.isGood(envSteps);
    }
    assertEquals(List.of(100L, 350L, 400L), measuredAt);
  }

  @Test
  void isGoodFromTheRateThatIsAskedFor() {
    EarlyStop early = every(100);
    successes = 4;
    assertFalse(early.isGood(100));
    successes = 5;
    assertTrue(early.isGood(200));
  }

  @Test
  void isNotGoodBetweenMeasurements() {
    EarlyStop early = every(100);
    successes = 10;
    assertTrue(early.isGood(100));
    assertFalse(early.isGood(101));
  }

  @Test
  void measuresNothingWhenNotAskedTo() {
    assertFalse(every(0).isGood(10_000));
    assertEquals(List.of(), measuredAt);
  }
}
