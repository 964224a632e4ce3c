package dev.tandem.app.faults;

import dev.tandem.runtime.learn.Simulator;
import dev.tandem.runtime.signal.Block;
import dev.tandem.runtime.signal.MutableObservation;

/**
 * How long the arm moves on after a stop has begun: as it truly moves in the simulator, whatever
 * its sensors say.
 */
final class RestWatch {
  /**
   * Before which a stop must have brought the arm to rest: with it, the authority takes the power,
   * which would hide a brake that does not brake.
   */
  static final long ALLOWED_TICKS =
      FaultRig.LIMITS.authority().maxBrakingNanos() / FaultRig.PERIOD_NANOS;

  static final double REST_RAD_PER_S = FaultRig.LIMITS.authority().restRadPerS();

  private final Simulator world;
  private final MutableObservation truth;
  private final Block speeds;
  private long ticks;
  private long movedTicks;

  RestWatch(FaultRig rig) {
    this.world = rig.simulator;
    this.truth = new MutableObservation(world.observationSpec());
    this.speeds = world.observationSpec().block("qd");
  }

  /** A stop begins with the next tick. */
  void begin() {
    ticks = 0;
    movedTicks = 0;
  }

  /** After each tick of the stop; returns the fastest joint's speed. */
  double look() {
    ticks++;
    double fastest = fastestRadPerS();
    movedTicks = fastest > REST_RAD_PER_S ? ticks : movedTicks;
    return fastest;
  }

  double fastestRadPerS() {
    world.observe(truth);
    double fastest = 0;
    for (int i = 0; i < speeds.size(); i++) {
      fastest = Math.max(fastest, Math.abs(truth.get(speeds.offset() + i)));
    }
    return fastest;
  }

  /** Ticks since it moved last. */
  long ticksAtRest() {
    return ticks - movedTicks;
  }

  /** Ticks of the stop until the arm had come to rest for as long as it was looked at. */
  long ticksToRest() {
    return movedTicks;
  }
}
