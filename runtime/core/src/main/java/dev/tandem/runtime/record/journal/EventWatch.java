package dev.tandem.runtime.record.journal;

import dev.tandem.runtime.act.Verdict;
import dev.tandem.runtime.record.TickRecord;
import dev.tandem.runtime.record.journal.JournalEvent.Kind;
import java.util.function.Consumer;

/** Sees in the ticks what is worth a line: episodes, new weights, stops. */
final class EventWatch {
  private final Consumer<JournalEvent> events;
  private long episode = -1;
  private long policyVersion = -1;
  private boolean stopped;

  EventWatch(Consumer<JournalEvent> events) {
    this.events = events;
  }

  void accept(TickRecord record) {
    watchStart(record);
    watchWeights(record);
    watchStop(record);
    if (record.episodeEnd) {
      tell(record, Kind.EPISODE_ENDED, "after step " + record.step);
    }
  }

  private void watchStart(TickRecord record) {
    if (record.episode != episode) {
      episode = record.episode;
      stopped = false;
      tell(record, Kind.EPISODE_STARTED, "at step " + record.step);
    }
  }

  private void watchWeights(TickRecord record) {
    if (record.policyVersion != policyVersion) {
      policyVersion = record.policyVersion;
      tell(record, Kind.WEIGHTS_SWAPPED, "policy version " + policyVersion);
    }
  }

  private void watchStop(TickRecord record) {
    boolean stops = record.verdict == Verdict.STOP;
    if (stops && !stopped) {
      tell(record, Kind.SAFETY_STOP, "step " + record.step);
    }
    stopped = stops;
  }

  private void tell(TickRecord record, Kind kind, String detail) {
    String text = "tick " + record.tick + ", episode " + record.episode + ": " + detail;
    events.accept(new JournalEvent(record.startNanos, kind, text));
  }
}
