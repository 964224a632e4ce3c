package dev.tandem.safety.barrier;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.safety.FilteredArm;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BarrierRowsTest {
  private static final int JOINTS = FilteredArm.JOINTS;
  private static final double RATE_NM_PER_S = 1000;
  private static final double PERIOD_SECONDS = 1e-3;

  private final MovingArm moving = new MovingArm(4, 0.3, 0.5);
  private final BarrierRows rows = new BarrierRows(moving.motion, 8, 0.02, RATE_NM_PER_S);
  private final double[] lastAcceleration = {1, -2, 3, -1, 2, -3, 1};
  private double[] lastTorque = new double[JOINTS];

  @BeforeEach
  void start() {
    assertTrue(moving.motion.update(moving.arm.q, moving.arm.qd));
    lastTorque = moving.arm.torqueFor(lastAcceleration);
    assertTrue(rows.start(lastTorque, true, PERIOD_SECONDS, 1));
  }

  private void next(double... row) {
    System.arraycopy(row, 0, rows.next, 0, row.length);
  }

  private void approach(double bound, double speed) {
    rows.approach.bound = bound;
    rows.approach.speed = speed;
    rows.approach.maxDeceleration = 1e9;
  }

  /** What the drives, at their rate, change along a row in a second. */
  private double jerk(double... row) {
    double[] torque = lastTorque.clone();
    double largest = 0;
    for (int i = 0; i < row.length; i++) {
      largest = Math.max(largest, Math.abs(row[i]));
    }
    for (int i = 0; i < row.length; i++) {
      torque[i] += RATE_NM_PER_S * row[i] / largest;
    }
    double[] faster = new double[JOINTS];
    assertTrue(moving.motion.accelerate(torque, faster));
    double jerk = 0;
    for (int i = 0; i < row.length; i++) {
      jerk += row[i] * (faster[i] - lastAcceleration[i]);
    }
    return jerk;
  }

  @Test
  void aRowStandsInTheTableAndTheNextOneBeginsEmpty() {
    next(1, 2, 3, 4, 5, 6, 7);
    rows.addPlain(BarrierLimit.ACCELERATION, 50);
    rows.addTorque(-3);
    assertEquals(2, rows.size());
    assertArrayEquals(
        new double[] {1, 2, 3, 4, 5, 6, 7}, java.util.Arrays.copyOf(rows.coefficients, JOINTS));
    assertEquals(0, rows.coefficients[JOINTS]);
    assertEquals(50, rows.bounds[0]);
    assertEquals(-3, rows.bounds[1]);
    assertEquals(BarrierLimit.ACCELERATION, rows.limits[0]);
    assertEquals(BarrierLimit.TORQUE, rows.limits[1]);
  }

  @Test
  void aNewTickBeginsWithAnEmptyTable() {
    next(1);
    approach(0.1, 0);
    rows.addApproach(BarrierLimit.JOINT);
    next(1);
    assertTrue(rows.start(lastTorque, true, PERIOD_SECONDS, 1));
    assertEquals(0, rows.size());
    assertEquals(0, rows.next[0]);
    assertEquals(Double.POSITIVE_INFINITY, rows.leastReserve());
    assertEquals(BarrierReport.NONE, rows.leastReserveLimit());
  }

  @Test
  void aLastTorqueThatIsNotFiniteIsRefused() {
    lastTorque[3] = Double.NaN;
    assertFalse(rows.start(lastTorque, true, PERIOD_SECONDS, 1));
  }

  @Test
  void noRowAsksForMoreThanPartOfTheTorqueRateInOneTick() {
    double[] row = {1, 0, -2, 0, 3, 0, 0.5};
    next(row);
    rows.addPlain(BarrierLimit.ACCELERATION, -1e6);
    double now = MovingArm.dot(row, lastAcceleration);
    assertEquals(now - 0.6 * PERIOD_SECONDS * jerk(row), rows.bounds[0], 1e-9);
  }

  @Test
  void anApproachCountsOnASmallShareOfTheTorqueRate() {
    double[] row = {0, 1, 0, 0, -1, 0, 0};
    next(row);
    approach(1e6, 0);
    rows.addApproach(BarrierLimit.KEEP_OUT);
    double share = 0.07 * jerk(row);
    double response = 0.02;
    double reserve = 1e6 - 0.5 * share * response * response;
    assertEquals(Math.sqrt(2 * share * reserve), rows.bounds[0], 1e-6);
  }

  @Test
  void aRowWithoutJointsIsOnlyWhatItSays() {
    approach(1, 0.5);
    rows.addApproach(BarrierLimit.TOOL_BOX);
    assertEquals(0, rows.bounds[0], "no drive moves along it");
  }

  @Test
  void whatPushesBesidesTheDrivesIsTakenOffTheApproach() {
    next(1);
    approach(0.001, 0);
    rows.addApproach(BarrierLimit.JOINT);
    double without = rows.bounds[0];
    double pushed = lastAcceleration[0] + 1.1;
    moving.arm.qd[0] += PERIOD_SECONDS * pushed;
    for (int i = 1; i < JOINTS; i++) {
      moving.arm.qd[i] += PERIOD_SECONDS * lastAcceleration[i];
    }
    System.arraycopy(moving.arm.qd, 0, moving.motion.qd, 0, JOINTS);
    assertTrue(rows.start(lastTorque, true, PERIOD_SECONDS, 1));
    next(1);
    approach(0.001, 0);
    rows.addApproach(BarrierLimit.JOINT);
    assertEquals(without - 0.1, rows.bounds[0], 1e-9, "an eleventh of 1.1 rad/s2 is seen");
  }

  @Test
  void theLeastReserveIsReportedWithTheFirstLimitThatHasIt() {
    double[][] approaches = {{0.5, 0}, {0.25, 0}, {0.5, 0.25}, {1, 0}};
    BarrierLimit[] limits = {
      BarrierLimit.JOINT, BarrierLimit.TOOL_BOX, BarrierLimit.KEEP_OUT, BarrierLimit.SINGULARITY
    };
    for (int i = 0; i < limits.length; i++) {
      next(1);
      approach(approaches[i][0], approaches[i][1]);
      rows.addApproach(limits[i]);
    }
    assertEquals(0.25, rows.leastReserve());
    assertEquals(BarrierLimit.TOOL_BOX.number, rows.leastReserveLimit());
  }

  @Test
  void speedAlongARowIsThatOfAllJoints() {
    next(1, 1, 1, 1, 1, 1, 1);
    double sum = 0;
    for (double speed : moving.arm.qd) {
      sum += speed;
    }
    assertEquals(sum, rows.speedOfNext(), 1e-15);
  }

  @Test
  void holdsOnlyWhenEveryRowDoes() {
    next(1);
    rows.addTorque(2);
    next(0, 1);
    rows.addTorque(-3);
    double[] acceleration = new double[JOINTS];
    acceleration[0] = 2;
    acceleration[1] = -3;
    assertTrue(rows.hold(acceleration), "on the bounds");
    acceleration[0] += 1e-8;
    assertFalse(rows.hold(acceleration), "the first row");
    acceleration[0] -= 1e-8;
    acceleration[1] += 1e-8;
    assertFalse(rows.hold(acceleration), "the second row");
  }

  @Test
  void aFullTableIsLookedAtToItsEndAndNoFarther() {
    for (int row = 0; row < rows.bounds.length; row++) {
      next(1);
      rows.addTorque(2 + row);
    }
    assertTrue(rows.hold(new double[JOINTS]));
    assertTrue(rows.start(lastTorque, true, PERIOD_SECONDS, 1));
    double[] acceleration = {3, 0, 0, 0, 0, 0, 0};
    assertTrue(rows.hold(acceleration), "rows of the tick before are none");
  }

  @Test
  void roundingBreaksNoRow() {
    next(1);
    rows.addTorque(0);
    double[] tiny = {1e-9, 0, 0, 0, 0, 0, 0};
    assertTrue(rows.hold(tiny), "just as much as rounding may be");
    next(1);
    rows.addTorque(-1000);
    double[] acceleration = new double[JOINTS];
    acceleration[0] = -1000 + 0.9e-6;
    assertTrue(rows.hold(acceleration));
    acceleration[0] = -1000 + 1.1e-6;
    assertFalse(rows.hold(acceleration));
  }
}
