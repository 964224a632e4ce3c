package dev.tandem.app.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.app.assembly.Tasks;
import dev.tandem.app.assembly.UnjournaledRecording;
import dev.tandem.app.config.Configuration;
import dev.tandem.app.config.Setting;
import dev.tandem.app.settings.RunSettings;
import dev.tandem.runtime.time.SimulatedClock;
import dev.tandem.simbridge.task.SimulatedTask;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** When training ends; every training episode takes 0.6 s on the wall. */
final class TrainingRunTest {
  private final SimulatedClock wall = new SimulatedClock();
  private final List<EpisodeSummary> trained = new ArrayList<>();
  private final List<EvaluationSummary> evaluations = new ArrayList<>();

  private final RunListener listener =
      new RunListener() {
        @Override
        public void episodeEnded(EpisodeSummary episode) {
          wall.advanceNanos(600_000_000);
          if (episode.phase().equals("training")) {
            trained.add(episode);
          }
        }

        @Override
        public void evaluated(EvaluationSummary evaluation) {
          evaluations.add(evaluation);
        }
      };

  private void teach(String... more) {
    List<Setting> settings =
        Stream.concat(
                Stream.of(
                    "task=reach",
                    "demos.episodes=2",
                    "learner.hidden=[8]",
                    "learner.batch_size=16",
                    "learner.updates_per_step=1",
                    "evaluation.intermediate_episodes=1",
                    "max_train_seconds=1"),
                Stream.of(more))
            .map(Setting::parse)
            .toList();
    RunSettings all = Configuration.load(RunSettings.defaults(), Optional.empty(), settings);
    SimulatedTask task = Tasks.create(all.task(), all.simulator());
    TrainingRun.teach(all, task, new UnjournaledRecording(task), listener, wall);
  }

  private long envSteps() {
    return trained.get(trained.size() - 1).envSteps();
  }

  @Test
  void endsWhenTheTimeIsUsedUpWithoutCountingDemonstrations() {
    teach("steps=100000");
    assertEquals(2, trained.size());
  }

  @Test
  void looksAtNoWallClockWhenDeterministic() {
    teach("steps=300", "deterministic=true");
    assertTrue(trained.size() > 2, "trained " + trained.size());
    assertTrue(envSteps() >= 300, "env steps " + envSteps());
  }

  @Test
  void measuresThePolicyOnTheWayWhenAskedTo() {
    teach("steps=300", "deterministic=true", "evaluation.every_steps=100");
    assertEquals(envSteps(), evaluations.get(evaluations.size() - 1).envSteps());
    assertTrue(evaluations.size() >= 2, "evaluations " + evaluations.size());
  }
}
