package dev.tandem.safety.barrier;

import dev.tandem.runtime.time.HotPath;
import java.util.Arrays;

/** The rows {@code c' a <= bound} on the joint accelerations a of this tick. */
final class BarrierRows {
  /** Of the torque rate, what one row may count on; the rest is for the others. */
  private static final double JERK_SHARE = 0.07;

  /** Of the torque rate, what one row may ask for from one tick to the next. */
  private static final double STEP_SHARE = 0.6;

  final double[] coefficients;
  final double[] bounds;
  final BarrierLimit[] limits;
  final int[] names;
  final Approach approach = new Approach();

  /** What the next row is called, by its place in {@link BarrierNames}; whoever writes it says. */
  int name;

  /** For whoever writes the next row, [joints]. */
  final double[] next;

  private final ArmMotion motion;
  private final double responseSeconds;
  private final double torqueRateNmPerS;
  private final double[] lastAcceleration;
  private final Disturbance disturbance;
  private double dtSeconds;
  private int size;
  private double leastReserve;
  private int leastReserveLimit;

  BarrierRows(ArmMotion motion, int capacity, double responseSeconds, double torqueRateNmPerS) {
    this.motion = motion;
    this.responseSeconds = responseSeconds;
    this.torqueRateNmPerS = torqueRateNmPerS;
    this.coefficients = new double[capacity * motion.joints];
    this.bounds = new double[capacity];
    this.limits = new BarrierLimit[capacity];
    this.names = new int[capacity];
    this.next = new double[motion.joints];
    this.lastAcceleration = new double[motion.joints];
    this.disturbance = new Disturbance(motion.joints);
  }

  /**
   * Empties the table; false when the torques are not finite.
   *
   * @param lastTorque what the drives are doing now
   * @param driven false when it is not they that moved the arm until now
   * @param periods since it was started last
   */
  @HotPath
  boolean start(double[] lastTorque, boolean driven, double periodSeconds, long periods) {
    size = 0;
    leastReserve = Double.POSITIVE_INFINITY;
    leastReserveLimit = -1;
    dtSeconds = periodSeconds;
    Arrays.fill(next, 0);
    if (!motion.accelerate(lastTorque, lastAcceleration)) {
      return false;
    }
    disturbance.update(motion.qd, lastAcceleration, driven, periods * periodSeconds);
    return true;
  }

  /** Adds the row of {@link #next} with {@link #approach} and clears {@code next}. */
  @HotPath
  void addApproach(BarrierLimit limit) {
    double jerk = jerkPerS3();
    double reserve = approach.bound - approach.speed;
    if (reserve < leastReserve) {
      leastReserve = reserve;
      leastReserveLimit = limit.number;
    }
    double most = approach.mostAcceleration(responseSeconds, JERK_SHARE * jerk);
    add(limit, most - disturbance.along(next), jerk);
  }

  /** Adds {@code next' a <= most} and clears {@code next}. */
  @HotPath
  void addPlain(BarrierLimit limit, double most) {
    add(limit, most, jerkPerS3());
  }

  /** Adds a row on torques, {@code next' M a <= most}: what it says is never softened. */
  @HotPath
  void addTorque(double most) {
    put(BarrierLimit.TORQUE, most);
  }

  @HotPath
  private void add(BarrierLimit limit, double most, double jerk) {
    double now = 0;
    for (int i = 0; i < next.length; i++) {
      now += next[i] * lastAcceleration[i];
    }
    put(limit, Math.max(most, now - STEP_SHARE * jerk * dtSeconds));
  }

  @HotPath
  private void put(BarrierLimit limit, double most) {
    System.arraycopy(next, 0, coefficients, size * next.length, next.length);
    limits[size] = limit;
    names[size] = name;
    bounds[size++] = most;
    Arrays.fill(next, 0);
  }

  /**
   * How fast torques along the row itself, the least that do it, change the row's acceleration:
   * {@code c' M^-1 c / max |c|} times the torque rate.
   */
  @HotPath
  private double jerkPerS3() {
    double effect = 0;
    double largest = 0;
    for (int i = 0; i < next.length; i++) {
      if (next[i] != 0) { // most rows are of one joint
        double sum = 0;
        for (int k = 0; k < next.length; k++) {
          sum += motion.mobility[next.length * i + k] * next[k];
        }
        effect += sum * next[i];
        largest = Math.max(largest, Math.abs(next[i]));
      }
    }
    return largest > 0 ? torqueRateNmPerS * effect / largest : 0;
  }

  /** {@code next' qd}. */
  @HotPath
  double speedOfNext() {
    double sum = 0;
    for (int i = 0; i < next.length; i++) {
      sum += next[i] * motion.qd[i];
    }
    return sum;
  }

  @HotPath
  boolean hold(double[] acceleration) {
    for (int row = 0; row < size; row++) {
      double sum = -bounds[row];
      for (int i = 0; i < next.length; i++) {
        sum += coefficients[row * next.length + i] * acceleration[i];
      }
      if (sum > 1e-9 * (1 + Math.abs(bounds[row]))) {
        return false;
      }
    }
    return true;
  }

  @HotPath
  int size() {
    return size;
  }

  @HotPath
  double leastReserve() {
    return leastReserve;
  }

  @HotPath
  int leastReserveLimit() {
    return leastReserveLimit;
  }
}
