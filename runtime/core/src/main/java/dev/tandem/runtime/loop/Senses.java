package dev.tandem.runtime.loop;

import dev.tandem.runtime.guard.LoopHealth;
import dev.tandem.runtime.sense.Sensor;
import dev.tandem.runtime.signal.IoStatus;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.runtime.time.Tick;
import java.util.List;

/** Samples every sensor in order, and notes which of them failed. Control thread. */
final class Senses {
  private final Sensor[] sensors;
  private final MutableObservation observation;
  private final LoopHealth health;

  Senses(List<Sensor> sensors, MutableObservation observation, LoopHealth health) {
    this.sensors = sensors.toArray(Sensor[]::new);
    this.observation = observation;
    this.health = health;
  }

  @HotPath
  void sample(Tick tick) {
    health.faultySensor = -1;
    for (int i = 0; i < sensors.length; i++) {
      if (sensors[i].sample(tick, observation) == IoStatus.FAULT && health.faultySensor < 0) {
        health.faultySensor = i;
      }
    }
    health.badChannel = observation.firstNotFinite();
    if (health.badChannel >= 0) {
      health.badValue = observation.get(health.badChannel);
    }
  }

  /** False when something that was sensed is not finite: nothing can be computed from it. */
  @HotPath
  boolean areFinite() {
    return health.badChannel < 0;
  }
}
