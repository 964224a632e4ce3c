package dev.tandem.controllers.model;

import dev.tandem.runtime.time.HotPath;

/**
 * Six-dimensional vectors about the base origin, in base axes, angular part first (Featherstone,
 * "Rigid Body Dynamics Algorithms", 2008, chapter 2). Because all share one frame no vector is ever
 * transformed. An inertia is ten numbers: m, m c (3), and I about the base origin (xx, yy, zz, xy,
 * xz, yz).
 */
final class Spatial {
  static final int INERTIA = 10;

  private Spatial() {}

  /** {@code out = v x m} for motions v and m. */
  @HotPath
  static void crossMotion(double[] v, int vi, double[] m, int mi, double[] out) {
    double wx = v[vi];
    double wy = v[vi + 1];
    double wz = v[vi + 2];
    out[0] = wy * m[mi + 2] - wz * m[mi + 1];
    out[1] = wz * m[mi] - wx * m[mi + 2];
    out[2] = wx * m[mi + 1] - wy * m[mi];
    out[3] = wy * m[mi + 5] - wz * m[mi + 4] + v[vi + 4] * m[mi + 2] - v[vi + 5] * m[mi + 1];
    out[4] = wz * m[mi + 3] - wx * m[mi + 5] + v[vi + 5] * m[mi] - v[vi + 3] * m[mi + 2];
    out[5] = wx * m[mi + 4] - wy * m[mi + 3] + v[vi + 3] * m[mi + 1] - v[vi + 4] * m[mi];
  }

  /** {@code out[oi ..] += v x* f} for a motion v and a force f. */
  @HotPath
  static void addCrossForce(double[] v, int vi, double[] f, double[] out, int oi) {
    double wx = v[vi];
    double wy = v[vi + 1];
    double wz = v[vi + 2];
    out[oi] += wy * f[2] - wz * f[1] + v[vi + 4] * f[5] - v[vi + 5] * f[4];
    out[oi + 1] += wz * f[0] - wx * f[2] + v[vi + 5] * f[3] - v[vi + 3] * f[5];
    out[oi + 2] += wx * f[1] - wy * f[0] + v[vi + 3] * f[4] - v[vi + 4] * f[3];
    out[oi + 3] += wy * f[5] - wz * f[4];
    out[oi + 4] += wz * f[3] - wx * f[5];
    out[oi + 5] += wx * f[4] - wy * f[3];
  }

  /** {@code out[oi ..] = I m}: the momentum of motion m, or the force of acceleration m. */
  @HotPath
  static void times(double[] inertia, int ii, double[] m, int mi, double[] out, int oi) {
    double mass = inertia[ii];
    double hx = inertia[ii + 1];
    double hy = inertia[ii + 2];
    double hz = inertia[ii + 3];
    double wx = m[mi];
    double wy = m[mi + 1];
    double wz = m[mi + 2];
    double vx = m[mi + 3];
    double vy = m[mi + 4];
    double vz = m[mi + 5];
    out[oi] =
        inertia[ii + 4] * wx + inertia[ii + 7] * wy + inertia[ii + 8] * wz + hy * vz - hz * vy;
    out[oi + 1] =
        inertia[ii + 7] * wx + inertia[ii + 5] * wy + inertia[ii + 9] * wz + hz * vx - hx * vz;
    out[oi + 2] =
        inertia[ii + 8] * wx + inertia[ii + 9] * wy + inertia[ii + 6] * wz + hx * vy - hy * vx;
    out[oi + 3] = mass * vx + wy * hz - wz * hy;
    out[oi + 4] = mass * vy + wz * hx - wx * hz;
    out[oi + 5] = mass * vz + wx * hy - wy * hx;
  }

  /** Power of a force along a motion. */
  @HotPath
  static double dot(double[] m, int mi, double[] f, int fi) {
    return m[mi] * f[fi]
        + m[mi + 1] * f[fi + 1]
        + m[mi + 2] * f[fi + 2]
        + m[mi + 3] * f[fi + 3]
        + m[mi + 4] * f[fi + 4]
        + m[mi + 5] * f[fi + 5];
  }
}
