package dev.tandem.app.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tandem.app.assembly.ArmControl;
import dev.tandem.runtime.decide.Controller;
import dev.tandem.runtime.guard.Mode;
import dev.tandem.simbridge.fault.FailingController;

/** An error of the program itself, in the middle of a tick. */
final class ProgramCases {
  private static final int LATCHED_TICKS = 100;

  private ProgramCases() {}

  /** Ticks until the record says so, and that nobody gets it to move again. */
  static long failingController(Course course) {
    FaultRig rig = course.calm(failing(), 1);
    long last = rig.record.tick;
    assertThrows(IllegalStateException.class, rig::tick);
    assertEquals(Mode.FAULT, rig.record.mode);
    assertFalse(rig.arm.gate().hasCommand(), "no power");
    long ticks = rig.record.tick - last - 1;
    for (int i = 0; i < LATCHED_TICKS; i++) {
      rig.operator.recover("try again");
      rig.operator.test();
      rig.operator.arm();
      assertEquals(Mode.FAULT, rig.tick(), "only a new start ends it");
    }
    return ticks;
  }

  private static Injection failing() {
    return new Injection() {
      @Override
      public Controller controller(FaultRig rig, ArmControl arm) {
        return new FailingController(arm.controller(), rig.window);
      }
    };
  }
}
