package dev.tandem.safety.qp;

import dev.tandem.runtime.time.HotPath;

/**
 * Dual active-set method of Goldfarb and Idnani ("A numerically stable dual method for solving
 * strictly convex quadratic programs", Mathematical Programming 27, 1983): starts at the
 * unconstrained minimum and makes the most violated constraint active, dropping others on the way,
 * until none is violated. Finds out by itself when the constraints contradict each other.
 *
 * <p>Nothing is allocated after construction. One thread.
 */
public final class DualActiveSet {
  /** Steps after which the control thread has waited long enough. */
  public static final int USUAL_STEPS = 60;

  private static final double VIOLATED = 1e-10;
  private static final double RESIDUAL = 1e-6;

  /** Sine of the angle below which a normal counts as a combination of the active ones. */
  private static final double PARALLEL = 1e-10;

  /** Violation that rounding explains where normals depend on each other; below the residual. */
  private static final double EXPLAINED = 1e-7;

  private static final double NO_DECREASE = 1e-12;

  private final int maxSteps;
  private final ConstraintTable table;
  private final ActiveSet active;
  private final double[] factor;
  private final double[] x;
  private final double[] d;
  private final double[] direction;
  private final double[] decrease;
  private int variables;
  private int steps;

  public DualActiveSet(int maxVariables, int maxRows, int maxSteps) {
    if (maxSteps < 1) {
      throw new IllegalArgumentException("maxSteps must be >= 1, got " + maxSteps);
    }
    this.maxSteps = maxSteps;
    this.table = new ConstraintTable(maxVariables, maxRows);
    this.active = new ActiveSet(maxVariables, maxRows + 2 * maxVariables);
    this.factor = new double[maxVariables * maxVariables];
    this.x = new double[maxVariables];
    this.d = new double[maxVariables];
    this.direction = new double[maxVariables];
    this.decrease = new double[maxVariables];
  }

  @HotPath
  public QpStatus solve(QuadraticProgram program) {
    steps = 0;
    variables = program.variables();
    if (!table.load(program)
        || !CholeskyFactor.compute(program.hessian(), variables, factor)
        || !startAtMinimum(program.gradient())) {
      return QpStatus.EXHAUSTED;
    }
    active.start(factor, variables);
    for (int next = mostViolated(); next >= 0; next = mostViolated()) {
      QpStatus status = activate(next);
      if (status != QpStatus.SOLVED) {
        return status;
      }
    }
    return Residual.of(program, table, active, x) <= RESIDUAL
        ? QpStatus.SOLVED
        : QpStatus.EXHAUSTED;
  }

  @HotPath
  private boolean startAtMinimum(double[] gradient) {
    for (int i = 0; i < variables; i++) {
      x[i] = -gradient[i];
    }
    CholeskyFactor.solve(factor, variables, x);
    boolean finite = true;
    for (int i = 0; i < variables; i++) {
      finite &= Double.isFinite(x[i]);
    }
    return finite;
  }

  @HotPath
  private int mostViolated() {
    int worst = -1;
    double least = 0;
    for (int k = 0; k < table.count(); k++) {
      double slack = table.slack(k, x);
      if (slack < least && slack < -tolerance(k) && !active.contains(k)) {
        worst = k;
        least = slack;
      }
    }
    return worst;
  }

  @HotPath
  private double tolerance(int constraint) {
    return VIOLATED * (1 + Math.abs(table.limit(constraint)));
  }

  /** Steps until the constraint holds and is active; SOLVED when that was possible. */
  @HotPath
  private QpStatus activate(int constraint) {
    double multiplier = 0;
    while (steps++ < maxSteps) {
      active.project(table, constraint, d);
      active.multiplierDirection(d, decrease);
      double movable = movable();
      if (movable == 0 && multiplier == 0 && isExplained(constraint)) {
        active.tolerate(constraint);
        return QpStatus.SOLVED;
      }
      int blocking = blocking();
      double dualStep =
          blocking < 0
              ? Double.POSITIVE_INFINITY
              : active.multiplier(blocking) / decrease[blocking];
      double fullStep =
          movable > 0
              ? Math.max(0, -table.slack(constraint, x)) / movable
              : Double.POSITIVE_INFINITY;
      double step = Math.min(dualStep, fullStep);
      if (step == Double.POSITIVE_INFINITY) {
        return isExplained(constraint) ? QpStatus.EXHAUSTED : QpStatus.INFEASIBLE;
      }
      advance(step, movable > 0);
      multiplier += step;
      if (fullStep <= dualStep) {
        active.add(constraint, multiplier, d);
        return QpStatus.SOLVED;
      }
      active.drop(blocking);
    }
    return QpStatus.EXHAUSTED;
  }

  @HotPath
  private boolean isExplained(int constraint) {
    return table.slack(constraint, x) > -EXPLAINED * (1 + Math.abs(table.limit(constraint)));
  }

  /** Squared length of the part of the normal that the active ones leave free; 0 when none is. */
  @HotPath
  private double movable() {
    double fixed = 0;
    for (int k = 0; k < active.size(); k++) {
      fixed += d[k] * d[k];
    }
    double free = 0;
    for (int k = active.size(); k < variables; k++) {
      free += d[k] * d[k];
    }
    return free > PARALLEL * PARALLEL * (fixed + free) ? free : 0;
  }

  /** The active constraint whose multiplier reaches zero first, or -1. */
  @HotPath
  private int blocking() {
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

  @HotPath
  private void advance(double step, boolean moves) {
    if (moves) {
      active.direction(d, direction);
      for (int i = 0; i < variables; i++) {
        x[i] -= step * direction[i];
      }
    }
    active.stepMultipliers(step, decrease);
  }

  /** The solution after SOLVED, [variables]; the same array every time. */
  @HotPath
  public double[] solution() {
    return x;
  }

  /** Steps that the last program took. */
  @HotPath
  public int steps() {
    return steps;
  }

  /**
   * The constraint with the largest multiplier: a row's index, then {@code rows + i} for the upper
   * and {@code rows + variables + i} for the lower bound of variable i; -1 when none is active.
   */
  @HotPath
  public int hardestConstraint() {
    int hardest = -1;
    double largest = 0;
    for (int k = 0; k < active.size(); k++) {
      if (active.multiplier(k) > largest) {
        largest = active.multiplier(k);
        hardest = active.constraint(k);
      }
    }
    return hardest;
  }
}
