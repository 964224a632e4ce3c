package dev.tandem.runtime.loop;

import dev.tandem.runtime.act.Actuator;
import dev.tandem.runtime.act.SafeCommand;
import dev.tandem.runtime.sense.Sensor;
import dev.tandem.runtime.signal.Channel;
import dev.tandem.runtime.signal.IoStatus;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.Tick;
import java.util.List;

/** One sensor of two channels and one drive, which do and count what a test tells them. */
final class FakeRobot implements Sensor, Actuator {
  static final SignalSpec OBSERVATION =
      new SignalSpec("fake", List.of(Channel.of("x", "m"), Channel.of("v", "m/s")));
  static final SignalSpec COMMAND = new SignalSpec("drive", List.of(Channel.of("force", "N")));

  double x = 0.25;
  double v = -0.5;
  IoStatus sampled = IoStatus.OK;
  IoStatus written = IoStatus.OK;
  IoStatus madeSafeAs = IoStatus.OK;
  int writes;
  int madeSafe;
  double lastForce;
  Runnable whenSampled = () -> {};
  Runnable whenWritten = () -> {};
  Runnable whenMadeSafe = () -> {};

  @Override
  public SignalSpec spec() {
    return COMMAND;
  }

  @Override
  public IoStatus sample(Tick tick, MutableObservation observation) {
    whenSampled.run();
    observation.set(0, x);
    observation.set(1, v);
    return sampled;
  }

  @Override
  public IoStatus write(Tick tick, SafeCommand command) {
    writes++;
    lastForce = command.get(0);
    whenWritten.run();
    return written;
  }

  @Override
  public IoStatus makeSafe(Tick tick) {
    madeSafe++;
    whenMadeSafe.run();
    return madeSafeAs;
  }

  @Override
  public void close() {}
}
