package dev.tandem.app.assembly;

import dev.tandem.runtime.act.Actuator;
import dev.tandem.runtime.act.SafeCommand;
import dev.tandem.runtime.sense.Sensor;
import dev.tandem.runtime.signal.IoStatus;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.runtime.time.SimulatedClock;
import dev.tandem.runtime.time.Tick;

/** An arm that swings by itself, near its limits, blind or broken as the scene has it. */
final class RehearsalRobot implements Sensor, Actuator {
  private static final long SLOW_NANOS = 400_000;
  private static final double NEAR_RAD = 0.1;
  private static final double FAR_RAD = 2.5;

  /** At rest for whoever waits for the end of a stop, but not for long enough to be weighed. */
  private static final double CREEP_RAD = 0.0075;

  private final SimulatedClock clock;
  private final SignalSpec command;
  private final SwingingArm arm;
  private Rehearsal.Scene scene = Rehearsal.Scene.DRIVES;

  RehearsalRobot(SimulatedClock clock, SignalSpec observation, SignalSpec command) {
    this.clock = clock;
    this.command = command;
    this.arm = new SwingingArm(observation);
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
    arm.sample(tick.index(), swingRad(), observation);
    if (scene == Rehearsal.Scene.GOES_BLIND && tick.index() % 7 == 0) {
      observation.set(0, Double.NaN);
    }
    if (scene == Rehearsal.Scene.IS_SLOW && tick.index() % 2 == 0) {
      clock.advanceNanos(SLOW_NANOS);
    }
    return IoStatus.OK;
  }

  @HotPath
  private double swingRad() {
    return switch (scene) {
      case COMES_NEAR_ITS_LIMITS -> FAR_RAD;
      case RESTS -> 0;
      case IS_TOLD_WHAT_TO_DO -> CREEP_RAD;
      default -> NEAR_RAD;
    };
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
