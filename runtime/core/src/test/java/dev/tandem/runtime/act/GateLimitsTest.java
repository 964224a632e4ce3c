package dev.tandem.runtime.act;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tandem.runtime.signal.Channel;
import dev.tandem.runtime.signal.Command;
import dev.tandem.runtime.signal.MutableCommand;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.MutableTick;
import dev.tandem.runtime.time.Tick;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The gate keeps apart which limits of which filter acted on the last command. */
class GateLimitsTest {
  private static final SignalSpec SPEC = new SignalSpec("drive", List.of(Channel.of("force", "N")));

  private final Limited first = new Limited("a");
  private final Limited second = new Limited("b");
  private final SafetyGate gate = new SafetyGate(SPEC, List.of(first, second));
  private final MutableCommand proposed = new MutableCommand(SPEC);

  private long[] pass() {
    gate.pass(new MutableTick(1), new MutableObservation(SPEC), proposed);
    return gate.limits().toArray();
  }

  @Test
  void everyFilterHasAMaskOfItsOwn() {
    first.limit = 2;
    second.limit = 0;
    assertArrayEquals(new long[] {4, 1}, pass());
    first.limit = Limited.NONE;
    assertArrayEquals(new long[] {0, 1}, pass(), "of the last command only");
    second.limit = Limited.NONE;
    assertArrayEquals(new long[0], pass());
  }

  @Test
  void whatSomebodyElseLeftInTheCommandIsNotTheFilters() {
    proposed.limitedBy(7);
    assertArrayEquals(new long[0], pass());
  }

  @Test
  void aFilterThatStopsSaysWhyAndNoneAfterItIsAsked() {
    first.limit = 1;
    first.verdict = Verdict.STOP;
    second.limit = 0;
    assertArrayEquals(new long[] {2}, pass());
    first.verdict = Verdict.MODIFIED;
    assertArrayEquals(new long[0], pass(), "stopped: no filter is asked");
    gate.release();
    assertArrayEquals(new long[] {2, 1}, pass());
  }

  @Test
  void aCommandThatIsRepeatedOrWithheldWasLimitedByNothing() {
    first.limit = 1;
    pass();
    gate.repeat();
    assertEquals(0, gate.limits().of(0));
    pass();
    gate.withhold();
    assertEquals(0, gate.limits().of(0));
  }

  @Test
  void theNamesAreInTheOrderOfTheFilters() {
    assertEquals(List.of(List.of("a"), List.of("b")), gate.limitNames());
    SafetyFilter silent = (tick, observation, last, command) -> Verdict.PASSED;
    assertEquals(List.of(List.of()), new SafetyGate(SPEC, List.of(silent)).limitNames());
  }

  private static final class Limited implements SafetyFilter {
    private static final int NONE = -1;

    private final String name;
    private int limit = NONE;
    private Verdict verdict = Verdict.MODIFIED;

    Limited(String name) {
      this.name = name;
    }

    @Override
    public Verdict apply(Tick tick, Observation observation, Command last, MutableCommand command) {
      if (limit != NONE) {
        command.limitedBy(limit);
      }
      return limit == NONE ? Verdict.PASSED : verdict;
    }

    @Override
    public List<String> limitNames() {
      return List.of(name);
    }
  }
}
