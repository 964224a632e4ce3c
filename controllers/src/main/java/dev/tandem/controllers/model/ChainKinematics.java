package dev.tandem.controllers.model;

import dev.tandem.runtime.model.Chain;
import dev.tandem.runtime.model.Joint;
import dev.tandem.runtime.time.HotPath;

/** Where every joint of a chain is, in base axes. Nothing is allocated after construction. */
final class ChainKinematics {
  private final int joints;
  private final double[] originInParent;

  /** Joint rotation as B + sin(q) B K + (1 - cos q) B K K (Rodrigues), [joints][9] each. */
  private final double[] fixedPart;

  private final double[] sinePart;
  private final double[] versinePart;
  private final double[] axis;
  private final double[] toolInLast;
  private final double[] local = new double[9];

  /** Row-major, [joints][9]. */
  final double[] rotation;

  /** Metres, [joints][3]. */
  final double[] origin;

  /** Motion of each joint at 1 rad/s, angular part first, [joints][6]. */
  final double[] screw;

  /** Row-major 4x4, [16]. */
  final double[] toolInBase = new double[16];

  ChainKinematics(Chain chain) {
    joints = chain.joints().size();
    originInParent = new double[3 * joints];
    fixedPart = new double[9 * joints];
    sinePart = new double[9 * joints];
    versinePart = new double[9 * joints];
    axis = new double[3 * joints];
    rotation = new double[9 * joints];
    origin = new double[3 * joints];
    screw = new double[6 * joints];
    toolInLast = chain.toolInLast().clone();
    for (int i = 0; i < joints; i++) {
      take(chain.joints().get(i), i);
    }
  }

  private void take(Joint joint, int i) {
    double[] a = joint.axis();
    double[] k = {0, -a[2], a[1], a[2], 0, -a[0], -a[1], a[0], 0};
    System.arraycopy(joint.originInParent(), 0, originInParent, 3 * i, 3);
    System.arraycopy(a, 0, axis, 3 * i, 3);
    System.arraycopy(joint.rotationInParent(), 0, fixedPart, 9 * i, 9);
    multiply(fixedPart, 9 * i, k, 0, sinePart, 9 * i);
    multiply(sinePart, 9 * i, k, 0, versinePart, 9 * i);
  }

  @HotPath
  void update(double[] q, int offset) {
    for (int i = 0; i < joints; i++) {
      double sine = Math.sin(q[offset + i]);
      double versine = 1 - Math.cos(q[offset + i]);
      for (int k = 0; k < 9; k++) {
        local[k] =
            fixedPart[9 * i + k] + sine * sinePart[9 * i + k] + versine * versinePart[9 * i + k];
      }
      place(i);
      putScrew(i);
    }
    putTool();
  }

  @HotPath
  private void place(int i) {
    if (i == 0) {
      System.arraycopy(local, 0, rotation, 0, 9);
      System.arraycopy(originInParent, 0, origin, 0, 3);
      return;
    }
    multiply(rotation, 9 * (i - 1), local, 0, rotation, 9 * i);
    for (int row = 0; row < 3; row++) {
      origin[3 * i + row] = origin[3 * (i - 1) + row] + turned(i - 1, row, originInParent, 3 * i);
    }
  }

  @HotPath
  private void putScrew(int i) {
    double zx = turned(i, 0, axis, 3 * i);
    double zy = turned(i, 1, axis, 3 * i);
    double zz = turned(i, 2, axis, 3 * i);
    double ox = origin[3 * i];
    double oy = origin[3 * i + 1];
    double oz = origin[3 * i + 2];
    screw[6 * i] = zx;
    screw[6 * i + 1] = zy;
    screw[6 * i + 2] = zz;
    screw[6 * i + 3] = oy * zz - oz * zy;
    screw[6 * i + 4] = oz * zx - ox * zz;
    screw[6 * i + 5] = ox * zy - oy * zx;
  }

  @HotPath
  private void putTool() {
    int last = joints - 1;
    for (int row = 0; row < 3; row++) {
      double x = rotation[9 * last + 3 * row];
      double y = rotation[9 * last + 3 * row + 1];
      double z = rotation[9 * last + 3 * row + 2];
      for (int column = 0; column < 4; column++) {
        toolInBase[4 * row + column] =
            x * toolInLast[column] + y * toolInLast[4 + column] + z * toolInLast[8 + column];
      }
      toolInBase[4 * row + 3] += origin[3 * last + row];
    }
    toolInBase[15] = 1;
  }

  /** One row of body i's rotation times {@code v[vi ..]}. */
  @HotPath
  double turned(int i, int row, double[] v, int vi) {
    int r = 9 * i + 3 * row;
    return rotation[r] * v[vi] + rotation[r + 1] * v[vi + 1] + rotation[r + 2] * v[vi + 2];
  }

  @HotPath
  private static void multiply(double[] a, int ai, double[] b, int bi, double[] out, int oi) {
    for (int row = 0; row < 9; row += 3) {
      double x = a[ai + row];
      double y = a[ai + row + 1];
      double z = a[ai + row + 2];
      for (int column = 0; column < 3; column++) {
        out[oi + row + column] =
            x * b[bi + column] + y * b[bi + 3 + column] + z * b[bi + 6 + column];
      }
    }
  }
}
