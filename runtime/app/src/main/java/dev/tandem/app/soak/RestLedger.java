package dev.tandem.app.soak;

import dev.tandem.app.robot.Robot;
import dev.tandem.runtime.act.Verdict;
import dev.tandem.runtime.record.TickRecord;
import dev.tandem.runtime.record.journal.RunDescription;
import dev.tandem.runtime.signal.Channel;
import java.util.List;
import java.util.Optional;

/**
 * Whether every stop brought the arm to rest in the time after which the authority takes its power,
 * and kept it there: by how it truly moved, not by what its sensors said.
 */
final class RestLedger {
  private static final String SPEEDS = TrueState.PREFIX + "qd.";
  private static final double NANOS_PER_MILLI = 1e6;

  private final Findings findings;
  private final double restRadPerS;
  private final long allowedNanos;
  private final int speedsAt;
  private final int joints;
  private boolean stopped;
  private boolean late;
  private long beganNanos;
  private long beganTick;
  private long notAtRest;
  private long longestNanos;

  private RestLedger(Findings findings, Robot robot, int speedsAt, int joints) {
    this.findings = findings;
    this.restRadPerS = robot.authority().restRadPerS();
    this.allowedNanos = robot.authority().maxBrakingNanos();
    this.speedsAt = speedsAt;
    this.joints = joints;
  }

  /** Empty for a journal that has no {@link TrueState}. */
  static Optional<RestLedger> of(RunDescription.Signals signals, Robot robot, Findings findings) {
    List<String> names = signals.observation().channels().stream().map(Channel::name).toList();
    int first = names.indexOf(SPEEDS + "0");
    int joints = (int) names.stream().filter(name -> name.startsWith(SPEEDS)).count();
    return first < 0
        ? Optional.empty()
        : Optional.of(new RestLedger(findings, robot, first, joints));
  }

  void accept(TickRecord record) {
    boolean now = record.verdict == Verdict.STOP || record.mode.isStop();
    if (now && !stopped) {
      beganNanos = record.startNanos;
      beganTick = record.tick;
      late = false;
    }
    stopped = now;
    double speed = fastest(record);
    if (now && speed > restRadPerS) {
      moves(record.startNanos - beganNanos, speed);
    }
  }

  private void moves(long sinceNanos, double radPerS) {
    longestNanos = Math.max(longestNanos, sinceNanos);
    if (sinceNanos >= allowedNanos && !late) {
      late = true;
      notAtRest++;
      findings.add(
          "stop at tick %d: expected the arm at rest after %.0f ms, found %.3f rad/s after %.0f ms"
              .formatted(
                  beganTick,
                  allowedNanos / NANOS_PER_MILLI,
                  radPerS,
                  sinceNanos / NANOS_PER_MILLI));
    }
  }

  private double fastest(TickRecord record) {
    double fastest = 0;
    for (int i = 0; i < joints; i++) {
      fastest = Math.max(fastest, Math.abs(record.observation[speedsAt + i]));
    }
    return fastest;
  }

  /** Of all stops so far. */
  SoakVerdict.Rest rest() {
    return new SoakVerdict.Rest(notAtRest, longestNanos / NANOS_PER_MILLI);
  }
}
