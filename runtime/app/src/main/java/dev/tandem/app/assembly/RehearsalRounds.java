package dev.tandem.app.assembly;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Rounds of a rehearsal until the virtual machine has nothing left to do in a tick: ticks that
 * allocate nothing for {@value #QUIET} rounds, and leave the compilers nothing to do, are compiled.
 *
 * @param round rehearses everything once
 * @param tickBytes that ticks of all rounds have allocated so far
 * @param interrupted asked after every round; when true it is given up
 */
record RehearsalRounds(Runnable round, LongSupplier tickBytes, BooleanSupplier interrupted) {
  private static final int QUIET = 10;

  /**
   * With fewer the compilers still improve ticks in the first seconds of a run: p99 71, not 43 us.
   */
  private static final int LEAST = 200;

  private static final int MOST = 400;

  /** Some seconds where nothing else keeps the machine busy. */
  private static final int TOLD = 50;

  /**
   * Goes on until it is settled, {@value #MOST} rounds at most.
   *
   * @param ticks of a round
   * @param say gets a line at the beginning, which takes seconds, and one at the end
   * @return false when it gave up
   */
  boolean settle(int ticks, Consumer<String> say) {
    say.accept(
        "a tick is rehearsed in every situation, %,d ticks a round, until %d rounds in a row allocate nothing and leave the compilers nothing to do ..."
            .formatted(ticks, QUIET));
    int quiet = 0;
    int rounds = 0;
    boolean wanted = true;
    while (wanted && (rounds < LEAST || (rounds < MOST && quiet < QUIET))) {
      long before = tickBytes.getAsLong();
      round.run();
      quiet = tickBytes.getAsLong() == before && Compilers.rest() ? quiet + 1 : 0;
      rounds++;
      if (rounds % TOLD == 0) {
        say.accept("rehearsed in %d rounds of %d to %d so far ...".formatted(rounds, LEAST, MOST));
      }
      wanted = !interrupted.getAsBoolean();
    }
    say.accept(outcome(wanted, quiet).formatted(rounds));
    return quiet >= QUIET;
  }

  private static String outcome(boolean wanted, int quiet) {
    if (!wanted) {
      return "given up in round %d: the run was told to end";
    }
    return quiet >= QUIET
        ? "rehearsed in %d rounds"
        : "not settled after %d rounds, on a busy machine: first ticks may be late; end other"
            + " programs and start anew";
  }
}
