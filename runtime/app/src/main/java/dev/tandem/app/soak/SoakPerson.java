package dev.tandem.app.soak;

import dev.tandem.runtime.guard.Mode;
import dev.tandem.safety.authority.Operator;
import java.util.random.RandomGenerator;

/**
 * The person at the cell: tests and arms the robot, lets the policy drive, and after a stop looks,
 * thinks, and recovers it with a reason. Now and then asks too early, or too often; then asks
 * again.
 */
final class SoakPerson {
  private static final long BETWEEN_WISHES_TICKS = 60;
  private static final int CARELESS_ONE_IN = 8;

  private final Operator operator;
  private final RandomGenerator random;
  private Mode before = Mode.OFF;
  private long nextWishTick;
  private long asked;

  SoakPerson(Operator operator, RandomGenerator random) {
    this.operator = operator;
    this.random = random;
  }

  /**
   * Between two ticks.
   *
   * @param fault what is wrong at the moment; blank when nothing is known
   */
  void before(long tick, Mode mode, String fault) {
    if (mode.isStop() && !before.isStop()) {
      nextWishTick = tick + random.nextLong(300, 2_500);
    }
    before = mode;
    if (tick >= nextWishTick) {
      wish(tick, mode, fault);
    }
  }

  private void wish(long tick, Mode mode, String fault) {
    nextWishTick = tick + BETWEEN_WISHES_TICKS;
    switch (mode) {
      case OFF -> operator.test();
      case READY -> operator.arm();
      case ARMED -> operator.handBack();
      case STOP2, STOP0 -> recover(tick, fault);
      default -> {}
    }
  }

  private void recover(long tick, String fault) {
    if (!fault.isBlank() && random.nextInt(CARELESS_ONE_IN) > 0) {
      return;
    }
    asked++;
    operator.recover("looked at the robot, it is safe to go on (" + asked + ")");
    nextWishTick = tick + random.nextLong(500, 4_000);
  }
}
