package dev.tandem.simbridge.randomize;

import dev.tandem.runtime.learn.Simulator;
import dev.tandem.runtime.signal.Command;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.simbridge.fault.PushedSimulator;
import dev.tandem.simbridge.world.BodyWorld;
import dev.tandem.simbridge.world.WrappedSimulator;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * A simulator whose drives are not ideal and whose arm or body is pushed now and then. What it
 * observes is true; the torques are those of the drives. One thread.
 */
final class RandomizedSimulator extends WrappedSimulator {
  private final Consumer<double[]> push;
  private final RandomizedDrives drives;
  private final RandomPushes pushes;
  private final MutableObservation now;

  private RandomizedSimulator(
      Simulator inner, Consumer<double[]> push, RandomPushes pushes, RandomGenerator random) {
    super(inner);
    this.push = push;
    this.drives = new RandomizedDrives(inner.commandSpec(), inner.observationSpec(), random);
    this.pushes = pushes;
    this.now = new MutableObservation(inner.observationSpec());
  }

  /** An arm is pushed at its joints, through its drives; a body wherever it can move. */
  static RandomizedSimulator of(Simulator world, RandomGenerator random) {
    if (world instanceof BodyWorld body) {
      RandomPushes pushes = new RandomPushes(body.speeds(), random);
      return new RandomizedSimulator(body, body::push, pushes, random);
    }
    PushedSimulator arm = new PushedSimulator(world);
    int joints = RandomizedDrives.driven(world.commandSpec()).size();
    return new RandomizedSimulator(arm, arm::push, new RandomPushes(joints, random), random);
  }

  /** A new episode; the simulator inside was put back. */
  void begin(Conditions conditions, double periodSeconds, RandomGenerator random) {
    drives.begin(conditions, periodSeconds, random);
    pushes.begin(conditions, random);
  }

  @Override
  @HotPath
  public void step(Command wanted, double dtSeconds) {
    observe(now);
    if (pushes.happen()) {
      push.accept(pushes.next(dtSeconds));
    }
    super.step(drives.follow(wanted, now, dtSeconds), dtSeconds);
  }

  @Override
  @HotPath
  public void brake(double dtSeconds) {
    drives.rest();
    super.brake(dtSeconds);
  }

  @Override
  public void reset(long seed) {
    drives.rest();
    super.reset(seed);
  }
}
