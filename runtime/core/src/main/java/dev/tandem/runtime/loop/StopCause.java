package dev.tandem.runtime.loop;

/** Why the loop stopped the robot. */
public enum StopCause {
  NONE,
  SENSOR_FAULT,
  OBSERVATION_NOT_FINITE,
  ACTION_NOT_FINITE,
  ACTION_REFUSED,
  COMMAND_REFUSED,
  ACTUATOR_FAULT
}
