package dev.tandem.app.assembly;

import dev.tandem.safety.authority.Operator;
import java.util.List;
import java.util.function.Consumer;

/** All that a person may ask for, in an order in which most of it is granted. */
final class RehearsalWishes {
  private static final List<Consumer<Operator>> ALL =
      List.of(
          Operator::hold,
          Operator::handBack,
          rehearsed -> rehearsed.stop("rehearsal"),
          rehearsed -> rehearsed.recover("rehearsal"),
          Operator::handBack,
          rehearsed -> rehearsed.emergencyStop("rehearsal"),
          rehearsed -> rehearsed.recover("rehearsal"),
          Operator::arm,
          Operator::handBack,
          Operator::hold,
          Operator::disarm,
          Operator::test,
          Operator::arm,
          Operator::handBack);

  private RehearsalWishes() {}

  /** What is asked for in this tick of so many, if anything is. */
  static void say(int tick, int ticks, Operator operator) {
    int every = ticks / ALL.size() + 1;
    if (tick % every == 0) {
      ALL.get(tick / every).accept(operator);
    }
  }
}
