package dev.tandem.simbridge.task;

import dev.tandem.runtime.sense.Sensor;
import dev.tandem.runtime.signal.IoStatus;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.runtime.time.Tick;

/** The sensor of a task whose world's channels say all. */
enum NothingMore implements Sensor {
  SENSED;

  @Override
  @HotPath
  public IoStatus sample(Tick tick, MutableObservation observation) {
    return IoStatus.OK;
  }

  @Override
  public void close() {}
}
