package dev.tandem.simbridge.mujoco;

/**
 * How many worlds, and who steps them.
 *
 * @param environments worlds of one model
 * @param threads that step them, the caller's among them
 * @param substeps of the model's time step to one step of an environment
 */
public record BatchShape(int environments, int threads, int substeps) {
  public BatchShape {
    if (environments < 1 || threads < 1 || substeps < 1) {
      throw new IllegalArgumentException(
          "environments, threads and substeps must be at least 1, got "
              + environments
              + ", "
              + threads
              + ", "
              + substeps);
    }
  }
}
