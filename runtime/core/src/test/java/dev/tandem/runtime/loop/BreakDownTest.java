package dev.tandem.runtime.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.runtime.act.Verdict;
import dev.tandem.runtime.guard.Fault;
import dev.tandem.runtime.guard.Mode;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** An error of the program in a tick, wherever it is thrown. */
class BreakDownTest {
  private static final int CALM_TICKS = 4;

  private final LoopRig rig = new LoopRig();

  static Stream<Arguments> places() {
    return Stream.of(
        place("a sensor", (rig, error) -> rig.robot.whenSampled = thrower(error)),
        place("the supervisor", (rig, error) -> rig.supervisor.whenAsked = thrower(error)),
        place("the controller", (rig, error) -> rig.controller.whenAsked = thrower(error)),
        place("the drives", (rig, error) -> rig.robot.whenWritten = thrower(error)),
        place("the recorder", (rig, error) -> rig.sink.whenClaimed = once(error)));
  }

  private static Arguments place(String name, BiConsumer<LoopRig, Error> breaks) {
    return Arguments.of(name, breaks);
  }

  private static Runnable thrower(Error error) {
    return () -> {
      throw error;
    };
  }

  private static Runnable once(Error error) {
    int[] asked = new int[1];
    return () -> {
      asked[0]++;
      if (asked[0] == 1) {
        throw error;
      }
    };
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("places")
  void whereverItIsTheDrivesLoseTheirPowerInTheSameTickAndItIsPublished(
      String place, BiConsumer<LoopRig, Error> breaks) {
    rig.ticks(CALM_TICKS);
    Error error = new AssertionError("a defect");
    breaks.accept(rig, error);
    int published = rig.sink.published;

    assertSame(error, assertThrows(AssertionError.class, () -> rig.ticks(1)));

    assertEquals(1, rig.robot.madeSafe);
    assertEquals(published + 1, rig.sink.published);
    assertEquals(Mode.FAULT, rig.sink.record.mode);
    assertEquals(Verdict.STOP, rig.sink.record.verdict);
    assertEquals(0, rig.sink.record.appliedCommand[0]);
    assertEquals(CALM_TICKS, rig.sink.record.tick);
    assertTrue(rig.loop.isStopped());
    assertEquals(Fault.TICK_FAILED, rig.loop.stopReport().cause());
    assertEquals("tick 4, control tick: expected to end, found an error of the program", rig.why());
  }

  @Test
  void whatCannotBeMadeSafeEitherIsPublishedAllTheSameAndToldWithTheError() {
    rig.ticks(CALM_TICKS);
    RuntimeException second = new IllegalStateException("the bus is gone");
    rig.controller.whenAsked = thrower(new AssertionError("a defect"));
    rig.robot.whenMadeSafe =
        () -> {
          throw second;
        };

    AssertionError thrown = assertThrows(AssertionError.class, () -> rig.ticks(1));

    assertSame(second, thrown.getSuppressed()[0]);
    assertEquals(Mode.FAULT, rig.sink.record.mode);
  }

  @Test
  void aRecordThatNobodyTakesIsToldWithTheError() {
    RuntimeException full = new IllegalStateException("the ring is gone");
    rig.ticks(CALM_TICKS);
    rig.controller.whenAsked = thrower(new AssertionError("a defect"));
    rig.sink.whenClaimed =
        () -> {
          throw full;
        };

    AssertionError thrown = assertThrows(AssertionError.class, () -> rig.ticks(1));

    assertSame(full, thrown.getSuppressed()[0]);
    assertEquals(1, rig.robot.madeSafe);
    assertTrue(rig.loop.isStopped());
  }

  @Test
  void aLoopThatNothingBefallsReportsNoStop() {
    rig.ticks(CALM_TICKS);
    assertEquals("no stop", rig.why());
  }
}
