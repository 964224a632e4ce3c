package dev.tandem.app.soak;

import dev.tandem.runtime.act.Verdict;
import dev.tandem.runtime.guard.Mode;
import dev.tandem.runtime.record.TickRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Whether every stop that began lasted until a person recovered the robot and said why, never grew
 * weaker by itself, and recoveries were no more often than is granted; and whether it could be
 * recovered from at all.
 */
final class StopLedger {
  private static final String RECOVERY = "recover: ";
  private static final long MINUTE_NANOS = 60_000_000_000L;

  /** Twice the minute in which recoveries are counted: whoever asks has been granted one. */
  private static final long LONGEST_NANOS = 2 * MINUTE_NANOS;

  private final Findings findings;
  private final int recoveriesPerMinute;
  private final List<Stop> ended = new ArrayList<>();
  private final TreeMap<Long, String> recoveries = new TreeMap<>();
  private boolean stopped;
  private long beganNanos;
  private long beganTick;
  private int strength;
  private long stops;
  private boolean toldTooLong;
  private long longestNanos;

  /**
   * A stop that is over.
   *
   * @param endedNanos deadline of the tick that ended it
   * @param wokenNanos when that tick began: a person may have asked after its deadline
   */
  private record Stop(long tick, long beganNanos, long endedNanos, long wokenNanos) {}

  StopLedger(Findings findings, int recoveriesPerMinute) {
    this.findings = findings;
    this.recoveriesPerMinute = recoveriesPerMinute;
  }

  void accept(TickRecord record) {
    boolean now = record.verdict == Verdict.STOP || record.mode.isStop();
    if (now && !stopped) {
      stops++;
      beganNanos = record.startNanos;
      beganTick = record.tick;
      strength = 0;
      toldTooLong = false;
    } else if (stopped && !now) {
      long wokenNanos = record.startNanos + record.latenessNanos;
      ended.add(new Stop(beganTick, beganNanos, record.startNanos, wokenNanos));
    }
    int strengthNow = now ? strength(record.mode) : 0;
    if (now && strengthNow < strength) {
      findings.add("tick " + record.tick + ": the stop grew weaker by itself, " + record.mode);
    }
    strength = strengthNow;
    stopped = now;
    if (now) {
      lasts(record.startNanos - beganNanos);
    }
  }

  private void lasts(long nanos) {
    longestNanos = Math.max(longestNanos, nanos);
    if (nanos > LONGEST_NANOS && !toldTooLong) {
      toldTooLong = true;
      findings.add("stop at tick " + beganTick + ": no recovery was granted for two minutes");
    }
  }

  private static int strength(Mode mode) {
    return switch (mode) {
      case STOP2 -> 1;
      case STOP1 -> 2;
      case STOP0 -> 3;
      case FAULT -> 4;
      default -> 0;
    };
  }

  void note(long stampNanos, String words) {
    if (words.startsWith(RECOVERY) && words.length() > RECOVERY.length()) {
      recoveries.put(stampNanos, words);
    }
  }

  /** Stops that ended without a person's recovery; each is a finding. */
  long unlatched() {
    long unlatched = 0;
    for (Stop stop : ended) {
      Long asked = recoveries.ceilingKey(stop.beganNanos());
      if (asked == null || asked > stop.wokenNanos()) {
        unlatched++;
        findings.add("stop at tick " + stop.tick() + ": ended and no person recovered it");
      }
    }
    return unlatched;
  }

  /** Recoveries that were granted more often than the robot allows. */
  long tooOften() {
    long tooOften = 0;
    for (int i = recoveriesPerMinute; i < ended.size(); i++) {
      long since = ended.get(i - recoveriesPerMinute).endedNanos();
      if (ended.get(i).endedNanos() - since < MINUTE_NANOS) {
        tooOften++;
        findings.add("stop at tick " + ended.get(i).tick() + ": recovered too soon");
      }
    }
    return tooOften;
  }

  long stops() {
    return stops;
  }

  /** How long the longest stop lasted. */
  double longestSeconds() {
    return longestNanos / 1e9;
  }

  /** Stops that ended. */
  long recovered() {
    return ended.size();
  }
}
