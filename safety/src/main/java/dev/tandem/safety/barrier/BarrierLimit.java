package dev.tandem.safety.barrier;

/** What a row of the program keeps; monitors see its number. */
public enum BarrierLimit {
  TORQUE(0, Firmness.HARD),
  JOINT(1, Firmness.HARD),
  ACCELERATION(2, Firmness.COMFORT),
  TOOL_SPEED(3, Firmness.SOFT),
  TOOL_BOX(4, Firmness.SOFT),
  KEEP_OUT(5, Firmness.SOFT),
  SELF_COLLISION(6, Firmness.SOFT),
  SINGULARITY(7, Firmness.COMFORT);

  /** What monitors know it by. */
  public final int number;

  final Firmness firmness;

  BarrierLimit(int number, Firmness firmness) {
    this.number = number;
    this.firmness = firmness;
  }

  /** What gives way when not everything can be kept; later ones never do. */
  enum Firmness {
    COMFORT,
    SOFT,
    HARD
  }
}
