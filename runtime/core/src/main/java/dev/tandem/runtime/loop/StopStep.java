package dev.tandem.runtime.loop;

import dev.tandem.runtime.act.SafetyGate;
import dev.tandem.runtime.guard.Fault;
import dev.tandem.runtime.guard.LoopHealth;
import dev.tandem.runtime.guard.Mode;
import dev.tandem.runtime.record.FilterNames;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.HotPath;
import java.util.Locale;

/**
 * How a stop began, or how it grew stronger: numbers that the control thread keeps and others put
 * into words afterwards.
 */
final class StopStep {
  private static final double NANOS_PER_MILLI = 1e6;

  private Mode mode = Mode.STOP0;
  private Fault cause = Fault.NONE;
  private long tick;
  private int index;
  private int channel;
  private long limits;
  private double found;
  private long skippedTicks;
  private long latenessNanos;
  private long executionNanos;

  @HotPath
  void set(Mode to, Fault because, long atTick, LoopHealth health) {
    mode = to;
    cause = because;
    tick = atTick;
    index = indexOf(because, health);
    channel = health.badChannel;
    limits = health.commandRefusedLimits;
    found = health.badValue;
    skippedTicks = health.skippedTicks;
    latenessNanos = health.latenessNanos;
    executionNanos = health.lastExecutionNanos;
  }

  @HotPath
  private static int indexOf(Fault cause, LoopHealth health) {
    return switch (cause) {
      case SENSOR_FAULT -> health.faultySensor;
      case SENSOR_STALE -> health.staleSensor;
      case OBSERVATION_NOT_FINITE -> health.badChannel;
      case ACTION_UNUSABLE -> health.badAction >= 0 ? health.badAction : ~health.actionRefusedBy;
      case COMMAND_REFUSED -> health.commandRefusedBy;
      default -> -1;
    };
  }

  @HotPath
  Mode mode() {
    return mode;
  }

  Fault cause() {
    return cause;
  }

  /** One line: where, what was expected, what was found. */
  String describe(SignalSpec observation, SignalSpec action, FilterNames names) {
    return switch (cause) {
      case NONE -> at("the controlled stop has come to its end");
      case SENSOR_FAULT -> at("sensor " + index) + ": expected a reading, found a device fault";
      case SENSOR_STALE ->
          index < 0 ? at(cause.line()) : at("sensor " + index) + ": expected a newer reading";
      case OBSERVATION_NOT_FINITE -> notFinite("observation", observation);
      case ACTION_UNUSABLE ->
          index < 0
              ? at(names.action(~index, 0)) + " refused the action"
              : notFinite("action", action);
      case COMMAND_REFUSED -> refused(observation, names);
      case LATE_WAKE_UP -> at(cause.line()) + missed();
      default -> at(cause.line());
    };
  }

  /** A tick that took long makes the next one late: whoever reads it must know which it was. */
  private String missed() {
    return String.format(
        Locale.ROOT,
        ", found %.1f ms late after %d ticks missed; the tick before took %.1f ms",
        latenessNanos / NANOS_PER_MILLI,
        skippedTicks,
        executionNanos / NANOS_PER_MILLI);
  }

  private String refused(SignalSpec observation, FilterNames names) {
    return switch (index) {
      case SafetyGate.REQUESTED -> at(Fault.STOP_REQUESTED.words());
      case SafetyGate.NOT_FINITE ->
          at("command") + ": expected finite torques from the controller, found " + found;
      default ->
          at("the command was refused by ") + names.command(index, limits) + blind(observation);
    };
  }

  /** What it was that nobody could compute a command from. */
  private String blind(SignalSpec observation) {
    return channel < 0
        ? ""
        : "; observation " + observation.channel(channel).name() + " is not finite";
  }

  private String notFinite(String what, SignalSpec spec) {
    return at(what + " " + spec.channel(index).name()) + ": expected finite, found " + found;
  }

  private String at(String place) {
    return "tick " + tick + ", " + place;
  }
}
