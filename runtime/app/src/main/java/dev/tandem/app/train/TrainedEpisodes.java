package dev.tandem.app.train;

/**
 * How many episodes a training had so far.
 *
 * @param stopped that a stop by the safety layer cut short, with their return
 */
public record TrainedEpisodes(int ended, int stopped) {
  public static final TrainedEpisodes NONE = new TrainedEpisodes(0, 0);

  /** And one more. */
  TrainedEpisodes and(boolean isStopped) {
    return new TrainedEpisodes(ended + 1, stopped + (isStopped ? 1 : 0));
  }
}
