package dev.tandem.app.bench;

import dev.tandem.app.assembly.SwingingArm;
import dev.tandem.runtime.act.Actuator;
import dev.tandem.runtime.act.SafeCommand;
import dev.tandem.runtime.sense.Sensor;
import dev.tandem.runtime.signal.IoStatus;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.runtime.time.Tick;

/**
 * An arm that swings by itself and whose drives swallow every command: what is timed is the tick,
 * not the world.
 */
final class BenchRobot implements Sensor, Actuator {
  private static final double SWING_RAD = 0.1;

  private final SignalSpec command;
  private final SwingingArm arm;

  BenchRobot(SignalSpec observation, SignalSpec command) {
    this.command = command;
    this.arm = new SwingingArm(observation);
  }

  @Override
  public SignalSpec spec() {
    return command;
  }

  @Override
  @HotPath
  public IoStatus sample(Tick tick, MutableObservation observation) {
    arm.sample(tick.index(), SWING_RAD, observation);
    return IoStatus.OK;
  }

  @Override
  @HotPath
  public IoStatus write(Tick tick, SafeCommand command) {
    return IoStatus.OK;
  }

  @Override
  @HotPath
  public IoStatus makeSafe(Tick tick) {
    return IoStatus.OK;
  }

  @Override
  public void close() {}
}
