package dev.tandem.simbridge.plant;

import dev.tandem.runtime.act.Actuator;
import dev.tandem.runtime.act.SafeCommand;
import dev.tandem.runtime.learn.Simulator;
import dev.tandem.runtime.sense.Sensor;
import dev.tandem.runtime.signal.IoStatus;
import dev.tandem.runtime.signal.MutableCommand;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.runtime.time.Tick;

/**
 * A simulator dressed as a robot: sampling observes, writing advances the world by one period. The
 * loop cannot tell the difference.
 *
 * <p>The world does not wait for a loop that is held up: for each tick that was skipped it goes on
 * under the last command, and after {@value #MOST_MISSED} of them its own brakes hold it, as an FR3
 * stops by itself after as many missed packets.
 */
public final class SimulatedRobot implements Sensor, Actuator {
  static final int MOST_MISSED = 20;

  private final Simulator simulator;
  private final MutableCommand last;
  private boolean driven;
  private long heardTick;

  public SimulatedRobot(Simulator simulator) {
    this.simulator = simulator;
    this.last = new MutableCommand(simulator.commandSpec());
  }

  @Override
  public SignalSpec spec() {
    return simulator.commandSpec();
  }

  @Override
  @HotPath
  public IoStatus sample(Tick tick, MutableObservation observation) {
    if (driven) {
      goOn(tick.index() - heardTick - 1, tick.periodNanos() * 1e-9);
    }
    heardTick = tick.index();
    simulator.observe(observation);
    return IoStatus.OK;
  }

  @HotPath
  private void goOn(long skippedTicks, double dtSeconds) {
    for (long i = 0; i < Math.min(skippedTicks, MOST_MISSED); i++) {
      simulator.step(last, dtSeconds);
    }
    if (skippedTicks > MOST_MISSED) {
      simulator.brake(dtSeconds);
      driven = false;
    }
  }

  @Override
  @HotPath
  public IoStatus write(Tick tick, SafeCommand command) {
    last.copyFrom(command);
    driven = true;
    heardTick = tick.index();
    simulator.step(command, tick.periodNanos() * 1e-9);
    return IoStatus.OK;
  }

  @Override
  @HotPath
  public IoStatus makeSafe(Tick tick) {
    driven = false;
    simulator.brake(tick.periodNanos() * 1e-9);
    return IoStatus.OK;
  }

  /** The world was put somewhere else, at rest: nothing drives it before the next command. */
  public void wasPutElsewhere() {
    driven = false;
  }

  @Override
  public void close() {
    simulator.close();
  }
}
