package dev.tandem.runtime.loop;

import dev.tandem.runtime.sense.Sensor;
import dev.tandem.runtime.signal.ImageSpec;
import dev.tandem.runtime.signal.IoStatus;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.time.Tick;

/** A camera of one grey pixel, which hands over a picture whenever a test has set one. */
final class FakeCamera implements Sensor {
  static final ImageSpec IMAGE = new ImageSpec("eye", 1, 1, 1);

  long stampNanos = -1;
  int grey;
  long sampledTick = -1;
  long sampledNanos;

  @Override
  public IoStatus sample(Tick tick, MutableObservation observation) {
    sampledTick = tick.index();
    sampledNanos = tick.startNanos();
    if (stampNanos >= 0) {
      observation.image(0).set(stampNanos, new byte[] {(byte) grey}, 0);
    }
    return IoStatus.OK;
  }

  @Override
  public void close() {}
}
