package dev.tandem.safety.filter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tandem.runtime.act.Verdict;
import dev.tandem.safety.AllocatedBytes;
import dev.tandem.safety.FilteredArm;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FiniteObservationFilterTest {
  private final FilteredArm arm = new FilteredArm();
  private final FiniteObservationFilter filter = new FiniteObservationFilter();

  static IntStream channels() {
    return IntStream.range(0, FilteredArm.OBSERVATION.size());
  }

  @ParameterizedTest
  @MethodSource("channels")
  void stopsOnNaNInAnyChannel(int channel) {
    arm.sense();
    arm.observation.set(channel, Double.NaN);
    assertEquals(Verdict.STOP, judged());
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void stopsOnInfinity(double value) {
    arm.sense();
    arm.observation.set(3, value);
    assertEquals(Verdict.STOP, judged());
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.MAX_VALUE, -Double.MAX_VALUE, Double.MIN_VALUE, -0.0})
  void passesWhatIsFiniteHoweverLargeAndLeavesTheCommandAlone(double value) {
    arm.sense();
    arm.observation.set(3, value);
    arm.command(1, 2, 3, 4, 5, 6, 7);
    assertEquals(Verdict.PASSED, judged());
    assertArrayEquals(new double[] {1, 2, 3, 4, 5, 6, 7}, arm.commanded());
  }

  @Test
  void allocatesNothing() {
    assertEquals(0, AllocatedBytes.perCall(this::judged));
  }

  private Verdict judged() {
    return filter.apply(arm.tick, arm.observation, arm.lastApplied, arm.command);
  }
}
