package dev.tandem.safety.barrier;

import static dev.tandem.safety.barrier.MovingArm.RESPONSE_SECONDS;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tandem.safety.FilteredArm;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SingularityRowTest {
  private static final int JOINTS = MovingArm.JOINTS;
  private static final double SECONDS = 0.2;

  static LongStream seeds() {
    return LongStream.range(0, 10);
  }

  private static double leastAt(MovingArm moving, double[] q) {
    double[] jacobian = new double[6 * JOINTS];
    moving.arm.model.update(q, 0);
    moving.arm.model.jacobian(jacobian);
    return SingularValuesTest.leastOf(jacobian, JOINTS);
  }

  private static SingularityRow row(double least) {
    double[] far = {1e9, 1e9, 1e9};
    double[] low = {-1e9, -1e9, -1e9};
    return new SingularityRow(
        new ToolBarrierConfig(1, 0, 1, low, far, least, SECONDS),
        MeasuredArm.of(new FilteredArm().model),
        MovingArm.NAMES);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theRowTellsHowFastTheSingularValuesValueShrinks(long seed) {
    MovingArm moving = new MovingArm(seed, 0.3, 0.5);
    moving.add(row(1));
    assertEquals(1, moving.rows.size());
    assertEquals(BarrierLimit.SINGULARITY, moving.rows.limits[0]);
    double[] q = moving.arm.q.clone();
    double[] shrinks = new double[JOINTS];
    for (int i = 0; i < JOINTS; i++) {
      q[i] += 1e-6;
      double after = leastAt(moving, q);
      q[i] -= 2e-6;
      shrinks[i] = (leastAt(moving, q) - after) / 2e-6;
      q[i] += 1e-6;
    }
    assertArrayEquals(shrinks, moving.row(0), 1e-6);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatIsLeftOfTheValueMayBeUsedUpInTheConfiguredTimeAtTheFastest(long seed) {
    MovingArm moving = new MovingArm(seed, 0.3, 0.1);
    double value = leastAt(moving, moving.arm.q);
    double least = value / 2;
    moving.add(row(least));
    double shrinking = moving.speed(0);
    double reserve = (value - least) / SECONDS - shrinking;
    assertEquals(reserve, moving.rows.leastReserve(), 1e-9);
    double falling = -Math.max(0, shrinking) / SECONDS;
    assertEquals(falling + reserve / RESPONSE_SECONDS, moving.rows.bounds[0], 1e-6);
  }

  @Test
  void belowTheLeastValueItOnlyComesBack() {
    MovingArm resting = new MovingArm(1, 0.3, 0);
    resting.add(row(2 * leastAt(resting, resting.arm.q)));
    assertEquals(0, resting.rows.bounds[0]);
  }

  @Test
  void farFromASingularityNothingIsAsked() {
    MovingArm moving = new MovingArm(1, 0.3, 0.5);
    double value = leastAt(moving, moving.arm.q);
    moving.add(row(value / 4.01));
    assertEquals(0, moving.rows.size());
    moving.add(row(value / 3.99));
    assertEquals(1, moving.rows.size());
    double[] jacobian = new double[6 * JOINTS];
    moving.arm.model.jacobian(jacobian);
    moving.add(row(new SingularValues(JOINTS).compute(jacobian) / 4));
    assertEquals(1, moving.rows.size(), "at four times the least value it begins");
    assertEquals(row(1).maxRows(), moving.rows.size());
  }

  @Test
  void withoutALeastValueNothingIsAskedAnywhere() {
    MovingArm stretched = new MovingArm(1, 0, 0.5);
    java.util.Arrays.fill(stretched.arm.q, 0);
    stretched.add(row(0));
    assertEquals(0, stretched.rows.size());
  }
}
