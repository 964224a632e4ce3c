package dev.tandem.safety.qp;

/** How a quadratic program ended. Only after SOLVED is there a solution. */
public enum QpStatus {
  SOLVED,
  /** No point satisfies all rows and bounds. */
  INFEASIBLE,
  /** Too many steps, a residual that is too large, or figures that are not finite. */
  EXHAUSTED
}
