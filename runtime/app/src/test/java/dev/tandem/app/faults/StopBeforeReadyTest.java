package dev.tandem.app.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tandem.runtime.guard.Mode;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

/** Emergency stop, protective stop and enabling device on a robot that is not ready yet. */
final class StopBeforeReadyTest {
  private static final int STARTS = 40;
  private static final long SEED = 20_260_102;
  private static final int LONGEST_PHASE_TICKS = 40;

  private final RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
  private final PressedStop cell = new PressedStop();

  /** Before it is ready it has no power; what is pressed then keeps it from becoming ready. */
  @Test
  void aRobotThatIsOffOrTestsItselfDoesNotBecomeReadyOnceAStopWasPressed() {
    for (int i = 0; i < STARTS; i++) {
      PressedStop.Input input = PressedStop.Input.any(random);
      FaultRig off = FaultRig.off(cell);
      cell.channel = off.at(input.channel);
      cell.value = 0.5;
      for (long tick = random.nextLong(1, LONGEST_PHASE_TICKS); tick > 0; tick--) {
        off.operator.test();
        assertEquals(Mode.OFF, off.tick(), input.toString());
        assertEquals(input.fault.bit(), off.authority.faults() & input.fault.bit());
      }
      cell.channel = -1;
      off.operator.test();
      assertEquals(Mode.SELF_TEST, off.ticks(random.nextLong(1, LONGEST_PHASE_TICKS)));
      cell.channel = off.at(input.channel);
      assertEquals(Mode.STOP0, off.tick(), input.toString());
      assertEquals(input.fault, off.authority.cause());
      cell.channel = -1;
      off.operator.test();
      assertEquals(Mode.STOP0, off.ticks(LONGEST_PHASE_TICKS), "latched");
    }
  }
}
