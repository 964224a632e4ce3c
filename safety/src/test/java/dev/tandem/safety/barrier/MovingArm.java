package dev.tandem.safety.barrier;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.safety.FilteredArm;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/** arm7 on its way, with a table of rows that no drive's rate softens. */
final class MovingArm {
  static final int JOINTS = FilteredArm.JOINTS;
  static final double RESPONSE_SECONDS = 0.02;
  private static final double UNLIMITED_NM_PER_S = 1e9;
  private static final double STEP_SECONDS = 1e-4;

  final FilteredArm arm = new FilteredArm();
  static final BarrierNames NAMES =
      new BarrierNames(
          FilteredArm.JOINTS, new SpaceConfig(List.of(), List.of(), List.of(), 2, 0.05, 0.005));

  final ArmMotion motion = new ArmMotion(arm.model);
  final BarrierRows rows = new BarrierRows(motion, 64, RESPONSE_SECONDS, UNLIMITED_NM_PER_S);

  /** A point of the arm, where it is with these joint angles, [3]. */
  interface Place {
    double[] at(double[] q);
  }

  /** Moves each joint from home by up to so much, at up to so much. */
  MovingArm(long seed, double rad, double radPerS) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < JOINTS; i++) {
      arm.q[i] += rad * random.nextDouble(-1, 1);
      arm.qd[i] = radPerS * random.nextDouble(-1, 1);
    }
  }

  /** Empties the table. */
  void start() {
    assertTrue(motion.update(arm.q, arm.qd));
    assertTrue(rows.start(arm.gravityTorque(), false, 1e-3, 1));
  }

  /** Empties the table and fills it with the rows of one kind of limit. */
  void add(BarrierSource source) {
    start();
    source.add(motion, arm.q, rows);
  }

  double[] row(int index) {
    return Arrays.copyOfRange(rows.coefficients, index * JOINTS, (index + 1) * JOINTS);
  }

  /** How fast the arm moves along a row. */
  double speed(int index) {
    double sum = 0;
    for (int i = 0; i < JOINTS; i++) {
      sum += row(index)[i] * arm.qd[i];
    }
    return sum;
  }

  double[] tool(double[] q) {
    double[] pose = new double[16];
    arm.model.update(q, 0);
    arm.model.toolInBase(pose);
    return new double[] {pose[3], pose[7], pose[11]};
  }

  /** A point in a link's frame. */
  double[] onLink(int link, double[] inLink, double[] q) {
    double[] pose = new double[16];
    arm.model.update(q, 0);
    arm.model.linkInBase(link, pose);
    double[] point = new double[3];
    for (int k = 0; k < 3; k++) {
      point[k] = pose[4 * k + 3];
      for (int i = 0; i < 3; i++) {
        point[k] += pose[4 * k + i] * inLink[i];
      }
    }
    return point;
  }

  private double[] later(double seconds) {
    double[] moved = new double[JOINTS];
    Arrays.setAll(moved, i -> arm.q[i] + seconds * arm.qd[i]);
    return moved;
  }

  /** By finite differences, in m/s, [3]. */
  double[] velocity(Place place) {
    double[] after = place.at(later(STEP_SECONDS));
    double[] before = place.at(later(-STEP_SECONDS));
    double[] velocity = new double[3];
    Arrays.setAll(velocity, k -> (after[k] - before[k]) / (2 * STEP_SECONDS));
    return velocity;
  }

  /** While no joint accelerates, by finite differences, in m/s2, [3]. */
  double[] acceleration(Place place) {
    double[] after = place.at(later(STEP_SECONDS));
    double[] now = place.at(arm.q);
    double[] before = place.at(later(-STEP_SECONDS));
    double[] bend = new double[3];
    Arrays.setAll(bend, k -> (after[k] - 2 * now[k] + before[k]) / (STEP_SECONDS * STEP_SECONDS));
    return bend;
  }

  /** The direction n in which a row {@code n' J} looks at the tool, [3]. */
  double[] direction(int index) {
    double[] all = new double[6 * JOINTS];
    arm.model.update(arm.q, 0);
    arm.model.jacobian(all);
    DMatrixRMaj turned = new DMatrixRMaj(JOINTS, 3);
    for (int k = 0; k < 3; k++) {
      for (int i = 0; i < JOINTS; i++) {
        turned.set(i, k, all[k * JOINTS + i]);
      }
    }
    DMatrixRMaj direction = new DMatrixRMaj(3, 1);
    assertTrue(CommonOps_DDRM.solve(turned, new DMatrixRMaj(row(index)), direction));
    return direction.data;
  }

  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      sum += a[k] * b[k];
    }
    return sum;
  }
}
