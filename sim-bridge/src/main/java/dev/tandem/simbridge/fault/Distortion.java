package dev.tandem.simbridge.fault;

import dev.tandem.runtime.time.HotPath;
import java.util.random.RandomGenerator;

/** What a fault makes of a number. */
public interface Distortion {
  /**
   * The spoilt number.
   *
   * @param healthy what it should be
   * @param before what it was in the last tick before the fault
   */
  @HotPath
  double of(double healthy, double before);

  /** NaN, an infinity, or any other constant. */
  static Distortion to(double value) {
    return (healthy, before) -> value;
  }

  /** Stands still. */
  static Distortion frozen() {
    return (healthy, before) -> before;
  }

  /** Off by a constant. */
  static Distortion by(double offset) {
    return (healthy, before) -> healthy + offset;
  }

  /** Falls behind what grows, by this share of it: a stamp of what is delivered ever later. */
  static Distortion later(double share) {
    return (healthy, before) -> healthy - share * (healthy - before);
  }

  /** Off by anything up to {@code amplitude} either way, anew in every tick. */
  static Distortion spikes(RandomGenerator random, double amplitude) {
    return (healthy, before) -> healthy + random.nextDouble(-amplitude, amplitude);
  }
}
