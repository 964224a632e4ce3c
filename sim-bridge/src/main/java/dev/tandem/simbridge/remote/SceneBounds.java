package dev.tandem.simbridge.remote;

/** Beyond these a simulator may not take a scene's figures, or lose what they say. */
final class SceneBounds {
  private static final double LEAST_OF_CONTACT = 1e-9;
  private static final double MOST_OF_CONTACT = 1e9;

  /** N, Nm and s; none of ours has a hundredth of it. */
  private static final double MOST_OF_WRENCH = 1_000;

  private SceneBounds() {}

  /** Stiffness, damping, friction, slip speed. */
  static double[] requireContact(double[] values) throws ProtocolException {
    for (int i = 0; i < values.length; i++) {
      boolean mayBeNone = i == 1 || i == 2;
      boolean within = values[i] >= LEAST_OF_CONTACT && values[i] <= MOST_OF_CONTACT;
      require(
          within || (mayBeNone && values[i] == 0),
          "contact",
          "numbers of 1e-9 to 1e9, damping and friction also 0",
          values[i]);
    }
    return values;
  }

  /** Noise of forces and of torques, time constant. */
  static double[] requireWrench(double[] values) throws ProtocolException {
    for (double value : values) {
      require(value >= 0 && value <= MOST_OF_WRENCH, "wrench", "numbers of 0 to 1000", value);
    }
    return values;
  }

  static void requireStep(double seconds) throws ProtocolException {
    require(seconds > 0, "max_step", "more than 0 s", seconds);
  }

  static void requireRadius(double metres) throws ProtocolException {
    require(metres > 0, "sphere", "a radius above 0", metres);
  }

  static void requireHalfExtent(double metres) throws ProtocolException {
    require(metres > 0, "box", "half extents above 0", metres);
  }

  private static void require(boolean holds, String key, String expected, double found)
      throws ProtocolException {
    if (!holds) {
      throw new ProtocolException(
          ErrorCode.IMPOSSIBLE, key + ": expected " + expected + ", found " + found);
    }
  }
}
