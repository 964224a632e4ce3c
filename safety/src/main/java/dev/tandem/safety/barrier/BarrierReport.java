package dev.tandem.safety.barrier;

import dev.tandem.runtime.time.HotPath;
import dev.tandem.safety.qp.QpStatus;

/** What {@link BarrierFilter} saw and did, in numbers, for monitors. Control thread. */
public final class BarrierReport {
  /** Instead of a limit, when none bound. */
  public static final int NONE = -1;

  private long bindingTicks;
  private long relaxedTicks;
  private long brakedTicks;
  private long infeasibleTicks;
  private long exhaustedTicks;
  private long jointTicks;
  private long torqueTicks;
  private int boundLimit = NONE;
  private int leastReserveLimit = NONE;
  private double leastReserve = Double.POSITIVE_INFINITY;

  @HotPath
  void saw(double reserve, int reserveLimit) {
    boundLimit = NONE;
    leastReserve = reserve;
    leastReserveLimit = reserveLimit;
  }

  @HotPath
  void bound(int limit) {
    bindingTicks++;
    boundLimit = limit;
    jointTicks += limit == BarrierLimit.JOINT.number ? 1 : 0;
  }

  /** Something had to give way, because of this. */
  @HotPath
  void relaxed(QpStatus because) {
    relaxedTicks++;
    if (because == QpStatus.INFEASIBLE) {
      infeasibleTicks++;
    } else {
      exhaustedTicks++;
    }
  }

  @HotPath
  void clipped(boolean was) {
    torqueTicks += was ? 1 : 0;
  }

  @HotPath
  void braked() {
    brakedTicks++;
  }

  /** The least of all barriers in the last tick, bound minus speed, in rad/s or m/s. */
  @HotPath
  public double leastReserve() {
    return leastReserve;
  }

  /** Number of the {@link BarrierLimit} that {@link #leastReserve} is of, or {@link #NONE}. */
  @HotPath
  public int leastReserveLimit() {
    return leastReserveLimit;
  }

  /** Number of the {@link BarrierLimit} that pushed hardest in the last tick, or {@link #NONE}. */
  @HotPath
  public int boundLimit() {
    return boundLimit;
  }

  /** Ticks in which a limit bound and a program was solved. */
  @HotPath
  public long bindingTicks() {
    return bindingTicks;
  }

  /** Ticks in which limits that may give way had to. */
  @HotPath
  public long relaxedTicks() {
    return relaxedTicks;
  }

  /** Of those, the ones in which no acceleration kept every limit. */
  @HotPath
  public long infeasibleTicks() {
    return infeasibleTicks;
  }

  /** Of those, the ones in which the solver found none within its steps. */
  @HotPath
  public long exhaustedTicks() {
    return exhaustedTicks;
  }

  /** Ticks in which a joint's limit pushed hardest. */
  @HotPath
  public long jointTicks() {
    return jointTicks;
  }

  /** Ticks whose command asked a drive for more torque than it has, or for a faster change. */
  @HotPath
  public long torqueTicks() {
    return torqueTicks;
  }

  /** Ticks in which nothing was left but to brake. */
  @HotPath
  public long brakedTicks() {
    return brakedTicks;
  }
}
