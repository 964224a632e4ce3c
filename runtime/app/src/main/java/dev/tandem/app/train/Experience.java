package dev.tandem.app.train;

import dev.tandem.runtime.decide.Origin;
import dev.tandem.runtime.learn.ReplayBuffer;
import dev.tandem.runtime.learn.Transition;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Sorts transitions into the two buffers (HIL-SERL, arXiv 2410.21845): a demonstration goes to the
 * demo buffer, the policy's own steps go online, a correction goes to both. Plain SAC has one
 * buffer for everything, and nothing goes into it twice.
 */
final class Experience implements Consumer<Transition> {
  private final ReplayBuffer online;
  private final ReplayBuffer demonstrations;
  private final SafetyLesson lesson;
  private final List<Transition> shown = new ArrayList<>();

  /** For plain SAC both are the same buffer. */
  Experience(ReplayBuffer online, ReplayBuffer demonstrations, SafetyLesson lesson) {
    this.lesson = lesson;
    this.online = online;
    this.demonstrations = demonstrations;
  }

  /** Takes in a transition of a demonstration. */
  void show(Transition recorded) {
    Transition transition = lesson.of(recorded);
    shown.add(transition);
    demonstrations.offer(transition);
  }

  @Override
  public void accept(Transition recorded) {
    Transition transition = lesson.of(recorded);
    online.offer(transition);
    if (transition.origin() == Origin.HUMAN && !demonstrations.equals(online)) {
      demonstrations.offer(transition);
    }
  }

  ReplayBuffer online() {
    return online;
  }

  ReplayBuffer demonstrations() {
    return demonstrations;
  }

  /** The demonstrations alone, without corrections: what cloning learns from. */
  List<Transition> shown() {
    return shown;
  }
}
