package dev.tandem.runtime.record.journal;

import java.util.List;
import java.util.Optional;

/**
 * What is in a journal.
 *
 * @param run empty when its record is damaged
 * @param startNanos earliest log time; 0 when there are no records
 * @param endNanos latest log time
 * @param channels in the order of the file
 * @param gaps how often ticks were lost on the way to the recorder
 * @param lostTicks how many
 */
public record JournalContents(
    Optional<RunDescription> run,
    long startNanos,
    long endNanos,
    List<ChannelSummary> channels,
    List<EpisodeSummary> episodes,
    List<CameraSummary> cameras,
    long gaps,
    long lostTicks) {
  public JournalContents {
    channels = List.copyOf(channels);
    episodes = List.copyOf(episodes);
    cameras = List.copyOf(cameras);
  }

  public double seconds() {
    return (endNanos - startNanos) * 1e-9;
  }

  /** Records on a topic; 0 when there is no such channel. */
  public long records(Topic topic) {
    return channels.stream()
        .filter(channel -> Topic.of(channel.topic()).equals(Optional.of(topic)))
        .mapToLong(ChannelSummary::messages)
        .sum();
  }
}
