package dev.tandem.app.bench;

import dev.tandem.runtime.act.Actuator;
import dev.tandem.runtime.act.SafeCommand;
import dev.tandem.runtime.sense.Sensor;
import dev.tandem.runtime.signal.Block;
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
  private final SignalSpec command;
  private final Block q;
  private final Block qd;
  private final double[] homeRad;

  BenchRobot(SignalSpec observation, SignalSpec command, double[] homeRad) {
    this.command = command;
    this.q = observation.block("q");
    this.qd = observation.block("qd");
    this.homeRad = homeRad;
  }

  @Override
  public SignalSpec spec() {
    return command;
  }

  @Override
  @HotPath
  public IoStatus sample(Tick tick, MutableObservation observation) {
    double phaseRad = tick.index() * 2e-3;
    for (int i = 0; i < homeRad.length; i++) {
      observation.set(q.offset() + i, homeRad[i] + 0.1 * Math.sin(phaseRad + i));
      observation.set(qd.offset() + i, 0.2 * Math.cos(phaseRad + i));
    }
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
