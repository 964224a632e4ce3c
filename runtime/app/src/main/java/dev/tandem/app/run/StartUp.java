package dev.tandem.app.run;

import dev.tandem.runtime.guard.Mode;
import dev.tandem.safety.authority.Asked;
import dev.tandem.safety.authority.Operator;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What a person asks for by starting a run: self-test, arm, drive. Ends once the robot drives, is
 * stopped, or the person has asked for something else: from then on nothing starts by itself. Where
 * it had to wait for a watchdog, whoever arms that gives the robot its power, not a start (ISO
 * 10218-1: a reset starts no motion).
 */
final class StartUp {
  private static final int POLLS_BETWEEN_WISHES = 50;

  private final Operator operator;
  private final Consumer<String> say;
  private final boolean goesWhenRearmed;
  private final Set<String> told = new HashSet<>();
  private Optional<Asked> last = Optional.empty();
  private Mode before = Mode.FAULT;
  private String refusal = "";
  private int polls;
  private boolean waited;
  private boolean over;

  /**
   * @param goesWhenRearmed whether arming the watchdog that is waited for lets the policy drive
   */
  StartUp(Operator operator, Consumer<String> say, boolean goesWhenRearmed) {
    this.operator = operator;
    this.say = say;
    this.goesWhenRearmed = goesWhenRearmed;
  }

  /**
   * The next wish, if it is time for one.
   *
   * @param ready whether the loop ticks as it will
   * @param permitted whether a watchdog, if there is one, lets the drives run
   * @param spoke whether the person has asked for anything
   */
  void poll(Mode now, boolean ready, boolean permitted, boolean spoke) {
    waited |= !permitted && now == Mode.OFF;
    if (spoke && !over && !now.drives()) {
      say.accept("a person has spoken, nothing starts by itself any more; say: arm, go");
    }
    over |= spoke || now.drives() || now.isStop();
    polls = now == before ? polls + 1 : 0;
    before = now;
    tellRefusal();
    if (over || polls % POLLS_BETWEEN_WISHES != 0) {
      return;
    }
    switch (now) {
      case OFF -> ask(ready && permitted, operator::test);
      case READY -> ask(ready && permitted, operator::arm);
      case ARMED -> go();
      default -> {}
    }
  }

  private void go() {
    if (!waited || goesWhenRearmed) {
      operator.handBack();
      return;
    }
    over = true;
    say.accept(
        "the watchdog was armed while this run waited for it: the arm has power and stands; to let"
            + " it drive, say: go (where nobody can, start it with --go-when-rearmed)");
  }

  /** True once nothing starts by itself any more. */
  boolean isOver() {
    return over;
  }

  /** Once for each thing that speaks against it. */
  private void tellRefusal() {
    last.filter(asked -> asked.state() == Asked.State.HEARD && asked.before() == asked.after())
        .map(
            asked ->
                "%s: refused, %s; asked again every second"
                    .formatted(
                        asked.before() == Mode.OFF ? "self-test" : "arm", asked.objection().line()))
        .ifPresent(
            line -> {
              refusal = line;
              if (told.add(line)) {
                say.accept(line);
              }
            });
  }

  /** What spoke against it last; empty when nothing did. */
  String refusal() {
    return refusal;
  }

  /** Asked again soon when there is no permit: a person may give it at any time. */
  private void ask(boolean permitted, Supplier<Asked> wish) {
    if (permitted) {
      last = Optional.of(wish.get());
    } else {
      polls--;
    }
  }
}
