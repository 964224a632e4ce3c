package dev.tandem.runtime.loop;

import dev.tandem.runtime.act.ActionFilter;
import dev.tandem.runtime.act.Actuator;
import dev.tandem.runtime.act.SafetyGate;
import dev.tandem.runtime.decide.Controller;
import dev.tandem.runtime.guard.Supervisor;
import dev.tandem.runtime.record.TickSink;
import dev.tandem.runtime.sense.Sensor;
import dev.tandem.runtime.time.Clock;
import java.util.List;

/**
 * What a control loop is made of.
 *
 * @param clock simulated or the system's
 * @param timing how often it ticks, and how long a tick may take
 * @param sensors sampled in this order
 * @param supervisor says who may drive, and how to stop
 * @param actionFilters applied in this order to every decided action
 * @param controller while somebody drives or the set point rests
 * @param brake brings the robot to rest and keeps it there in a controlled stop
 * @param gate the only way to the actuator
 * @param sink where every tick is published
 */
public record LoopParts(
    Clock clock,
    Timing timing,
    List<Sensor> sensors,
    Supervisor supervisor,
    List<ActionFilter> actionFilters,
    Controller controller,
    Controller brake,
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
