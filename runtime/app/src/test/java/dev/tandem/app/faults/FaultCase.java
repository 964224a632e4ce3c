package dev.tandem.app.faults;

import dev.tandem.runtime.guard.Fault;
import dev.tandem.runtime.guard.Mode;
import dev.tandem.runtime.guard.Reaction;

/**
 * A row of the fault matrix, or one side of it.
 *
 * @param fault as which it is told
 * @param how it is injected
 * @param lastsTicks of the fault
 */
record FaultCase(
    String row, Fault fault, String how, Answer answer, long lastsTicks, Injection injection) {
  /** One of the fault's own row. */
  FaultCase(Fault fault, String how, Answer answer, long lastsTicks, Injection injection) {
    this(fault.row(), fault, how, answer, lastsTicks, injection);
  }

  /**
   * What must become of a fault.
   *
   * @param reaction how strongly the robot must react at first
   * @param end in which a stop must end
   * @param allowedTicks from the fault at the input to the reaction at the output
   */
  record Answer(Reaction reaction, Mode end, long allowedTicks) {
    /** One that grows no further: category 1 takes the power once the arm is at rest. */
    static Answer of(Reaction reaction, long allowedTicks) {
      Mode end = reaction == Reaction.STOP2 ? Mode.STOP2 : Mode.STOP0;
      return new Answer(reaction, end, allowedTicks);
    }
  }

  String words() {
    return FaultTable.UNTOLD.getOrDefault(row, fault.words());
  }

  Reaction expected() {
    return answer.reaction();
  }

  long allowedTicks() {
    return answer.allowedTicks();
  }

  /** True when the reaction of this tick is the expected one, or stronger where it must be. */
  boolean hasReacted(FaultRig rig) {
    Mode mode = rig.authority.mode();
    boolean seen = (rig.authority.faults() & fault.bit()) != 0;
    return switch (expected()) {
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
