package dev.tandem.safety.qp;

import dev.tandem.runtime.time.HotPath;

/** One step of the dual method: where x and the multipliers go, and how far they may. */
final class DualStep {
  /** Tangent of the angle up to which a normal counts as a combination of the active ones. */
  private static final double PARALLEL = 1e-10;

  private static final double NO_DECREASE = 1e-12;

  /** {@code J' normal}, [variables]. */
  final double[] projection;

  private final double[] direction;
  private final double[] decrease;
  private int variables;
  private double free;
  private int blocking;

  DualStep(int maxVariables) {
    this.projection = new double[maxVariables];
    this.direction = new double[maxVariables];
    this.decrease = new double[maxVariables];
  }

  /** Towards a constraint, from the active ones. */
  @HotPath
  void aim(ConstraintTable table, ActiveSet active, int constraint, int variableCount) {
    variables = variableCount;
    active.project(table, constraint, projection);
    active.multiplierDirection(projection, decrease);
    free = freePart(active.size());
    blocking = firstToVanish(active);
  }

  /** Squared length of the part of the normal that the active ones leave free; 0 when none is. */
  @HotPath
  private double freePart(int size) {
    double fixed = 0;
    for (int k = 0; k < size; k++) {
      fixed += projection[k] * projection[k];
    }
    double left = 0;
    for (int k = size; k < variables; k++) {
      left += projection[k] * projection[k];
    }
    return left > PARALLEL * PARALLEL * fixed ? left : 0;
  }

  @HotPath
  private int firstToVanish(ActiveSet active) {
    int first = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int k = 0; k < active.size(); k++) {
      if (decrease[k] > NO_DECREASE && active.multiplier(k) < least * decrease[k]) {
        first = k;
        least = active.multiplier(k) / decrease[k];
      }
    }
    return first;
  }

  /** False when only multipliers can change. */
  @HotPath
  boolean moves() {
    return free > 0;
  }

  /** The active constraint whose multiplier reaches zero first, or -1. */
  @HotPath
  int blocking() {
    return blocking;
  }

  /** How far until {@link #blocking}. */
  @HotPath
  double dualLength(ActiveSet active) {
    return blocking < 0
        ? Double.POSITIVE_INFINITY
        : active.multiplier(blocking) / decrease[blocking];
  }

  /** How far until a constraint violated by so much holds. */
  @HotPath
  double fullLength(double violation) {
    return moves() ? Math.max(0, violation) / free : Double.POSITIVE_INFINITY;
  }

  @HotPath
  void advance(double length, ActiveSet active, double[] x) {
    if (moves()) {
      active.direction(projection, direction);
      for (int i = 0; i < variables; i++) {
        x[i] -= length * direction[i];
      }
    }
    active.stepMultipliers(length, decrease);
  }
}
