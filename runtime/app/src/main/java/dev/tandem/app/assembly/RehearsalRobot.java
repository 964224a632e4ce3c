package dev.tandem.app.assembly;

import dev.tandem.runtime.act.Actuator;
import dev.tandem.runtime.act.SafeCommand;
import dev.tandem.runtime.sense.Sensor;
import dev.tandem.runtime.signal.Block;
import dev.tandem.runtime.signal.IoStatus;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.runtime.time.SimulatedClock;
import dev.tandem.runtime.time.Tick;

/** An arm that swings by itself, near its limits, blind or broken as the scene has it. */
final class RehearsalRobot implements Sensor, Actuator {
  private static final long SLOW_NANOS = 400_000;

  private final SimulatedClock clock;
  private final SignalSpec command;
  private final Block q;
  private final Block qd;
  private final double[] homeRad;
  private Rehearsal.Scene scene = Rehearsal.Scene.DRIVES;

  RehearsalRobot(
      SimulatedClock clock, SignalSpec observation, SignalSpec command, double[] homeRad) {
    this.clock = clock;
    this.command = command;
    this.q = observation.block("q");
    this.qd = observation.block("qd");
    this.homeRad = homeRad;
  }

  void play(Rehearsal.Scene next) {
    scene = next;
  }

  @Override
  public SignalSpec spec() {
    return command;
  }

  @Override
  @HotPath
  public IoStatus sample(Tick tick, MutableObservation observation) {
    double phaseRad = tick.index() * 2e-3;
    double swingRad = scene == Rehearsal.Scene.COMES_NEAR_ITS_LIMITS ? 2.5 : 0.1;
    for (int i = 0; i < homeRad.length; i++) {
      observation.set(q.offset() + i, homeRad[i] + swingRad * Math.sin(phaseRad + i));
      observation.set(qd.offset() + i, 2 * swingRad * Math.cos(phaseRad + i));
    }
    if (scene == Rehearsal.Scene.GOES_BLIND && tick.index() % 7 == 0) {
      observation.set(q.offset(), Double.NaN);
    }
    if (scene == Rehearsal.Scene.IS_SLOW && tick.index() % 2 == 0) {
      clock.advanceNanos(SLOW_NANOS);
    }
    return IoStatus.OK;
  }

  @Override
  @HotPath
  public IoStatus write(Tick tick, SafeCommand approved) {
    boolean breaks = scene == Rehearsal.Scene.BREAKS && tick.index() % 50 == 0;
    return breaks ? IoStatus.FAULT : IoStatus.OK;
  }

  @Override
  @HotPath
  public IoStatus makeSafe(Tick tick) {
    return IoStatus.OK;
  }

  @Override
  public void close() {}
}
