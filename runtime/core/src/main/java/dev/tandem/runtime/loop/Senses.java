package dev.tandem.runtime.loop;

import dev.tandem.runtime.guard.LoopHealth;
import dev.tandem.runtime.sense.Sensor;
import dev.tandem.runtime.signal.IoStatus;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.runtime.time.Tick;
import java.util.List;

/**
 * Samples every sensor in order, and notes which of them failed, and which has had nothing new for
 * longest. Control thread.
 */
final class Senses {
  private static final int NONE = -1;

  private final Sensor[] sensors;
  private final long[] newestNanos;
  private final MutableObservation observation;
  private final LoopHealth health;
  private boolean started;

  Senses(List<Sensor> sensors, MutableObservation observation, LoopHealth health) {
    this.sensors = sensors.toArray(Sensor[]::new);
    this.newestNanos = new long[sensors.size()];
    this.observation = observation;
    this.health = health;
  }

  @HotPath
  void sample(Tick tick) {
    health.faultySensor = NONE;
    health.staleSensor = NONE;
    health.staleNanos = 0;
    for (int i = 0; i < sensors.length; i++) {
      note(i, sensors[i].sample(tick, observation), tick.startNanos());
    }
    started = true;
    health.badChannel = observation.firstNotFinite();
    if (health.badChannel >= 0) {
      health.badValue = observation.get(health.badChannel);
    }
  }

  /** A sensor that has never had anything counts from when it was asked first. */
  @HotPath
  private void note(int sensor, IoStatus status, long nowNanos) {
    if (status != IoStatus.STALE || !started) {
      newestNanos[sensor] = nowNanos;
    }
    long ageNanos = nowNanos - newestNanos[sensor];
    if (ageNanos > health.staleNanos) {
      health.staleNanos = ageNanos;
      health.staleSensor = sensor;
    }
    if (status == IoStatus.FAULT && health.faultySensor == NONE) {
      health.faultySensor = sensor;
    }
  }

  /** False when something that was sensed is not finite: nothing can be computed from it. */
  @HotPath
  boolean areFinite() {
    return health.badChannel < 0;
  }
}
