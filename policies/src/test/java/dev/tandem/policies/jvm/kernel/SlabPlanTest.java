package dev.tandem.policies.jvm.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tandem.policies.nn.Arithmetic;
import org.junit.jupiter.api.Test;

class SlabPlanTest {
  private static final int MOST = Integer.MAX_VALUE - 8 - SlabPlan.ALIGNMENT;

  private static int size(int count, int more) {
    return SlabPlan.size(
        Arithmetic.PLAIN,
        (plan, kernels) -> {
          plan.take(count);
          return plan.take(more);
        });
  }

  private static void refuses(SlabPlan.Layout<?> layout) {
    var error =
        assertThrows(IllegalArgumentException.class, () -> SlabPlan.size(Arithmetic.PLAIN, layout));
    String begin = "learner: expected at most " + MOST + " numbers in weights, activations and";
    assertEquals(begin, String.valueOf(error.getMessage()).substring(0, begin.length()));
  }

  @Test
  void findsOutHowLargeSomethingIsWithoutTakingIt() {
    int empty = size(0, 0);
    assertEquals(empty + 2_000_000_000 + 16, size(2_000_000_000, 1));
  }

  @Test
  void takesWhatFillsOneArrayAndNothingMore() {
    int empty = size(0, 0);
    int most = (MOST - empty) / SlabPlan.ALIGNMENT * SlabPlan.ALIGNMENT;
    assertEquals(empty + most, size(most, 0));
    refuses((plan, kernels) -> plan.take(most + 1L));
  }

  @Test
  void refusesWhatIsMoreThanAnyNumberOfJavaSays() {
    refuses((plan, kernels) -> plan.panels(65_536, 65_536));
    refuses((plan, kernels) -> plan.rows(65_536, 65_536));
    refuses((plan, kernels) -> plan.take(1L << 40));
  }
}
