package dev.tandem.app.soak;

import dev.tandem.runtime.guard.Mode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * One fault after the other at random times, every kind as often as any other: while the policy has
 * driven for a while, and some also while the robot stands stopped. Into some of them that last
 * longer than they take to be seen comes a second one of another kind, while the robot brakes or
 * stands for the first, or goes on in spite of it. Control thread.
 */
final class FaultSchedule {
  private static final long CALM_TICKS = 1_200;
  private static final long LONGEST_PAUSE_TICKS = 16_000;
  private static final int STOPPED_ONE_IN = 4_000;
  private static final int ALONE_ONE_IN = 3;

  private final List<SoakFault> kinds;
  private final RandomGenerator random;
  private final Consumer<Injection> told;
  private final Deque<SoakFault> deck = new ArrayDeque<>();
  private final List<Active> active = new ArrayList<>();
  private long secondAtTick = Long.MAX_VALUE;
  private long pauseTicks = CALM_TICKS;
  private long drivenTicks;

  private record Active(SoakFault fault, long untilTick) {}

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
    if (active.isEmpty()) {
      first(tick, mode);
    } else {
      active.stream().filter(one -> tick >= one.untilTick()).forEach(FaultSchedule::end);
      active.removeIf(one -> tick >= one.untilTick());
      if (active.isEmpty()) {
        calm();
      } else if (tick >= secondAtTick) {
        secondAtTick = Long.MAX_VALUE;
        second(tick, mode);
      }
    }
  }

  private void first(long tick, Mode mode) {
    if (drivenTicks > pauseTicks) {
      begin(next(), tick);
    } else if (mode.isStop() && random.nextInt(STOPPED_ONE_IN) == 0) {
      begin(oneOf(kinds.stream().filter(SoakFault::whileStopped).toList()), tick);
    } else {
      return;
    }
    SoakFault fault = active.get(0).fault();
    long seenTicks = fault.withinTicks() + 1;
    boolean alone = fault.lastsTicks() <= seenTicks || random.nextInt(ALONE_ONE_IN) == 0;
    secondAtTick = alone ? Long.MAX_VALUE : tick + random.nextLong(seenTicks, fault.lastsTicks());
  }

  /**
   * One that is seen in spite of the first, not by what the first is seen by, and not brought about
   * by what brings about the first.
   */
  private void second(long tick, Mode mode) {
    SoakFault of = active.get(0).fault();
    List<SoakFault> others =
        kinds.stream()
            .filter(fault -> mode.policyDrives() || fault.whileStopped())
            .filter(fault -> !fault.sign().equals(of.sign()))
            .filter(fault -> !fault.injector().equals(of.injector()))
            .toList();
    if (!others.isEmpty()) {
      begin(oneOf(others), tick);
    }
  }

  private void begin(SoakFault fault, long tick) {
    told.accept(Injection.of(fault, tick));
    fault.injector().begin(tick, fault.lastsTicks());
    active.add(new Active(fault, tick + fault.lastsTicks()));
  }

  private static void end(Active one) {
    one.fault().injector().end();
  }

  private void calm() {
    secondAtTick = Long.MAX_VALUE;
    pauseTicks = random.nextLong(CALM_TICKS, LONGEST_PAUSE_TICKS);
  }

  /** Puts an end to whatever is wrong. */
  void end() {
    active.forEach(FaultSchedule::end);
    active.clear();
    calm();
  }

  /** What is wrong now; blank when nothing is. */
  String wrong() {
    return active.stream().map(one -> one.fault().name()).collect(Collectors.joining(" and "));
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

  private SoakFault oneOf(List<SoakFault> some) {
    return some.get(random.nextInt(some.size()));
  }
}
