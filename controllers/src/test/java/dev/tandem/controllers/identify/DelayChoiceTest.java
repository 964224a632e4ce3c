package dev.tandem.controllers.identify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

final class DelayChoiceTest {
  @Test
  void takesTheLowestResidual() {
    List<double[]> squares =
        List.of(new double[] {9, 8, 9}, new double[] {1, 2, 1}, new double[] {5, 6, 5});
    assertEquals(new DelayChoice(1, 1, 1), DelayChoice.of(squares));
  }

  /** The second is worse by 0.1 a block on average, and no block is sure of it. */
  @Test
  void keepsThoseThatAreNotWorseForCertain() {
    List<double[]> squares =
        List.of(
            new double[] {9, 9, 9, 9},
            new double[] {1, 2, 1, 2},
            new double[] {2, 1, 2.2, 1.2},
            new double[] {8, 9, 8, 9});
    assertEquals(new DelayChoice(1, 1, 2), DelayChoice.of(squares));
  }
}
