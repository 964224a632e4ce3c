package dev.tandem.runtime.loop;

import dev.tandem.runtime.act.ActionFilter;
import dev.tandem.runtime.act.Actuator;
import dev.tandem.runtime.act.SafetyGate;
import dev.tandem.runtime.decide.Controller;
import dev.tandem.runtime.record.TickSink;
import dev.tandem.runtime.sense.Sensor;
import dev.tandem.runtime.time.Clock;
import java.util.List;

/**
 * What a control loop is made of.
 *
 * @param clock simulated or the system's
 * @param periodNanos from tick to tick
 * @param sensors sampled in this order
 * @param actionFilters applied in this order to every decided action
 * @param sink where every tick is published
 */
public record LoopParts(
    Clock clock,
    long periodNanos,
    List<Sensor> sensors,
    List<ActionFilter> actionFilters,
    Controller controller,
    SafetyGate gate,
    Actuator actuator,
    TickSink sink) {
  public LoopParts {
    sensors = List.copyOf(sensors);
    actionFilters = List.copyOf(actionFilters);
    if (sensors.isEmpty()) {
      throw new IllegalArgumentException("a control loop needs at least one sensor");
    }
  }
}
