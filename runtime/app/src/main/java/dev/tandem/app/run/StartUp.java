package dev.tandem.app.run;

import dev.tandem.runtime.guard.Fault;
import dev.tandem.runtime.guard.Mode;
import dev.tandem.safety.authority.Asked;
import dev.tandem.safety.authority.Operator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What a person asks for by starting a run: self-test, arm, drive. Ends once the robot drives, is
 * stopped, or the person has asked for something else: from then on nothing starts by itself. Where
 * it had to wait for a watchdog, or for what a person puts right, such as an emergency stop, that
 * gives the robot its power, not a start (ISO 10218-1: a reset starts no motion).
 */
final class StartUp {
  private static final int POLLS_BETWEEN_WISHES = 50;

  /** What comes and goes with what else the machine does; nobody puts it right. */
  private static final Set<Fault> OF_THE_MACHINE =
      EnumSet.of(Fault.OVERRUN, Fault.LATE_WAKE_UP, Fault.REAL_TIME_LOST);

  private final Operator operator;
  private final Consumer<String> say;
  private final boolean goesWhenRearmed;
  private final Set<String> told = new HashSet<>();
  private Optional<Asked> last = Optional.empty();
  private Mode before = Mode.FAULT;
  private String refusal = "";
  private int polls;
  private boolean waited;
  private boolean wasRefused;
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
   * @param person whether a person has asked for anything; asked again when the robot was let drive
   */
  void poll(Mode now, boolean ready, boolean permitted, BooleanSupplier person) {
    boolean spoke = person.getAsBoolean();
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
      case OFF -> ask(ready && permitted, operator::test, person);
      case READY -> ask(ready && permitted, operator::arm, person);
      case ARMED -> go(person);
      default -> {}
    }
  }

  /** Who says hold in just this moment has the last word. */
  private void go(BooleanSupplier person) {
    if (goesByItself()) {
      last = Optional.of(operator.handBack());
      if (person.getAsBoolean()) {
        operator.hold();
      }
      return;
    }
    over = true;
    say.accept(
        wasRefused
            ? "what spoke against a start is gone, which starts nothing: the arm has power and"
                + " stands; to let it drive, say: go"
            : "the watchdog was armed while this run waited for it: the arm has power and stands;"
                + " to let it drive, say: go (where nobody can, start it with --go-when-rearmed)");
  }

  /** True once nothing starts by itself any more. */
  boolean isOver() {
    return over;
  }

  /** True for as long as it lets the policy drive once the robot has its power. */
  boolean goesByItself() {
    return !over && !wasRefused && (!waited || goesWhenRearmed);
  }

  /** Once for each thing that speaks against it. */
  private void tellRefusal() {
    last.filter(asked -> asked.state() == Asked.State.HEARD && cameToNothing(asked))
        .filter(asked -> asked.objection() != Fault.NONE)
        .ifPresent(this::tellRefusal);
  }

  private void tellRefusal(Asked asked) {
    wasRefused |= !OF_THE_MACHINE.contains(asked.objection());
    String outlook =
        asked.after() == Mode.SELF_TEST
            ? "it is passed once that is so"
            : "asked again every second";
    refusal =
        "%s: refused, %s; %s"
            .formatted(wish(asked.before()), Wish.cause(asked.objection()), outlook);
    if (told.add(refusal)) {
      say.accept(refusal);
    }
  }

  private static boolean cameToNothing(Asked asked) {
    return asked.before() == asked.after() || asked.after() == Mode.SELF_TEST;
  }

  private static String wish(Mode before) {
    Wish wish =
        switch (before) {
          case OFF -> Wish.TEST;
          case READY -> Wish.ARM;
          default -> Wish.GO;
        };
    return wish.word();
  }

  /** What spoke against it last; empty when nothing did. */
  String refusal() {
    return refusal;
  }

  /**
   * Asked again soon when there is no permit: a person may give it at any time. Who speaks in just
   * this moment has the last word, and if that is to arm it, says it again.
   */
  private void ask(boolean permitted, Supplier<Asked> wish, BooleanSupplier person) {
    if (!permitted) {
      polls--;
      return;
    }
    last = Optional.of(wish.get());
    if (person.getAsBoolean()) {
      operator.disarm();
    }
  }
}
