package dev.tandem.controllers.gripper;

import dev.tandem.runtime.decide.Controller;
import dev.tandem.runtime.signal.Action;
import dev.tandem.runtime.signal.MutableCommand;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.runtime.time.Tick;

/**
 * Opens and closes a parallel gripper. Between the two thresholds the last decision stands, so that
 * a noisy policy does not make the fingers chatter; after a reset they stay where they are.
 *
 * <p>Acts on {@code gripper}; observes {@code gripper.width} (m) and {@code gripper.speed} (m/s,
 * positive when opening); commands {@code gripper.force} (N, positive opens).
 */
public final class GripperController implements Controller {
  private final GripperConfig config;
  private final int width;
  private final int speed;
  private final int wish;
  private final int force;
  private double targetMetres;

  public GripperController(
      SignalSpec observation, SignalSpec action, SignalSpec command, GripperConfig config) {
    this.config = config;
    this.width = observation.indexOf("gripper.width");
    this.speed = observation.indexOf("gripper.speed");
    this.wish = action.indexOf("gripper");
    this.force = command.indexOf("gripper.force");
  }

  @Override
  public void reset(Observation observation) {
    targetMetres = observation.get(width);
  }

  @Override
  @HotPath
  public void decided(Tick tick, Observation observation, Action action) {
    double value = action.get(wish);
    if (value >= config.threshold()) {
      targetMetres = config.openMetres();
    } else if (value <= -config.threshold()) {
      targetMetres = config.closedMetres();
    }
  }

  /** Keeps holding what it holds. */
  @Override
  @HotPath
  public void hold(Tick tick, Observation observation) {}

  @Override
  @HotPath
  public void update(Tick tick, Observation observation, Action action, MutableCommand command) {
    double spring = config.stiffnessNPerM() * (targetMetres - observation.get(width));
    double damper = config.dampingNsPerM() * observation.get(speed);
    double max = config.maxForceN();
    command.set(force, Math.max(-max, Math.min(max, spring - damper)));
  }
}
