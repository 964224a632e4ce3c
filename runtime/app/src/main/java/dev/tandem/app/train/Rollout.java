package dev.tandem.app.train;

import dev.tandem.app.assembly.Rig;
import dev.tandem.runtime.learn.Transition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One of several environments that a learner learns in: a rig of its own, safety layer and all,
 * whose episodes are every so many-th of the run's. One thread at a time; what it brought forth is
 * taken between two steps.
 */
final class Rollout implements AutoCloseable {
  private final Rig rig;
  private final NotedRecording recording;
  private final EpisodeRunner runner;
  private final Seeds seeds;
  private final int stride;
  private final List<Transition> fresh = new ArrayList<>();
  private final List<Transition> played = new ArrayList<>();
  private Optional<PlayedEpisode> ended = Optional.empty();
  private Optional<RunStoppedException> stop = Optional.empty();
  private long episode;
  private boolean playing;

  /**
   * Its next steps begin its first episode.
   *
   * @param rig with nobody at it
   * @param recording the rig's
   * @param goesOnAfterStop whether a stop by the safety layer ends the episode and not the run
   */
  Rollout(Rig rig, NotedRecording recording, boolean goesOnAfterStop, Numbers numbers) {
    this.rig = rig;
    this.recording = recording;
    this.runner = new EpisodeRunner(rig, () -> false, goesOnAfterStop);
    this.seeds = numbers.seeds;
    this.episode = numbers.first;
    this.stride = numbers.stride;
  }

  /**
   * Which episodes it plays.
   *
   * @param first number
   * @param stride from one to the next
   */
  record Numbers(Seeds seeds, long first, int stride) {}

  /** Takes one decision, the first of the next episode when one is over. */
  void step() {
    if (!playing) {
      runner.begin(episode, seeds.episode(episode));
    }
    runner.decide(this::keep);
    playing = !runner.isOver();
    if (!playing) {
      end();
    }
  }

  private void keep(Transition transition) {
    fresh.add(transition);
    played.add(transition);
  }

  private void end() {
    try {
      boolean success = runner.end(this::keep);
      boolean stopped = rig.loop().isStopped();
      ended =
          Optional.of(new PlayedEpisode(episode, success, stopped, played, recording.takeNotes()));
    } catch (RunStoppedException e) {
      stop = Optional.of(e);
    }
    played.clear();
    episode += stride;
  }

  /**
   * Hands on what the last step brought forth.
   *
   * @throws RunStoppedException when the safety layer stopped this robot and the run ends with that
   */
  void take(Consumer<Transition> transitions, Consumer<PlayedEpisode> episodes) {
    fresh.forEach(transitions);
    fresh.clear();
    ended.ifPresent(episodes);
    ended = Optional.empty();
    if (stop.isPresent()) {
      throw stop.get();
    }
  }

  /** Lets its simulator go. */
  @Override
  public void close() {
    rig.close();
  }
}
