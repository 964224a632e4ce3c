package dev.tandem.controllers.model;

/**
 * A frame in its parent's frame.
 *
 * @param rotation row-major, [9]
 * @param translationM [3]
 */
record Pose(double[] rotation, double[] translationM) {
  static final Pose IDENTITY = of(new double[3], new double[3]);

  /** URDF's convention: roll, pitch and yaw about the parent's fixed x, y and z, in that order. */
  static Pose of(double[] translationM, double[] rollPitchYawRad) {
    double cr = Math.cos(rollPitchYawRad[0]);
    double sr = Math.sin(rollPitchYawRad[0]);
    double cp = Math.cos(rollPitchYawRad[1]);
    double sp = Math.sin(rollPitchYawRad[1]);
    double cy = Math.cos(rollPitchYawRad[2]);
    double sy = Math.sin(rollPitchYawRad[2]);
    double[] rotation = {
      cy * cp,
      cy * sp * sr - sy * cr,
      cy * sp * cr + sy * sr,
      sy * cp,
      sy * sp * sr + cy * cr,
      sy * sp * cr - cy * sr,
      -sp,
      cp * sr,
      cp * cr
    };
    return new Pose(rotation, translationM.clone());
  }

  Pose times(Pose inner) {
    double[] product = new double[9];
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 3; column++) {
        for (int k = 0; k < 3; k++) {
          product[3 * row + column] += rotation[3 * row + k] * inner.rotation[3 * k + column];
        }
      }
    }
    return new Pose(product, apply(inner.translationM));
  }

  double[] apply(double[] point) {
    double[] moved = translationM.clone();
    for (int row = 0; row < 3; row++) {
      for (int k = 0; k < 3; k++) {
        moved[row] += rotation[3 * row + k] * point[k];
      }
    }
    return moved;
  }

  /** 4x4 homogeneous transform, row-major. */
  double[] toHomogeneous() {
    double[] r = rotation;
    double[] t = translationM;
    return new double[] {
      r[0], r[1], r[2], t[0], r[3], r[4], r[5], t[1], r[6], r[7], r[8], t[2], 0, 0, 0, 1
    };
  }
}
