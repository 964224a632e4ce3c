package dev.tandem.app.run;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Whether a loop that has begun to tick is as fast as it will be. Its first ticks meet the robot's
 * own clock, sensors and drives, which no rehearsal has: the virtual machine gives up code that it
 * compiled for others, and compiles it anew. So a robot is tested and armed only after that. One
 * thread, beside the loop.
 */
final class Settled {
  /** In which whatever is called once a tick is compiled again. */
  static final long LEAST_TICKS = 1_000;

  /** Where compilers always have something to do, for others, it goes on without them. */
  static final long MOST_TICKS = 10_000;

  private final BooleanSupplier compilersRest;
  private final Consumer<String> say;
  private boolean told;
  private boolean settled;

  /**
   * @param compilersRest asked rarely: it is a pause for the whole virtual machine
   */
  Settled(BooleanSupplier compilersRest, Consumer<String> say) {
    this.compilersRest = compilersRest;
    this.say = say;
  }

  /**
   * True from then on.
   *
   * @param ticks so far
   */
  boolean after(long ticks) {
    if (!settled && ticks > 0 && !told) {
      told = true;
      say.accept("starting: the loop ticks without power until the compilers rest ...");
    }
    if (!settled && ticks >= MOST_TICKS) {
      say.accept(
          "the compilers have not come to rest in %,d ticks: first ticks may be late"
              .formatted(MOST_TICKS));
    }
    settled |= ticks >= MOST_TICKS || (ticks >= LEAST_TICKS && compilersRest.getAsBoolean());
    return settled;
  }
}
