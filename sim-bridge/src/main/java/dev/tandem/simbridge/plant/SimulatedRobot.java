package dev.tandem.simbridge.plant;

import dev.tandem.runtime.act.Actuator;
import dev.tandem.runtime.act.SafeCommand;
import dev.tandem.runtime.learn.Simulator;
import dev.tandem.runtime.sense.Sensor;
import dev.tandem.runtime.signal.IoStatus;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.runtime.time.Tick;

/**
 * A simulator dressed as a robot: sampling observes, writing advances the world by one period. The
 * loop cannot tell the difference.
 */
public final class SimulatedRobot implements Sensor, Actuator {
  private final Simulator simulator;

  public SimulatedRobot(Simulator simulator) {
    this.simulator = simulator;
  }

  @Override
  public SignalSpec spec() {
    return simulator.commandSpec();
  }

  @Override
  @HotPath
  public IoStatus sample(Tick tick, MutableObservation observation) {
    simulator.observe(observation);
    return IoStatus.OK;
  }

  @Override
  @HotPath
  public IoStatus write(Tick tick, SafeCommand command) {
    simulator.step(command, tick.periodNanos() * 1e-9);
    return IoStatus.OK;
  }

  @Override
  @HotPath
  public IoStatus makeSafe(Tick tick) {
    simulator.brake(tick.periodNanos() * 1e-9);
    return IoStatus.OK;
  }

  @Override
  public void close() {
    simulator.close();
  }
}
