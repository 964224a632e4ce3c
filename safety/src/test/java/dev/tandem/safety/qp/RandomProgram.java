package dev.tandem.safety.qp;

import java.util.random.RandomGenerator;

/**
 * A random program, feasible or not by construction, with the kinds of rows that hurt solvers:
 * repeated, opposite, badly scaled, many through one point.
 */
final class RandomProgram {
  static final int MAX_VARIABLES = 16;
  static final int MAX_ROWS = 96;

  /** Two rows are the same but for a factor, or independent. */
  static final double WELL_POSED = 1;

  /** Some rows are others turned by so many rad: a vertex moves 1e4 times as far as its bounds. */
  static final double ILL_POSED = 1e-4;

  private final RandomGenerator random;
  final QuadraticProgram program = new QuadraticProgram(MAX_VARIABLES, MAX_ROWS);
  final boolean feasible;
  private final int n;
  private final double[] inside;

  private final double turn;

  /**
   * @param turn of rows against former ones: {@link #WELL_POSED} or {@link #ILL_POSED}
   */
  RandomProgram(RandomGenerator random, double turn) {
    this.turn = turn;
    this.random = random;
    this.n = random.nextInt(1, MAX_VARIABLES + 1);
    this.inside = random.doubles(n, -1, 1).toArray();
    this.feasible = random.nextInt(3) > 0;
    program.reset(n);
    objective();
    box();
    int rows = random.nextInt(MAX_ROWS - 2 * n - 1);
    while (program.rows() < rows) {
      addRow();
    }
    if (!feasible) {
      contradict();
    }
  }

  private void objective() {
    double[][] half = new double[n][];
    for (int i = 0; i < n; i++) {
      half[i] = random.doubles(n, -1, 1).toArray();
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double sum = i == j ? 0.1 : 0;
        for (int k = 0; k < n; k++) {
          sum += half[i][k] * half[j][k];
        }
        program.hessian()[i * n + j] = sum;
      }
      program.gradient()[i] = random.nextDouble(-5, 5);
    }
  }

  private void box() {
    for (int i = 0; i < n; i++) {
      program.lower()[i] = -2 - random.nextDouble();
      program.upper()[i] = random.nextInt(4) == 0 ? inside[i] : 2 + random.nextDouble();
    }
  }

  private void addRow() {
    double[] row = random.doubles(n, -1, 1).toArray();
    switch (random.nextInt(8)) {
      case 0 -> add(row, 0, 1); // through the point inside: many such are a degenerate corner
      case 1 -> again(1, 0);
      case 2 -> again(1, turn);
      case 3 -> again(Math.pow(10, random.nextDouble(-6, 6)), 0);
      case 4 -> again(-1, 0);
      case 5 -> add(row, random.nextDouble(), Math.pow(10, random.nextDouble(-6, 6)));
      default -> add(row, random.nextDouble(), 1);
    }
  }

  /** A row that {@code inside} keeps by {@code gap}. */
  private void add(double[] row, double gap, double scale) {
    double bound = gap;
    for (int i = 0; i < n; i++) {
      bound += row[i] * inside[i];
    }
    double[] scaled = new double[n];
    for (int i = 0; i < n; i++) {
      scaled[i] = scale * row[i];
    }
    program.addRow(scaled, 0, scale * bound);
  }

  /** A former row, scaled or turned by a little. */
  private void again(double scale, double turn) {
    double[] row = random.doubles(n, -1, 1).toArray();
    if (program.rows() > 0) {
      int former = random.nextInt(program.rows());
      double largest = 0;
      for (int i = 0; i < n; i++) {
        row[i] = program.coefficients()[former * n + i] + turn * row[i];
        largest = Math.max(largest, Math.abs(row[i]));
      }
      for (int i = 0; i < n; i++) {
        row[i] *= Math.signum(scale) / largest;
      }
    }
    add(row, random.nextInt(2) * random.nextDouble(), Math.abs(scale));
  }

  /** Rows whose positive combination says 0 <= -gap. */
  private void contradict() {
    double gap = Math.pow(10, random.nextDouble(-4, 1));
    double[] last = new double[n];
    double bound = -gap;
    int rows = random.nextInt(1, 4);
    for (int r = 0; r < rows; r++) {
      double[] row = random.doubles(n, -1, 1).toArray();
      double limit = random.nextDouble(-1, 1);
      program.addRow(row, 0, limit);
      for (int i = 0; i < n; i++) {
        last[i] -= row[i];
      }
      bound -= limit;
    }
    program.addRow(last, 0, bound);
  }
}
