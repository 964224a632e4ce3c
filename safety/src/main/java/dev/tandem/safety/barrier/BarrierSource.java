package dev.tandem.safety.barrier;

/** One kind of limit. */
interface BarrierSource {
  /** The most rows that {@link #add} adds. */
  int maxRows();

  /** Adds the rows of this tick. Control thread. */
  void add(ArmMotion motion, double[] q, BarrierRows rows);
}
