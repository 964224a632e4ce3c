package dev.tandem.runtime.loop;

import dev.tandem.runtime.act.SafetyGate;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.HotPath;

/**
 * The first cause of the present stop, kept as numbers on the control thread and put into words
 * afterwards.
 */
public final class StopReport {
  private StopCause cause = StopCause.NONE;
  private long tick;
  private int index;
  private double found;

  /** Keeps the first cause only: what follows a stop is its consequence. */
  @HotPath
  void note(StopCause because, long atTick, int atIndex, double value) {
    if (cause == StopCause.NONE) {
      cause = because;
      tick = atTick;
      index = atIndex;
      found = value;
    }
  }

  void clear() {
    cause = StopCause.NONE;
  }

  public StopCause cause() {
    return cause;
  }

  /** One line: where, what was expected, what was found. */
  public String describe(SignalSpec observation, SignalSpec action) {
    return switch (cause) {
      case NONE -> "no stop";
      case SENSOR_FAULT -> at("sensor " + index) + ": expected a reading, found a device fault";
      case OBSERVATION_NOT_FINITE -> notFinite("observation", observation);
      case ACTION_NOT_FINITE -> notFinite("action", action);
      case ACTION_REFUSED -> at("action filter " + index) + " refused the action";
      case COMMAND_REFUSED -> refused();
      case ACTUATOR_FAULT -> at("actuator") + ": expected the write to succeed, found a fault";
    };
  }

  private String refused() {
    return switch (index) {
      case SafetyGate.REQUESTED -> at("a stop was requested from outside the loop");
      case SafetyGate.NOT_FINITE ->
          at("command") + ": expected finite torques from the controller, found " + found;
      default -> at("safety filter " + index) + " refused the command";
    };
  }

  private String notFinite(String what, SignalSpec spec) {
    return at(what + " " + spec.channel(index).name()) + ": expected finite, found " + found;
  }

  private String at(String place) {
    return "tick " + tick + ", " + place;
  }
}
