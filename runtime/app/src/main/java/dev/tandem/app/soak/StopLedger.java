package dev.tandem.app.soak;

import dev.tandem.runtime.act.Verdict;
import dev.tandem.runtime.record.TickRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Whether every stop that began lasted until a person recovered the robot and said why, and
 * recoveries were no more often than is granted; and whether it could be recovered from at all.
 */
final class StopLedger {
  private static final String RECOVERY = "recover: ";
  private static final long MINUTE_NANOS = 60_000_000_000L;

  /** A wish is heard in the next tick or the one after; what was asked before was refused. */
  private static final long HEARD_NANOS = 100_000_000;

  /** Twice the minute in which recoveries are counted: whoever asks has been granted one. */
  private static final long LONGEST_NANOS = 2 * MINUTE_NANOS;

  private final Findings findings;
  private final int recoveriesPerMinute;
  private final List<Stop> ended = new ArrayList<>();
  private final TreeMap<Long, String> recoveries = new TreeMap<>();
  private boolean stopped;
  private long beganNanos;
  private long beganTick;
  private long lastNanos;
  private long stops;
  private boolean toldTooLong;
  private long longestNanos;

  /**
   * A stop that is over.
   *
   * @param lastNanos deadline of the last tick that was seen of it
   * @param endedNanos deadline of the tick that ended it
   * @param wokenNanos when that tick began: a person may have asked after its deadline
   */
  private record Stop(
      long tick, long beganNanos, long lastNanos, long endedNanos, long wokenNanos) {}

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
      toldTooLong = false;
    } else if (stopped && !now) {
      long wokenNanos = record.startNanos + record.latenessNanos;
      ended.add(new Stop(beganTick, beganNanos, lastNanos, record.startNanos, wokenNanos));
    }
    stopped = now;
    if (now) {
      lastNanos = record.startNanos;
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

  void note(long stampNanos, String words) {
    if (words.startsWith(RECOVERY) && words.length() > RECOVERY.length()) {
      recoveries.put(stampNanos, words);
    }
  }

  /** Stops that ended without a person's recovery; each is a finding. */
  long unlatched() {
    long unlatched = 0;
    for (Stop stop : ended) {
      Long asked = recoveries.floorKey(stop.wokenNanos());
      long earliest = Math.max(stop.beganNanos(), stop.lastNanos() - HEARD_NANOS);
      if (asked == null || asked < earliest) {
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
