package dev.tandem.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.app.settings.SimulationSettings;
import dev.tandem.app.train.EpisodeSummary;
import dev.tandem.app.train.EvaluationSummary;
import dev.tandem.app.train.LearningProgress;
import dev.tandem.app.train.RunListener;
import dev.tandem.app.train.TrainedEpisodes;
import dev.tandem.runtime.guard.Fault;
import dev.tandem.runtime.learn.LearnerStats;
import dev.tandem.runtime.time.SimulatedClock;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class ProgressTest {
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final SimulatedClock clock = new SimulatedClock();
  private final Console console =
      new Console(stream(new ByteArrayOutputStream()), stream(err), true);

  @Test
  void logsALineEveryTenSecondsAndNoMore() {
    ProgressLines lines = new ProgressLines(console, clock, new TimeLeft(6000, 240));
    lines.phase("training", 6000);
    for (int second = 1; second <= 25; second++) {
      clock.advanceNanos(1_000_000_000);
      episode(lines, 40L * second, second);
    }
    assertEquals(
        """
        training ...
        400 of 6,000 steps, 10 episodes: success 75 %, return 3.25, person 12 %, 200 updates/s, 2 min 20 s left
        800 of 6,000 steps, 20 episodes: success 75 %, return 3.25, person 12 %, 200 updates/s, 2 min 10 s left
        """,
        text());
  }

  @Test
  void logsEvaluationsWithinTrainingWithTheirInterval() {
    RunListener lines = new ProgressLines(console, clock, new TimeLeft(6000, 240));
    lines.phase("training", 6000);
    lines.evaluated(new EvaluationSummary("policy", 6000, 100, 97, 0.97, 3.125));
    lines.evaluated(new EvaluationSummary("cloned", 0, 20, 0, 0, Double.NaN));
    assertEquals(
        """
        training ...
        policy alone after 6,000 steps: 97 of 100 succeeded (95 % interval 91.5 to 99.0 %), return 0.97, 3.13 s a cycle
        behaviour cloning: 0 of 20 succeeded (95 % interval 0.0 to 16.1 %), return 0.00
        """,
        text());
  }

  @Test
  void saysWhoWasStoppedAndWhatTheStopsBeganWith() {
    RunListener lines = new ProgressLines(console, clock, new TimeLeft(6000, 240));
    lines.phase("training", 6000);
    Map<Fault, Integer> stops = Map.of(Fault.JOINT_TOO_FAST, 2, Fault.SENSOR_FAULT, 1);
    lines.evaluated(new EvaluationSummary("policy", 10, 20, 5, 0.5, 1, new TreeMap<>(stops)));
    assertTrue(
        text()
            .endsWith(
                "1.00 s a cycle; 3 of 20 stopped by safety, of which 2 because of F23 joint:"
                    + " expected within its speed limit; 1 because of sensor: expected a reading,"
                    + " found a device fault\n"),
        text());
  }

  @Test
  void onlyThreadsThatAreUsedAreTold() {
    SimulationSettings several = new SimulationSettings(8, 64, false);
    assertEquals(
        "8 environments on 2 threads (simulation.threads=64: more would only wait for each other),"
            + " in lockstep",
        ProgressText.of(several, 2));
    assertEquals(
        "8 environments on 1 thread, in lockstep",
        ProgressText.of(new SimulationSettings(8, 1, false), 1));
  }

  @Test
  void leavesTheFinalEvaluationToTheSummary() {
    RunListener lines = new ProgressLines(console, clock, new TimeLeft(6000, 240));
    lines.phase("evaluation", 100);
    lines.evaluated(new EvaluationSummary("policy", 6000, 100, 97, 0.97, 3.125));
    assertEquals("evaluation ...\n", text());
  }

  @Test
  void drawsABarThatTellsTheSame() {
    try (ProgressBars bars = new ProgressBars(console, 120, new TimeLeft(6000, 240))) {
      bars.phase("training", 6000);
      episode(bars, 3000, 75);
    }
    assertTrue(text().contains("50%"), text());
    assertTrue(
        text().contains("success 75 %, return 3.25, person 12 %, 200 updates/s, 1 min 15 s left"),
        text());
    assertTrue(text().endsWith("\n"), text());
  }

  @Test
  void countsEpisodesOfDemonstrations() {
    try (ProgressBars bars = new ProgressBars(console, 80, new TimeLeft(6000, 240))) {
      bars.phase("demonstrations", 4);
      bars.episodeEnded(new EpisodeSummary("demonstrations", 0, 0, 40, 1, true, 40, 4));
    }
    assertTrue(text().contains("25%"), text());
  }

  @Test
  void countsEpisodesOfTheEvaluationAndGivesCloningNoShare() {
    try (ProgressBars bars = new ProgressBars(console, 80, new TimeLeft(6000, 240))) {
      bars.phase("evaluation", 4);
      bars.measured(3);
      bars.phase("cloning", 0);
    }
    assertTrue(text().contains("75%"), text());
    assertTrue(text().endsWith("\ncloning ...\n"), text());
    assertFalse(text().contains("?"), text());
  }

  @Test
  void saysHowManyEpisodesWereCutShort() {
    assertEquals("", ProgressText.cut(new TrainedEpisodes(1200, 0), "; "));
    assertEquals(
        "; 1,100 of 1,200 episodes cut short by safety stops",
        ProgressText.cut(new TrainedEpisodes(1200, 1100), "; "));
  }

  @Test
  void expectsTheEndByStepsOrByTime() {
    LearningProgress halfway = progress(3000, 100);
    assertEquals(100, new TimeLeft(6000, Double.POSITIVE_INFINITY).seconds(halfway), 1e-9);
    assertEquals(20, new TimeLeft(6000, 120).seconds(halfway), 1e-9);
    assertEquals(0, new TimeLeft(6000, 90).seconds(halfway), 1e-9);
    assertEquals(0, new TimeLeft(2900, 200).seconds(halfway), 1e-9);
  }

  @Test
  void saysHowManyEnvironmentsThereAreAndWhoStepsThem() {
    assertEquals(
        "8 environments on 1 thread, in lockstep",
        ProgressText.of(new SimulationSettings(8, 1, false), 1));
    assertEquals(
        "8 environments on 2 threads, stepped while the learner learns",
        ProgressText.of(new SimulationSettings(8, 2, true), 2));
  }

  @Test
  void saysHowFarOffAnEncoderIs() {
    assertEquals(
        "5.1 mm off on average, of pictures that it was not taught with",
        ProgressText.sight(Map.of("held_out_mean_error_mm", "5.0834")));
    assertTrue(ProgressText.sight(Map.of()).startsWith("does not say how far off it is"));
  }

  @Test
  void saysDurationsAsPeopleDo() {
    assertEquals("59 s", ProgressText.duration(59.4));
    assertEquals("1 min 0 s", ProgressText.duration(59.6));
    assertEquals("2 h 5 min", ProgressText.duration(7501));
  }

  private void episode(RunListener listener, long envSteps, double seconds) {
    listener.episodeEnded(new EpisodeSummary("training", 1, envSteps, 40, 1, true, 5, 4));
    listener.learned(progress(envSteps, seconds));
  }

  private static LearningProgress progress(long envSteps, double seconds) {
    LearnerStats stats = new LearnerStats(0, 0, 0, 0, 0);
    return new LearningProgress(
        envSteps, 4 * envSteps, stats, 0.12, 0.75, 3.25, 200, seconds, TrainedEpisodes.NONE);
  }

  private String text() {
    return err.toString(StandardCharsets.UTF_8);
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
