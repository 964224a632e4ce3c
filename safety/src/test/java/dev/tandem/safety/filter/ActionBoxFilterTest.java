package dev.tandem.safety.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.runtime.act.Verdict;
import dev.tandem.runtime.signal.Channel;
import dev.tandem.runtime.signal.MutableAction;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.safety.AllocatedBytes;
import dev.tandem.safety.FilteredArm;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ActionBoxFilterTest {
  private static final SignalSpec SPEC =
      new SignalSpec(
          "act",
          List.of(
              new Channel("dx", "m", -0.02, 0.02),
              new Channel("dy", "m", -0.01, 0.03),
              Channel.of("free", "m")));

  private final FilteredArm arm = new FilteredArm();
  private final ActionBoxFilter filter = new ActionBoxFilter(SPEC);
  private final MutableAction action = new MutableAction(SPEC);

  static LongStream seeds() {
    return LongStream.range(0, 100);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatComesOutIsInTheBoxAndAsNearAsCanBe(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double size = Math.pow(10, random.nextDouble(-4, 300));
    double[] wanted = random.doubles(3, -size, size).toArray();
    action.setAll(wanted, 0);
    Verdict verdict = judged();
    boolean inside = true;
    for (int i = 0; i < 3; i++) {
      double min = SPEC.channel(i).min();
      double max = SPEC.channel(i).max();
      boolean within = wanted[i] >= min && wanted[i] <= max;
      inside &= within;
      assertEquals(within ? wanted[i] : wanted[i] < 0 ? min : max, action.get(i));
    }
    assertEquals(inside ? Verdict.PASSED : Verdict.MODIFIED, verdict);
  }

  @Test
  void theBoundsThemselvesPass() {
    action.setAll(new double[] {-0.02, 0.03, 0}, 0);
    assertEquals(Verdict.PASSED, judged());
    assertEquals(0.03, action.get(1));
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void anActionThatIsNotFiniteBecomesZeroAndStops(double value) {
    for (int bad = 0; bad < 3; bad++) {
      action.setAll(new double[] {0.01, 0.01, 0.01}, 0);
      action.set(bad, value);
      assertEquals(Verdict.STOP, judged());
      for (int i = 0; i < 3; i++) {
        assertEquals(0, action.get(i), "channel " + i);
      }
    }
  }

  @Test
  void refusesABoxWithoutZero() {
    SignalSpec off = new SignalSpec("act", List.of(new Channel("dx", "m", 0.1, 0.2)));
    String message =
        String.valueOf(
            assertThrows(IllegalArgumentException.class, () -> new ActionBoxFilter(off))
                .getMessage());
    assertTrue(message.contains("bounds of dx must hold 0, got 0.1 to 0.2"), message);
    SignalSpec below = new SignalSpec("act", List.of(new Channel("dx", "m", -0.2, -0.1)));
    assertThrows(IllegalArgumentException.class, () -> new ActionBoxFilter(below));
  }

  @Test
  void zeroMayBeABoundItself() {
    SignalSpec oneWay =
        new SignalSpec(
            "act", List.of(new Channel("up", "m", 0, 0.2), new Channel("down", "m", -0.2, 0)));
    MutableAction wanted = new MutableAction(oneWay);
    wanted.setAll(new double[] {-0.1, 0.1}, 0);
    ActionBoxFilter oneWayFilter = new ActionBoxFilter(oneWay);
    assertEquals(Verdict.MODIFIED, oneWayFilter.apply(arm.tick, arm.observation, wanted));
    assertEquals(0, wanted.get(0));
    assertEquals(0, wanted.get(1));
  }

  @Test
  void allocatesNothing() {
    assertEquals(
        0,
        AllocatedBytes.perCall(
            () -> {
              action.set(0, 1);
              judged();
            }));
  }

  private Verdict judged() {
    return filter.apply(arm.tick, arm.observation, action);
  }
}
