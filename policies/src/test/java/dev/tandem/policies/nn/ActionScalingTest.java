package dev.tandem.policies.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tandem.policies.TestSpaces;
import dev.tandem.runtime.signal.SignalSpec;
import org.junit.jupiter.api.Test;

class ActionScalingTest {
  private final ActionScaling scaling = new ActionScaling(TestSpaces.actionSpec(1));

  @Test
  void mapsTheBoundsToMinusOneAndOne() {
    assertEquals(-1f, scaling.toUnit(0, -2));
    assertEquals(0f, scaling.toUnit(0, 1));
    assertEquals(1f, scaling.toUnit(0, 4));
  }

  @Test
  void undoesItself() {
    assertEquals(2.5, scaling.toSi(0, scaling.toUnit(0, 2.5)), 1e-6);
  }

  @Test
  void forgivesTheRoundingOfABound() {
    assertEquals(1f, scaling.toUnit(0, 4.0000002));
  }

  @Test
  void refusesAnActionOutsideItsBox() {
    IllegalArgumentException error =
        assertThrows(IllegalArgumentException.class, () -> scaling.toUnit(0, 4.1));
    assertEquals(
        "action, channel a.0: expected a value in [-2.0, 4.0], found 4.1;"
            + " clip actions to their box before they are applied",
        error.getMessage());
  }

  @Test
  void refusesNaN() {
    assertThrows(IllegalArgumentException.class, () -> scaling.toUnit(0, Double.NaN));
  }

  @Test
  void refusesChannelsWithoutBounds() {
    SignalSpec unbounded = new SignalSpec("action", SignalSpec.block("a", "N", 1));
    assertThrows(IllegalArgumentException.class, () -> new ActionScaling(unbounded));
  }
}
