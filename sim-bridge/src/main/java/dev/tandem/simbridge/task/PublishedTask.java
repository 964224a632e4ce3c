package dev.tandem.simbridge.task;

import dev.tandem.runtime.learn.FeatureEncoder;
import java.util.Optional;

/**
 * A task in the numbers of those who published it, for whoever learnt, or learns, with theirs: what
 * a policy observes, and how a learner that is not ours asks. Our own policies ask in SI units as
 * before: what their networks say, of -1 to 1, is scaled to the bounds of an action anyway. One
 * thread.
 */
final class PublishedTask extends WrappedTask {
  private final FeatureEncoder state;
  private final FeatureEncoder besidePictures;
  private final AskedAction asked;

  /**
   * Renames.
   *
   * @param state all that is observed
   * @param besidePictures what is observed of it where pictures show the rest
   */
  PublishedTask(
      SimulatedTask task, FeatureEncoder state, FeatureEncoder besidePictures, AskedAction asked) {
    super(task);
    this.state = state;
    this.besidePictures = besidePictures;
    this.asked = asked;
  }

  @Override
  public FeatureEncoder encoder() {
    return state;
  }

  @Override
  public Optional<Scene> scene() {
    return task().scene().map(its -> new Scene(besidePictures, its.shown(), its.metresPerUnit()));
  }

  @Override
  public AskedAction asked() {
    return asked;
  }
}
