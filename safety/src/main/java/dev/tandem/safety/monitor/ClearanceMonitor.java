package dev.tandem.safety.monitor;

import dev.tandem.runtime.guard.Fault;
import dev.tandem.runtime.guard.LoopHealth;
import dev.tandem.runtime.guard.Mode;
import dev.tandem.runtime.guard.Monitor;
import dev.tandem.runtime.guard.Reaction;
import dev.tandem.runtime.model.JointState;
import dev.tandem.runtime.model.RobotModel;
import dev.tandem.runtime.signal.Command;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.runtime.time.Tick;
import dev.tandem.safety.barrier.LinkClearance;
import dev.tandem.safety.barrier.SpaceConfig;

/**
 * F26: links are nearer to what is kept out, or to each other, than the barrier keeps them. Seen;
 * nearer than the least clearance: category 2. From measured positions alone, whatever the barrier
 * wanted, so that it also finds what no barrier prevented: one that had to give way, a wrong model
 * of the arm's dynamics, an arm that was pushed. So that a person can bring the arm back after a
 * recovery, it stops again only where a link comes nearer than it was; on the way back it is only
 * seen. An arm that is off it does not let start.
 */
public final class ClearanceMonitor implements Monitor {
  private static final double NEARER_METRES = 0.002;

  private final Fault fault;
  private final LinkClearance clearance;
  private final JointState state;
  private final double marginMetres;
  private final double leastMetres;
  private double nearestMetres = Double.POSITIVE_INFINITY;

  private ClearanceMonitor(
      Fault fault,
      SignalSpec observation,
      RobotModel model,
      SpaceConfig space,
      double leastMetres) {
    if (!(leastMetres >= 0 && leastMetres <= space.marginMetres())) {
      throw new IllegalArgumentException(
          "leastMetres must be 0 to the barrier's margin, which is "
              + space.marginMetres()
              + ", got "
              + leastMetres);
    }
    this.fault = fault;
    this.clearance = new LinkClearance(space, model);
    this.state = new JointState(observation, model.joints());
    this.marginMetres = space.marginMetres();
    this.leastMetres = leastMetres;
  }

  /**
   * Links and keep-out volumes.
   *
   * @param leastMetres of clearance, below which the robot stops; at most the barrier's margin
   */
  public static Monitor keepOut(
      SignalSpec observation, RobotModel model, SpaceConfig space, double leastMetres) {
    SpaceConfig volumes = space.keepingOut();
    return new ClearanceMonitor(Fault.KEEP_OUT_ENTERED, observation, model, volumes, leastMetres);
  }

  /**
   * Links and each other.
   *
   * @param leastMetres of clearance, below which the robot stops; at most the barrier's margin
   */
  public static Monitor apart(
      SignalSpec observation, RobotModel model, SpaceConfig space, double leastMetres) {
    SpaceConfig pairs = space.keepingApart();
    return new ClearanceMonitor(Fault.LINKS_TOO_NEAR, observation, model, pairs, leastMetres);
  }

  @Override
  public Fault fault() {
    return fault;
  }

  @Override
  @HotPath
  public Reaction inspect(
      Tick tick, Observation observation, LoopHealth health, Command lastApplied) {
    state.read(observation);
    return of(clearance.leastMetres(state.q()), health.mode == Mode.OFF);
  }

  /**
   * What is no number is another monitor's (F05).
   *
   * @param off whether nothing can be stopped, only refused to start: nothing is behind anybody
   *     then
   */
  @HotPath
  private Reaction of(double metres, boolean off) {
    if (!(metres < leastMetres)) {
      nearestMetres = Double.POSITIVE_INFINITY;
      return metres < marginMetres ? Reaction.LIMIT : Reaction.NONE;
    }
    boolean nearer = metres < nearestMetres - NEARER_METRES;
    nearestMetres = nearer && !off ? metres : nearestMetres;
    return nearer ? Reaction.STOP2 : Reaction.LIMIT;
  }

  /** The links are as near as they were: the way back stays open. */
  @Override
  @HotPath
  public void recovered() {}

  @Override
  public void restart() {
    nearestMetres = Double.POSITIVE_INFINITY;
  }
}
