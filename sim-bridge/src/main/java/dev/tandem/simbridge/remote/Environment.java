package dev.tandem.simbridge.remote;

import java.util.List;

/** A task that somebody else decides in, decision by decision. One thread. */
public interface Environment extends AutoCloseable {
  Message.Spec spec();

  /**
   * Starts an episode, whether or not the one before was over.
   *
   * @return what is observed
   */
  double[] reset(long seed);

  /**
   * Carries one decision out; only within an episode.
   *
   * @param action finite, as long as the action space
   */
  Message.Outcome step(double[] action);

  /** Of what was observed last, in the order of the spec's images. */
  default List<Message.Picture> pictures() {
    return List.of();
  }

  @Override
  void close();
}
