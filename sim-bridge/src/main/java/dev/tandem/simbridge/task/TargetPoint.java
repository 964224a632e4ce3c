package dev.tandem.simbridge.task;

import dev.tandem.runtime.sense.Sensor;
import dev.tandem.runtime.signal.Block;
import dev.tandem.runtime.signal.IoStatus;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.runtime.time.Tick;

/** A point that a task shows the robot, metres in the base frame, in the task's own channels. */
final class TargetPoint implements Sensor {
  private final Block channels;
  private final double[] seen = new double[3];

  TargetPoint(Block channels) {
    this.channels = channels;
  }

  /** Where the point is seen; the task writes it at a reset. */
  double[] seen() {
    return seen;
  }

  /** Between the point and another block of three channels of the same observation. */
  @HotPath
  double distanceMetres(Observation observation, Block from) {
    double square = 0;
    for (int k = 0; k < 3; k++) {
      double offset = observation.get(channels.offset() + k) - observation.get(from.offset() + k);
      square += offset * offset;
    }
    return Math.sqrt(square);
  }

  @Override
  @HotPath
  public IoStatus sample(Tick tick, MutableObservation observation) {
    for (int k = 0; k < 3; k++) {
      observation.set(channels.offset() + k, seen[k]);
    }
    return IoStatus.OK;
  }

  @Override
  public void close() {}
}
