package dev.tandem.simbridge.plant;

import dev.tandem.runtime.model.Chain;

/** Finds joint positions for a tool that points straight down, before an episode. */
public final class ToolPlacement {
  private final InverseKinematics inverse;

  public ToolPlacement(Chain chain) {
    this.inverse = new InverseKinematics(new ChainKinematics(chain));
  }

  /**
   * Moves {@code q}, rad, from a posture nearby to one with the tool at a point in the base frame,
   * metres.
   *
   * @throws IllegalArgumentException when the tool cannot get there
   */
  public void place(double[] q, double x, double y, double z) {
    if (!inverse.solve(q, new double[] {x, y, z})) {
      throw new IllegalArgumentException(
          "the tool cannot reach (" + x + ", " + y + ", " + z + ") m pointing down");
    }
  }
}
