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

  /** Violation that rounding explains where normals depend on each other; below the residual. */
  private static final double EXPLAINED = 1e-7;

  /** The same where another constraint could still give way. */
  private static final double ROUNDING = 1e-9;

  private final int maxSteps;
  private final ConstraintTable table;
  private final ActiveSet active;
  private final double[] factor;
  private final double[] x;
  private final DualStep step;
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
    this.step = new DualStep(maxVariables);
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
      step.aim(table, active, constraint, variables);
      double allowed = step.blocking() < 0 ? EXPLAINED : ROUNDING;
      if (!step.moves() && multiplier == 0 && isWithin(allowed, constraint)) {
        active.tolerate(constraint);
        return QpStatus.SOLVED;
      }
      double dualLength = step.dualLength(active);
      double fullLength = step.fullLength(-table.slack(constraint, x));
      double length = Math.min(dualLength, fullLength);
      if (length == Double.POSITIVE_INFINITY) {
        return isWithin(EXPLAINED, constraint) ? QpStatus.EXHAUSTED : QpStatus.INFEASIBLE;
      }
      step.advance(length, active, x);
      multiplier += length;
      if (fullLength <= dualLength) {
        active.add(constraint, multiplier, step.projection);
        return QpStatus.SOLVED;
      }
      active.drop(step.blocking());
    }
    return QpStatus.EXHAUSTED;
  }

  @HotPath
  private boolean isWithin(double allowed, int constraint) {
    return table.slack(constraint, x) > -allowed * (1 + Math.abs(table.limit(constraint)));
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

  /** How many constraints hold the solution where it is. */
  @HotPath
  public int activeConstraints() {
    return active.size();
  }

  /** One of these, numbered like {@link #hardestConstraint}. */
  @HotPath
  public int activeConstraint(int index) {
    return active.constraint(index);
  }

  /** The active constraints, numbered like {@link #hardestConstraint}. */
  ActiveSet active() {
    return active;
  }
}
