package dev.tandem.runtime.sense;

import dev.tandem.runtime.signal.IoStatus;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.time.Tick;

/** A source of measurements. It knows its own channels of the observation since assembly. */
public interface Sensor extends AutoCloseable {
  /**
   * Writes the newest measurement; never waits, never throws. Control thread.
   *
   * @return STALE in every tick in which nothing new has come, so that its age is known
   */
  IoStatus sample(Tick tick, MutableObservation observation);

  @Override
  void close();
}
