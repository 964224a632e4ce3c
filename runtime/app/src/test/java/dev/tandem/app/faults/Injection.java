package dev.tandem.app.faults;

import dev.tandem.app.assembly.ArmControl;
import dev.tandem.app.robot.Robot;
import dev.tandem.runtime.act.Actuator;
import dev.tandem.runtime.decide.Controller;
import dev.tandem.runtime.decide.InterventionSource;
import dev.tandem.runtime.decide.Policy;
import dev.tandem.runtime.guard.Heartbeat;
import dev.tandem.runtime.sense.Sensor;

/** How one fault gets into the rig: what it wraps, and what it does when its time has come. */
interface Injection {
  Injection NONE = new Injection() {};

  /** What the arm may do. */
  default Robot limits() {
    return FaultRig.LIMITS;
  }

  default Sensor robot(FaultRig rig, Sensor healthy) {
    return healthy;
  }

  /** What the task measures beside the arm. */
  default Sensor target(FaultRig rig, Sensor healthy) {
    return healthy;
  }

  default Sensor inputs(FaultRig rig, Sensor healthy) {
    return healthy;
  }

  default Actuator drives(FaultRig rig, Actuator healthy) {
    return healthy;
  }

  default Controller controller(FaultRig rig, ArmControl arm) {
    return arm.controller();
  }

  default Policy policy(FaultRig rig, Policy healthy) {
    return healthy;
  }

  default InterventionSource person(FaultRig rig) {
    return rig.nobody();
  }

  default Heartbeat heartbeat(FaultRig rig) {
    return Heartbeat.NONE;
  }

  /** False where a spoilt speed would rightly be taken for a blow. */
  default boolean watchesContact() {
    return true;
  }

  /** Until the arm is in the state in which the fault is to find it. */
  default long calmTicks() {
    return 150;
  }

  /** Whether the fault would be at the input in the next tick; asked when the calm is over. */
  default boolean isDue(FaultRig rig) {
    return true;
  }

  /** From the window's first tick, when only so many ticks later it is the fault of the matrix. */
  default long atInputAfterTicks() {
    return 0;
  }

  /** Long before the fault. */
  default void prepare(FaultRig rig) {}

  /** Just before the first tick with the fault; the window is open. */
  default void begin(FaultRig rig) {}

  /** Before every later tick with the fault. */
  default void again(FaultRig rig) {}

  /** When it is over; the window is closed. */
  default void end(FaultRig rig) {}
}
