package dev.tandem.app.faults;

import dev.tandem.runtime.guard.Fault;
import dev.tandem.runtime.guard.Mode;
import dev.tandem.runtime.guard.Reaction;

/**
 * A row of the fault matrix, or one side of it.
 *
 * @param how it is injected
 * @param expected how strongly the robot must react
 * @param allowedTicks from the fault at the input to the reaction at the output
 * @param lastsTicks of the fault
 */
record FaultCase(
    Fault fault,
    String how,
    Reaction expected,
    long allowedTicks,
    long lastsTicks,
    Injection injection) {

  /** True when the reaction of this tick is the expected one, or stronger where it must be. */
  boolean hasReacted(FaultRig rig) {
    Mode mode = rig.authority.mode();
    boolean seen = (rig.authority.faults() & fault.bit()) != 0;
    return switch (expected) {
      case STOP2 -> mode == Mode.STOP2;
      case STOP1 -> mode == Mode.STOP1 || mode == Mode.STOP0;
      case STOP0 -> mode == Mode.STOP0;
      case REDUCE -> mode == Mode.REDUCED_POLICY;
      case HOLD -> mode == Mode.ARMED;
      default -> seen;
    };
  }

  /** True when the state after the fault is one that only a person ends, as strong as it was. */
  boolean isLatched(FaultRig rig, Mode at) {
    Mode mode = rig.authority.mode();
    return mode.isStop() && mode.compareTo(at) >= 0;
  }
}
