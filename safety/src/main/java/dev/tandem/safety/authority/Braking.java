package dev.tandem.safety.authority;

import dev.tandem.runtime.signal.Block;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.runtime.time.Tick;

/** Follows a controlled stop until the robot is at rest, or should be. Control thread. */
final class Braking {
  private final Block speeds;
  private final double restRadPerS;
  private final long maxNanos;
  private long sinceNanos;
  private boolean rested;

  /**
   * @param observation with a block {@code qd}, in rad/s
   */
  Braking(SignalSpec observation, AuthorityConfig config) {
    this.speeds = observation.block("qd");
    this.restRadPerS = config.restRadPerS();
    this.maxNanos = config.maxBrakingNanos();
  }

  /** A stop begins, or a stronger one takes its place. */
  @HotPath
  void begin(Tick tick) {
    sinceNanos = tick.startNanos();
    rested = false;
  }

  /** True when no joint moves, or the stop has brought it to rest before; see {@link #rests}. */
  @HotPath
  boolean isOver(Observation observation) {
    rested |= rests(observation);
    return rested;
  }

  /** True when no joint moves; also when speeds are unknown. */
  @HotPath
  boolean rests(Observation observation) {
    boolean rest = true;
    for (int i = 0; i < speeds.size(); i++) {
      rest &= !(Math.abs(observation.get(speeds.offset() + i)) > restRadPerS);
    }
    return rest;
  }

  /** True when its time is over; a stop that {@link #isOver} kept it. */
  @HotPath
  boolean isOverdue(Tick tick) {
    return tick.startNanos() - sinceNanos >= maxNanos;
  }
}
