package dev.tandem.app.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tandem.app.robot.Robot;
import dev.tandem.runtime.model.RobotModel;
import dev.tandem.safety.barrier.LinkCapsule;
import dev.tandem.safety.barrier.SpaceConfig;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Where links are, and how deep in the floor, the column and each other, beside a chain that is
 * written down here by the Denavit and Hartenberg parameters that Franka publishes of its Panda
 * (Craig's convention), and what the shipped arm has at its flange: nothing of the robot model's.
 */
final class SpaceCheckerTest {
  private static final double[] ALONG_X_METRES = {0, 0, 0, 0.0825, -0.0825, 0, 0.088};
  private static final double[] ALONG_Z_METRES = {0.333, 0, 0.316, 0, 0.384, 0, 0};
  private static final int[] ABOUT_X_QUARTERS = {0, -1, 1, 1, -1, 1, 1};
  private static final double TOOL_METRES = 0.207;
  private static final double FLOOR_METRES = -0.02;
  private static final double COLUMN_METRES = 0.1;
  private static final double COLUMN_RADIUS_METRES = 0.09;
  private static final int POINTS = 9;
  private static final int MANY = 4_000;

  private final RobotModel model = Robot.shipped().model();
  private final SpaceConfig space = Robot.shipped().barrier().space();

  static LongStream seeds() {
    return LongStream.range(0, 50);
  }

  private static double[] random(long seed) {
    return new SplittableRandom(seed).doubles(ALONG_X_METRES.length, -2.8, 2.8).toArray();
  }

  /** Where a point of a link is in the base frame, from the wrist inwards. */
  private static double[] inBase(double[] q, int joint, double[] inLink) {
    double[] at = inLink.clone();
    for (int j = joint; j >= 0; j--) {
      double x = Math.cos(q[j]) * at[0] - Math.sin(q[j]) * at[1] + ALONG_X_METRES[j];
      double y = Math.sin(q[j]) * at[0] + Math.cos(q[j]) * at[1];
      double z = at[2] + ALONG_Z_METRES[j];
      int quarter = ABOUT_X_QUARTERS[j];
      at[0] = x;
      at[1] = quarter == 0 ? y : -quarter * z;
      at[2] = quarter == 0 ? z : quarter * y;
    }
    return at;
  }

  private static double[] between(LinkCapsule capsule, double share) {
    double[] at = new double[3];
    for (int k = 0; k < 3; k++) {
      at[k] = (1 - share) * capsule.fromMetres()[k] + share * capsule.toMetres()[k];
    }
    return at;
  }

  /** The least over so many points of a capsule's segment. */
  private static double least(
      double[] q, LinkCapsule capsule, int points, ToDoubleFunction<double[]> of) {
    double least = Double.POSITIVE_INFINITY;
    for (int p = 0; p < points; p++) {
      double[] at = inBase(q, capsule.joint(), between(capsule, p / (points - 1.0)));
      least = Math.min(least, of.applyAsDouble(at));
    }
    return least;
  }

  private static double distance(double[] one, double[] other) {
    return Math.hypot(Math.hypot(one[0] - other[0], one[1] - other[1]), one[2] - other[2]);
  }

  private static double toKeptOut(double[] at) {
    double[] onColumn = {0, 0, Math.max(0, Math.min(COLUMN_METRES, at[2]))};
    return Math.min(at[2] - FLOOR_METRES, distance(at, onColumn) - COLUMN_RADIUS_METRES);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyLinkAndTheToolAreWhereTheWrittenChainHasThem(long seed) {
    double[] q = random(seed);
    model.update(q, 0);
    double[] frame = new double[16];
    for (int joint = 0; joint < q.length; joint++) {
      model.linkInBase(joint, frame);
      double[] origin = inBase(q, joint, new double[3]);
      for (int axis = 0; axis < 3; axis++) {
        double[] unit = new double[3];
        unit[axis] = 1;
        double[] end = inBase(q, joint, unit);
        for (int row = 0; row < 3; row++) {
          assertEquals(origin[row], frame[4 * row + 3], 1e-12, "joint " + joint);
          assertEquals(end[row] - origin[row], frame[4 * row + axis], 1e-12, "joint " + joint);
        }
      }
    }
    model.toolInBase(frame);
    double[] tool = inBase(q, q.length - 1, new double[] {0, 0, TOOL_METRES});
    for (int row = 0; row < 3; row++) {
      assertEquals(tool[row], frame[4 * row + 3], 1e-12, "tool");
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void depthsAreThoseOfTheWrittenChain(long seed) {
    double[] q = random(seed);
    LimitTable table = new LimitTable();
    SpaceChecker checker = new SpaceChecker(model, space, table);
    model.update(q, 0);
    checker.check();
    double keepOut = Double.NEGATIVE_INFINITY;
    for (LinkCapsule capsule : space.capsules()) {
      double distance = least(q, capsule, POINTS, SpaceCheckerTest::toKeptOut);
      keepOut = Math.max(keepOut, capsule.radiusMetres() - distance);
    }
    assertEquals(keepOut, table.rows().get(0).worst(), 1e-12);
    double self = Double.NEGATIVE_INFINITY;
    for (SpaceConfig.CapsulePair pair : space.pairs()) {
      LinkCapsule one = space.capsules().get(pair.first());
      LinkCapsule other = space.capsules().get(pair.second());
      double apart =
          least(q, one, POINTS, at -> least(q, other, MANY, point -> distance(at, point)));
      self = Math.max(self, one.radiusMetres() + other.radiusMetres() - apart);
    }
    assertEquals(self, table.rows().get(1).worst(), 1e-5);
  }
}
