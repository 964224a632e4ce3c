package dev.tandem.app.assembly;

import dev.tandem.runtime.act.Actuator;
import dev.tandem.runtime.loop.Timing;
import dev.tandem.runtime.record.TickSink;
import dev.tandem.runtime.sense.Sensor;
import dev.tandem.runtime.signal.ImageSpec;
import dev.tandem.runtime.time.Clock;
import java.util.List;

/**
 * What a loop stands between, and what it keeps time by: all that differs between a robot, a
 * simulated one, a rehearsal and a bench.
 *
 * @param sensors sampled in this order
 * @param images that they write, in the order of the observation's slots
 * @param sink where every tick is published
 */
public record Surroundings(
    Clock clock,
    Timing timing,
    List<Sensor> sensors,
    List<ImageSpec> images,
    Actuator drives,
    TickSink sink) {
  public Surroundings {
    sensors = List.copyOf(sensors);
    images = List.copyOf(images);
  }

  /** Without images. */
  public Surroundings(
      Clock clock, Timing timing, List<Sensor> sensors, Actuator drives, TickSink sink) {
    this(clock, timing, sensors, List.of(), drives, sink);
  }
}
