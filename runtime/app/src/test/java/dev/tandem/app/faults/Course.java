package dev.tandem.app.faults;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.app.robot.Robot;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** One injection of a fault at a random phase: the rigs that it needs, and how long each takes. */
final class Course {
  static final int PHASE_TICKS = 60;
  private static final int CALM_TICKS = 150;

  final RandomGenerator random;
  private final List<FaultRig> rigs = new ArrayList<>();

  Course(long seed) {
    random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  /** A rig that has driven calmly to a random phase, and whose window opens with the next tick. */
  FaultRig calm(Injection injection, long lastsTicks) {
    return calm(injection, FaultRig.LIMITS, lastsTicks);
  }

  FaultRig calm(Injection injection, Robot limits, long lastsTicks) {
    FaultRig rig = rig(injection, limits);
    long untilTick = CALM_TICKS + random.nextLong(PHASE_TICKS);
    while (rig.next() < untilTick) {
      rig.tick();
    }
    rig.window.open(rig.next(), lastsTicks);
    return rig;
  }

  /** A rig of which the case says itself what it does. */
  FaultRig rig(Injection injection, Robot limits) {
    FaultRig rig = FaultRig.driving(injection, limits, limits.authority());
    rigs.add(rig);
    return rig;
  }

  /** Bits of all faults that the rigs have told. */
  long told() {
    return rigs.stream().mapToLong(FaultRig::told).reduce(0, (one, other) -> one | other);
  }

  /**
   * From the first tick with the fault at the input to the one in which it is answered.
   *
   * @param mostTicks after which it never will be
   * @param atInput what the record of a tick shows of the fault
   * @param answered what it shows of the reaction
   */
  static long ticks(
      FaultRig rig, long mostTicks, BooleanSupplier atInput, BooleanSupplier answered) {
    long since = -1;
    for (long tick = 0; tick < mostTicks; tick++) {
      rig.tick();
      since += since >= 0 || atInput.getAsBoolean() ? 1 : 0;
      if (since >= 0 && answered.getAsBoolean()) {
        return since;
      }
    }
    assertTrue(since >= 0, "the fault was never at the input");
    throw new AssertionError("no answer within " + mostTicks + " ticks");
  }
}
