package dev.tandem.simbridge.randomize;

import dev.tandem.runtime.learn.Simulator;
import dev.tandem.runtime.signal.Command;
import dev.tandem.runtime.signal.MutableImage;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.simbridge.fault.PushedSimulator;
import dev.tandem.simbridge.world.BodyWorld;
import java.util.Set;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * A simulator whose drives are not ideal and whose arm or body is pushed now and then. What it
 * observes is true; the torques are those of the drives. One thread.
 */
final class RandomizedSimulator implements Simulator {
  private final Simulator inner;
  private final Consumer<double[]> push;
  private final RandomizedDrives drives;
  private final RandomPushes pushes;
  private final MutableObservation now;

  private RandomizedSimulator(
      Simulator inner, Consumer<double[]> push, RandomPushes pushes, RandomGenerator random) {
    this.inner = inner;
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
    inner.observe(now);
    if (pushes.happen()) {
      push.accept(pushes.next(dtSeconds));
    }
    inner.step(drives.follow(wanted, now, dtSeconds), dtSeconds);
  }

  @Override
  @HotPath
  public void brake(double dtSeconds) {
    drives.rest();
    inner.brake(dtSeconds);
  }

  @Override
  @HotPath
  public void observe(MutableObservation observation) {
    inner.observe(observation);
  }

  @Override
  public void reset(long seed) {
    drives.rest();
    inner.reset(seed);
  }

  @Override
  public Set<Capability> capabilities() {
    return inner.capabilities();
  }

  @Override
  public SignalSpec observationSpec() {
    return inner.observationSpec();
  }

  @Override
  public SignalSpec commandSpec() {
    return inner.commandSpec();
  }

  @Override
  public void render(String camera, MutableImage image) {
    inner.render(camera, image);
  }

  @Override
  public void close() {
    inner.close();
  }
}
