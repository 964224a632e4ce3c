package dev.tandem.runtime.record.journal;

import dev.tandem.runtime.act.Verdict;
import dev.tandem.runtime.guard.Fault;
import dev.tandem.runtime.guard.Mode;
import dev.tandem.runtime.record.FilterNames;
import dev.tandem.runtime.record.TickRecord;
import dev.tandem.runtime.record.journal.JournalEvent.Kind;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Sees in the ticks what is worth a line: episodes, new weights, who drives, faults, stops, and for
 * each step what filters changed.
 */
final class EventWatch {
  private final Supplier<FilterNames> names;
  private final Consumer<JournalEvent> events;
  private final FilterTally actions = new FilterTally("the action");
  private final FilterTally commands = new FilterTally("the command");
  private long stampNanos;
  private long episode = -1;
  private int step = -1;
  private long policyVersion = -1;
  private @Nullable Mode mode;
  private long faults;
  private boolean stopped;

  EventWatch(Supplier<FilterNames> names, Consumer<JournalEvent> events) {
    this.names = names;
    this.events = events;
  }

  void accept(TickRecord record) {
    if (record.decided || record.episodeEnd || record.episode != episode) {
      tellFilters();
    }
    watchStart(record);
    stampNanos = record.startNanos;
    step = record.step;
    watchWeights(record);
    watchMode(record);
    watchFaults(record);
    watchStop(record);
    if (record.episodeEnd) {
      tell(record, Kind.EPISODE_ENDED, "after step " + record.step);
    } else {
      actions.add(record.modifiedActionMask, record.actionLimits, record.tick);
      commands.add(record.modifiedMask, record.commandLimits, record.tick);
    }
  }

  /** To the step that is over, or as far as it came. */
  void tellFilters() {
    FilterNames known = names.get();
    actions.tell(known.action(), known.actionLimits(), this::tellFilter);
    commands.tell(known.command(), known.commandLimits(), this::tellFilter);
  }

  private void tellFilter(String line) {
    events.accept(new JournalEvent(stampNanos, episode, step, Kind.FILTER_CHANGED, line));
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

  private void watchMode(TickRecord record) {
    if (record.mode != mode) {
      String from = mode == null ? "" : "from " + mode + " ";
      mode = record.mode;
      tell(record, Kind.MODE_CHANGED, from + "to " + mode);
    }
  }

  private void watchFaults(TickRecord record) {
    long begun = record.faults & ~faults;
    faults = record.faults;
    for (Fault fault : Fault.values()) {
      if ((begun & fault.bit()) != 0) {
        tell(record, Kind.FAULT_SEEN, fault.line());
      }
    }
  }

  private void watchStop(TickRecord record) {
    boolean stops = record.verdict == Verdict.STOP;
    if (stops && !stopped) {
      tell(record, Kind.SAFETY_STOP, "step " + record.step + refusal(record));
    }
    stopped = stops;
  }

  /**
   * By whom, and why, when it is this tick's command; no filter is asked after one that refuses.
   */
  private String refusal(TickRecord record) {
    boolean driven = Arrays.stream(record.appliedCommand).anyMatch(value -> value != 0);
    if (record.mode.isStop() || driven || record.modifiedMask == 0) {
      return "";
    }
    int by = Long.SIZE - 1 - Long.numberOfLeadingZeros(record.modifiedMask);
    return ", refused by " + names.get().command(by, record.commandLimits.of(by));
  }

  private void tell(TickRecord record, Kind kind, String detail) {
    String text = "tick " + record.tick + ", episode " + record.episode + ": " + detail;
    events.accept(new JournalEvent(record.startNanos, record.episode, record.step, kind, text));
  }
}
