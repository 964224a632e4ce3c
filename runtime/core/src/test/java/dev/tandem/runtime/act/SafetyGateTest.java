package dev.tandem.runtime.act;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.tandem.runtime.signal.Command;
import dev.tandem.runtime.signal.MutableCommand;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.MutableTick;
import dev.tandem.runtime.time.Tick;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafetyGateTest {
  private static final SignalSpec SPEC = new SignalSpec("drives", SignalSpec.block("tau", "Nm", 3));
  private static final SafetyFilter PASSES = verdict(Verdict.PASSED);
  private static final SafetyFilter STOPS = verdict(Verdict.STOP);

  private final MutableTick tick = new MutableTick(1_000_000);
  private final MutableObservation observation = new MutableObservation(SPEC);
  private final MutableCommand proposed = new MutableCommand(SPEC);

  static LongStream seeds() {
    return LongStream.range(0, 100);
  }

  @Test
  void approvesWhatEveryFilterPasses() {
    SafetyGate gate = gate(PASSES, PASSES);
    SafeCommand approved = passed(gate, 1, -2, 3);
    assertCommand(approved, 1, -2, 3);
    assertEquals(Verdict.PASSED, gate.verdict());
    assertEquals(0, gate.modifiedMask());
    assertFalse(gate.isStopped());
  }

  @Test
  void repeatsWhatItApprovedLastUnlessItIsStopped() {
    SafetyGate gate = gate(sets(0, 9));
    passed(gate, 1, 2, 3);
    assertCommand(gate.repeat(), 9, 2, 3);
    assertEquals(Verdict.MODIFIED, gate.verdict());
    assertEquals(0, gate.modifiedMask());
    gate.requestStop();
    assertCommand(gate.repeat(), 0, 0, 0);
    assertEquals(Verdict.STOP, gate.verdict());
  }

  @Test
  void hasACommandOnlyWhileWhatItApprovedLastMayBeSent() {
    SafetyGate gate = gate(sets(0, 9));
    assertFalse(gate.hasCommand(), "at first");
    passed(gate, 1, 2, 3);
    gate.repeat();
    assertTrue(gate.hasCommand());
    gate.withhold();
    gate.repeat();
    assertFalse(gate.hasCommand(), "zero torque would let the arm fall");
    passed(gate, 1, 2, 3);
    assertTrue(gate.hasCommand());
    gate.requestStop();
    assertFalse(gate.hasCommand());
    gate.release();
    assertFalse(gate.hasCommand(), "a release sends nothing");
    passed(gate, Double.NaN, 2, 3);
    assertFalse(gate.hasCommand());
  }

  @Test
  void withholdsEverythingWithoutLatching() {
    SafetyGate gate = gate(sets(0, 9));
    passed(gate, 1, 2, 3);
    assertCommand(gate.withhold(), 0, 0, 0);
    assertEquals(Verdict.STOP, gate.verdict());
    assertEquals(0, gate.modifiedMask());
    assertFalse(gate.isStopped());
    assertEquals(SPEC, gate.lastApplied().spec());
    assertEquals(3, gate.lastApplied().size());
  }

  @Test
  void namesItsFiltersAfterTheirClassesUnlessTheySayOtherwise() {
    SafetyFilter named =
        new SafetyFilter() {
          @Override
          public Verdict apply(Tick t, Observation o, Command last, MutableCommand command) {
            return Verdict.PASSED;
          }

          @Override
          public String name() {
            return "Barrier";
          }
        };
    assertEquals(List.of("Barrier", "Silent"), gate(named, new Silent()).filterNames());
  }

  private static final class Silent implements SafetyFilter {
    @Override
    public Verdict apply(Tick t, Observation o, Command last, MutableCommand command) {
      return Verdict.PASSED;
    }
  }

  @Test
  void leavesTheProposedCommandAsItWas() {
    passed(gate(sets(0, 9)), 1, 2, 3);
    assertEquals(1, proposed.get(0));
  }

  @Test
  void runsTheFiltersInOrderEachOnWhatTheLastOneMade() {
    SafetyFilter doubles =
        (t, o, last, command) -> {
          command.set(0, 2 * command.get(0));
          return Verdict.MODIFIED;
        };
    SafetyFilter addsOne =
        (t, o, last, command) -> {
          command.set(0, 1 + command.get(0));
          return Verdict.MODIFIED;
        };
    assertEquals(11, passed(gate(doubles, addsOne), 5, 0, 0).get(0));
    assertEquals(12, passed(gate(addsOne, doubles), 5, 0, 0).get(0));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theWorstVerdictWinsAndTheMaskNamesWhoModified(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<SafetyFilter> filters = new ArrayList<>();
    long mask = 0;
    for (int i = 0; i < 64; i++) {
      boolean modifies = random.nextInt(4) == 0;
      mask |= modifies ? 1L << i : 0;
      filters.add(verdict(modifies ? Verdict.MODIFIED : Verdict.PASSED));
    }
    SafetyGate gate = new SafetyGate(SPEC, filters);
    passed(gate, 1, 2, 3);
    assertEquals(mask, gate.modifiedMask());
    assertEquals(mask == 0 ? Verdict.PASSED : Verdict.MODIFIED, gate.verdict());
  }

  @Test
  void theMaskIsOfTheLastCommandOnly() {
    boolean[] modify = {true};
    SafetyGate gate = gate((t, o, last, command) -> modify[0] ? Verdict.MODIFIED : Verdict.PASSED);
    passed(gate, 1, 2, 3);
    modify[0] = false;
    passed(gate, 1, 2, 3);
    assertEquals(0, gate.modifiedMask());
    assertEquals(Verdict.PASSED, gate.verdict());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void aFilterThatStopsIsNamedAndNothingGetsOut(int stopping) {
    List<SafetyFilter> filters = new ArrayList<>(Collections.nCopies(3, PASSES));
    filters.set(stopping, STOPS);
    SafetyGate gate = new SafetyGate(SPEC, filters);
    assertCommand(passed(gate, 1, 2, 3), 0, 0, 0);
    assertEquals(Verdict.STOP, gate.verdict());
    assertEquals(stopping, gate.stoppedBy());
    assertEquals(1L << stopping, gate.modifiedMask());
    assertTrue(gate.isStopped());
  }

  @Test
  void noFilterRunsAfterOneThatStops() {
    SafetyFilter mustNotRun =
        (t, o, last, command) -> {
          throw new AssertionError("ran after a stop");
        };
    assertEquals(Verdict.STOP, verdictOf(gate(STOPS, mustNotRun), 1, 2, 3));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aStopLatchesWhateverComesNext(long seed) {
    boolean[] stop = {true};
    SafetyGate gate = gate((t, o, last, command) -> stop[0] ? Verdict.STOP : Verdict.PASSED);
    passed(gate, 1, 2, 3);
    stop[0] = false;
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 20; i++) {
      assertCommand(passed(gate, random.doubles(3, -50, 50).toArray()), 0, 0, 0);
      assertEquals(Verdict.STOP, gate.verdict());
      assertEquals(0, gate.stoppedBy());
    }
  }

  @Test
  void aReleaseEndsAStop() {
    boolean[] stop = {true};
    SafetyGate gate = gate((t, o, last, command) -> stop[0] ? Verdict.STOP : Verdict.PASSED);
    passed(gate, 1, 2, 3);
    stop[0] = false;
    gate.release();
    assertFalse(gate.isStopped());
    assertEquals(Verdict.PASSED, gate.verdict());
    assertCommand(passed(gate, 1, 2, 3), 1, 2, 3);
  }

  @Test
  void aReleaseDoesNotOverrideAFilterThatStillStops() {
    SafetyGate gate = gate(STOPS);
    passed(gate, 1, 2, 3);
    gate.release();
    assertCommand(passed(gate, 1, 2, 3), 0, 0, 0);
    assertTrue(gate.isStopped());
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void aProposedCommandThatIsNotFiniteStopsBeforeAnyFilter(double value) {
    for (int channel = 0; channel < 3; channel++) {
      double[] command = {1, 2, 3};
      command[channel] = value;
      SafetyGate gate = gate(sets(channel, 0));
      assertCommand(passed(gate, command), 0, 0, 0);
      assertEquals(Verdict.STOP, gate.verdict());
      assertEquals(SafetyGate.NOT_FINITE, gate.stoppedBy());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void aFilterThatMakesNaNIsNamed(int breaking) {
    List<SafetyFilter> filters = new ArrayList<>(Collections.nCopies(3, PASSES));
    for (int channel = 0; channel < 3; channel++) {
      filters.set(breaking, sets(channel, Double.NaN));
      SafetyGate gate = new SafetyGate(SPEC, filters);
      assertCommand(passed(gate, 1, 2, 3), 0, 0, 0);
      assertEquals(breaking, gate.stoppedBy());
    }
  }

  @Test
  void aLaterFilterCannotHideTheNaNOfAnEarlierOne() {
    SafetyGate gate = gate(sets(1, Double.NaN), sets(1, 0));
    assertEquals(Verdict.STOP, verdictOf(gate, 1, 2, 3));
    assertEquals(0, gate.stoppedBy());
  }

  @Test
  void aRequestedStopLatchesAndClearsWhatTheDrivesHave() {
    SafetyGate gate = gate(PASSES);
    passed(gate, 1, 2, 3);
    gate.requestStop();
    assertTrue(gate.isStopped());
    assertEquals(SafetyGate.REQUESTED, gate.stoppedBy());
    assertEquals(Verdict.STOP, gate.verdict());
    assertCommand(gate.lastApplied(), 0, 0, 0);
    assertCommand(passed(gate, 1, 2, 3), 0, 0, 0);
  }

  @Test
  void aRequestDoesNotHideWhoStoppedFirst() {
    SafetyGate gate = gate(PASSES, STOPS);
    passed(gate, 1, 2, 3);
    gate.requestStop();
    assertEquals(1, gate.stoppedBy());
  }

  @Test
  void filtersSeeWhatTheDrivesWereSentInTheTickBefore() {
    double[] seen = new double[3];
    SafetyGate gate =
        gate(
            (t, o, last, command) -> {
              last.copyTo(seen, 0);
              return Verdict.PASSED;
            },
            sets(0, 7));
    passed(gate, 1, 2, 3);
    assertEquals(0, seen[0], "before the first");
    passed(gate, 4, 5, 6);
    assertEquals(7, seen[0], "what was sent, not what was proposed");
    assertEquals(2, seen[1]);
  }

  @Test
  void afterAStopTheLastCommandIsZero() {
    double[] seen = {9, 9, 9};
    boolean[] stop = {false};
    SafetyGate gate =
        gate(
            (t, o, last, command) -> {
              last.copyTo(seen, 0);
              return stop[0] ? Verdict.STOP : Verdict.PASSED;
            });
    passed(gate, 1, 2, 3);
    stop[0] = true;
    passed(gate, 1, 2, 3);
    stop[0] = false;
    gate.release();
    passed(gate, 4, 5, 6);
    assertEquals(0, seen[0]);
  }

  @Test
  void needsOneFilterToSixtyFour() {
    assertThrows(IllegalArgumentException.class, () -> new SafetyGate(SPEC, List.of()));
    List<SafetyFilter> tooMany = Collections.nCopies(65, PASSES);
    assertThrows(IllegalArgumentException.class, () -> new SafetyGate(SPEC, tooMany));
  }

  @Test
  void allocatesNothing() {
    SafetyGate gate = gate(PASSES, sets(0, 1), PASSES);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    for (int i = 0; i < 20_000; i++) {
      gate.pass(tick, observation, proposed);
    }
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < 20_000; i++) {
      gate.pass(tick, observation, proposed);
    }
    assertEquals(0, (threads.getCurrentThreadAllocatedBytes() - before) / 20_000);
  }

  private static SafetyFilter verdict(Verdict verdict) {
    return (tick, observation, lastApplied, command) -> verdict;
  }

  private static SafetyFilter sets(int channel, double value) {
    return (tick, observation, lastApplied, command) -> {
      command.set(channel, value);
      return Verdict.MODIFIED;
    };
  }

  private static SafetyGate gate(SafetyFilter... filters) {
    return new SafetyGate(SPEC, List.of(filters));
  }

  private SafeCommand passed(SafetyGate gate, double... command) {
    proposed.setAll(command, 0);
    return gate.pass(tick, observation, proposed);
  }

  private Verdict verdictOf(SafetyGate gate, double... command) {
    passed(gate, command);
    return gate.verdict();
  }

  private static void assertCommand(SafeCommand command, double... expected) {
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], command.get(i), "channel " + i);
    }
  }
}
