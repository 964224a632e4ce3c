package dev.tandem.app.soak;

import dev.tandem.runtime.guard.Mode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * One fault after the other at random times, every kind as often as any other: while the policy has
 * driven for a while, and some also while the robot stands stopped. Control thread.
 */
final class FaultSchedule {
  private static final long CALM_TICKS = 1_200;
  private static final long LONGEST_PAUSE_TICKS = 16_000;
  private static final int STOPPED_ONE_IN = 4_000;

  private final List<SoakFault> kinds;
  private final RandomGenerator random;
  private final Consumer<Injection> told;
  private final Deque<SoakFault> deck = new ArrayDeque<>();
  private Optional<SoakFault> active = Optional.empty();
  private long untilTick;
  private long pauseTicks = CALM_TICKS;
  private long drivenTicks;

  /**
   * @param told of each fault just before it comes
   */
  FaultSchedule(List<SoakFault> kinds, RandomGenerator random, Consumer<Injection> told) {
    this.kinds = kinds;
    this.random = random;
    this.told = told;
  }

  /** Between two ticks. */
  void before(long tick, Mode mode) {
    drivenTicks = mode.policyDrives() ? drivenTicks + 1 : 0;
    if (active.isPresent()) {
      if (tick >= untilTick) {
        end();
      }
    } else if (drivenTicks > pauseTicks) {
      begin(next(), tick);
    } else if (mode.isStop() && random.nextInt(STOPPED_ONE_IN) == 0) {
      begin(whileStopped(), tick);
    }
  }

  private void begin(SoakFault fault, long tick) {
    told.accept(Injection.of(fault, tick));
    fault.injector().begin(tick, fault.lastsTicks());
    active = Optional.of(fault);
    untilTick = tick + fault.lastsTicks();
  }

  /** Puts an end to whatever is wrong. */
  void end() {
    active.ifPresent(fault -> fault.injector().end());
    active = Optional.empty();
    pauseTicks = random.nextLong(CALM_TICKS, LONGEST_PAUSE_TICKS);
  }

  /** What is wrong now; blank when nothing is. */
  String wrong() {
    return active.map(SoakFault::name).orElse("");
  }

  private SoakFault next() {
    if (deck.isEmpty()) {
      deck.addAll(shuffled());
    }
    return deck.remove();
  }

  private List<SoakFault> shuffled() {
    List<SoakFault> all = new ArrayList<>(kinds);
    for (int i = all.size() - 1; i > 0; i--) {
      Collections.swap(all, i, random.nextInt(i + 1));
    }
    return all;
  }

  private SoakFault whileStopped() {
    List<SoakFault> some = kinds.stream().filter(SoakFault::whileStopped).toList();
    return some.get(random.nextInt(some.size()));
  }
}
