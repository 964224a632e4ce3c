package dev.tandem.simbridge.randomize;

import dev.tandem.runtime.learn.Simulator;
import dev.tandem.runtime.signal.Command;
import dev.tandem.runtime.signal.MutableImage;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.simbridge.fault.PushedSimulator;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * A simulator whose drives are not ideal and whose arm is pushed now and then. What it observes is
 * true; the torques are those of the drives. One thread.
 */
final class RandomizedSimulator implements Simulator {
  private final PushedSimulator pushed;
  private final RandomizedDrives drives;
  private final RandomPushes pushes;
  private final MutableObservation now;

  RandomizedSimulator(Simulator inner, RandomGenerator random) {
    this.pushed = new PushedSimulator(inner);
    this.drives = new RandomizedDrives(inner.commandSpec(), inner.observationSpec(), random);
    this.pushes = new RandomPushes(inner.commandSpec().block("tau").size(), random);
    this.now = new MutableObservation(inner.observationSpec());
  }

  /** A new episode; the simulator inside was put back. */
  void begin(Conditions conditions, double periodSeconds, RandomGenerator random) {
    drives.begin(conditions, periodSeconds, random);
    pushes.begin(conditions, random);
  }

  @Override
  @HotPath
  public void step(Command wanted, double dtSeconds) {
    pushed.observe(now);
    if (pushes.happen()) {
      pushed.push(pushes.next(dtSeconds));
    }
    pushed.step(drives.follow(wanted, now, dtSeconds), dtSeconds);
  }

  @Override
  @HotPath
  public void brake(double dtSeconds) {
    drives.rest();
    pushed.brake(dtSeconds);
  }

  @Override
  @HotPath
  public void observe(MutableObservation observation) {
    pushed.observe(observation);
  }

  @Override
  public void reset(long seed) {
    drives.rest();
    pushed.reset(seed);
  }

  @Override
  public Set<Capability> capabilities() {
    return pushed.capabilities();
  }

  @Override
  public SignalSpec observationSpec() {
    return pushed.observationSpec();
  }

  @Override
  public SignalSpec commandSpec() {
    return pushed.commandSpec();
  }

  @Override
  public void render(String camera, MutableImage image) {
    pushed.render(camera, image);
  }

  @Override
  public void close() {
    pushed.close();
  }
}
