package dev.tandem.controllers.impedance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.controllers.AllocatedBytes;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SetPointTest {
  private static final double[] TOOL = {1, 0, 0, 0.5, 0, 1, 0, 0, 0, 0, 1, 0.2, 0, 0, 0, 1};
  private static final Travel LINE = new Travel(0.25, 0.15, 9, 4500);
  private static final Travel ROTATION = new Travel(1, 0.5, 17, 8500);
  private static final double DT = 1e-3;
  private static final int LINE_SETTLES_TICKS = 62;
  private static final int ROTATION_SETTLES_TICKS = 124;

  private final SetPoint setPoint = new SetPoint(LINE, ROTATION);
  private final double[] error = new double[6];
  private boolean reduced;

  static LongStream seeds() {
    return LongStream.range(0, 30);
  }

  private void advance(int ticks) {
    for (int i = 0; i < ticks; i++) {
      setPoint.advance(DT, reduced);
    }
    setPoint.errorOf(TOOL, error);
  }

  @Test
  void restsWhereItWasResetTo() {
    setPoint.reset(TOOL);
    advance(200);
    assertArrayEquals(new double[6], error);
  }

  @Test
  void arrivesExactlyWhereItWasSent() {
    double[] sent = {0.3, -0.2, 0.1, 0.1, -0.2, 0.3};
    setPoint.reset(TOOL);
    setPoint.moveFrom(TOOL, sent);
    setPoint.turnFrom(TOOL, sent);
    advance(4_000);
    assertArrayEquals(sent, error, 1e-12);
    advance(10_000);
    assertArrayEquals(sent, error, 1e-12, "and stays there");
  }

  @Test
  void travelsStraightAndAtItsFullSpeedOnceItHasReachedIt() {
    setPoint.reset(TOOL);
    setPoint.moveFrom(TOOL, new double[] {0.2, 0.1, -0.2});
    setPoint.turnFrom(TOOL, new double[] {0, 0, 0, 0, 0.6, 0.8});
    advance(300);
    double[] before = error.clone();
    advance(100);
    double third = 0.25 * 0.1 / 3;
    double[] way = {2 * third, third, -2 * third, 0, 0.06, 0.08};
    for (int i = 0; i < 6; i++) {
      assertEquals(way[i], error[i] - before[i], 1e-9, "axis " + i);
    }
    assertEquals(error[0], 2 * error[1], 1e-12, "straight");
  }

  @Test
  void neverOvershootsAGoalThatStandsStill() {
    setPoint.reset(TOOL);
    setPoint.moveFrom(TOOL, new double[] {0.05, 0, 0});
    for (int i = 0; i < 1_000; i++) {
      advance(1);
      assertTrue(error[0] <= 0.05 + 1e-12, "tick " + i + ": " + error[0]);
    }
  }

  /** Goals, holds and the presence of people at random, with the largest actions there are. */
  @ParameterizedTest
  @MethodSource("seeds")
  void neverExceedsSpeedAccelerationOrJerkWhateverIsAskedForAndWhen(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Extremes extremes = new Extremes();
    setPoint.reset(TOOL);
    extremes.start(setPoint.pose());
    for (int tick = 0; tick < 4_000; tick++) {
      ask(random);
      setPoint.advance(DT, reduced);
      extremes.look(setPoint.pose());
    }
    extremes.areWithin(LINE, extremes.line);
    extremes.areWithin(ROTATION, extremes.rotation);
    assertTrue(extremes.line[0] > 0.2 * LINE.maxSpeed(), "it moved");
    assertTrue(extremes.rotation[0] > 0.2 * ROTATION.maxSpeed(), "it turned");
  }

  private void ask(SplittableRandom random) {
    int dice = random.nextInt(60);
    if (dice < 3) {
      double[] far = random.doubles(6, -1, 1).toArray();
      setPoint.moveFrom(setPoint.pose(), far);
      setPoint.turnFrom(setPoint.pose().clone(), far);
    } else if (dice == 3) {
      setPoint.rest();
    } else if (dice == 4) {
      reduced = !reduced;
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void isNoFasterThanItsReducedSpeedOnceItHasSettledToIt(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    setPoint.reset(TOOL);
    for (int tick = 0; tick < 500; tick++) {
      ask(random);
      advance(1);
    }
    reduced = true;
    advance(ROTATION_SETTLES_TICKS);
    Extremes extremes = new Extremes();
    extremes.start(setPoint.pose());
    for (int tick = 0; tick < 1_000; tick++) {
      if (tick % 50 == 0) {
        setPoint.moveFrom(TOOL, random.doubles(6, -1, 1).toArray());
        setPoint.turnFrom(TOOL, random.doubles(6, -1, 1).toArray());
      }
      setPoint.advance(DT, true);
      extremes.look(setPoint.pose());
    }
    assertTrue(extremes.line[0] <= LINE.reducedSpeed() + 1e-9, "" + extremes.line[0]);
    assertTrue(extremes.line[0] > 0.9 * LINE.reducedSpeed(), "but as fast as it may");
    assertTrue(extremes.rotation[0] <= ROTATION.reducedSpeed() + 1e-9, "" + extremes.rotation[0]);
  }

  @Test
  void comesToRestWithinItsWindowsWhenNothingMoreIsAskedFor() {
    setPoint.reset(TOOL);
    setPoint.moveFrom(TOOL, new double[] {0.3, 0, 0});
    advance(200);
    setPoint.rest();
    double before = error[0];
    advance(LINE_SETTLES_TICKS);
    double rested = error[0];
    advance(500);
    assertEquals(rested, error[0], 1e-12);
    assertTrue(rested - before < 0.25 * DT * LINE_SETTLES_TICKS, "slows down from the first tick");
  }

  @Test
  void keepsItsLimitsAtOtherPeriods() {
    for (double period : new double[] {1e-4, 5e-4, 2e-3, 0.01}) {
      setPoint.reset(TOOL);
      setPoint.moveFrom(TOOL, new double[] {1, 0, 0});
      Extremes extremes = new Extremes(period);
      extremes.start(setPoint.pose());
      for (int i = 0; i < 0.5 / period; i++) {
        setPoint.advance(period, false);
        extremes.look(setPoint.pose());
      }
      extremes.areWithin(LINE, extremes.line);
      assertEquals(0.25, extremes.line[0], 1e-9, "period " + period);
    }
  }

  @ParameterizedTest
  @CsvSource({"0,0,9,1", "1,2,9,1", "1,0,9,1", "1,1,0,1", "1,1,9,0", "1,1,1,4500", "1,1,9,50"})
  void refusesLimitsThatNothingCanKeep(double speed, double reducedSpeed, double a, double jerk) {
    assertThrows(IllegalArgumentException.class, () -> new Travel(speed, reducedSpeed, a, jerk));
  }

  @Test
  void allocatesNothing() {
    double[] far = {1, 1, 1, 1, 1, 1};
    Runnable tick =
        () -> {
          setPoint.moveFrom(TOOL, far);
          setPoint.advance(DT, false);
          setPoint.rest();
        };
    setPoint.reset(TOOL);
    assertEquals(0, AllocatedBytes.perCall(tick), "bytes per tick");
  }

  /** Largest speed, acceleration and jerk, by differences of the poses. */
  private static final class Extremes {
    private final double dt;
    private final double[] before = new double[16];
    private final double[][] last = new double[2][9];
    final double[] line = new double[3];
    final double[] rotation = new double[3];

    Extremes() {
      this(DT);
    }

    Extremes(double dt) {
      this.dt = dt;
    }

    void start(double[] pose) {
      System.arraycopy(pose, 0, before, 0, 16);
    }

    void look(double[] pose) {
      double[] turn = new double[3];
      Rotation.between(before, pose, turn, 0);
      double[] way = {pose[3] - before[3], pose[7] - before[7], pose[11] - before[11]};
      differ(way, last[0], line);
      differ(turn, last[1], rotation);
      start(pose);
    }

    /** {@code state} holds the last velocity, acceleration and jerk, [3] each. */
    private void differ(double[] way, double[] state, double[] most) {
      double[] now = way;
      for (int order = 0; order < 3; order++) {
        double square = 0;
        double[] next = new double[3];
        for (int axis = 0; axis < 3; axis++) {
          double value = now[axis] / dt;
          next[axis] = value - state[3 * order + axis];
          state[3 * order + axis] = value;
          square += value * value;
        }
        most[order] = Math.max(most[order], Math.sqrt(square));
        now = next;
      }
    }

    void areWithin(Travel limits, double[] most) {
      double rounding = 1e-15 / (dt * dt * dt);
      double[] allowed = {limits.maxSpeed(), limits.maxAcceleration(), limits.maxJerk()};
      String[] names = {"speed", "acceleration", "jerk"};
      for (int order = 0; order < 3; order++) {
        double slack = 1e-9 * allowed[order] + rounding;
        assertTrue(
            most[order] <= allowed[order] + slack,
            names[order] + ": allowed " + allowed[order] + ", found " + most[order]);
      }
    }
  }
}
