package dev.tandem.simbridge.task;

import dev.tandem.simbridge.camera.Cameras;
import dev.tandem.simbridge.camera.Sight;

/** A task whose world is seen by cameras, which begin anew with every episode. One thread. */
public final class SightedTask extends WrappedTask {
  private final Cameras cameras;

  /**
   * Adds cameras to a task.
   *
   * @param cameras of the task's own world
   */
  public SightedTask(SimulatedTask task, Cameras cameras) {
    super(task);
    this.cameras = cameras;
  }

  @Override
  public void reset(long episodeSeed) {
    super.reset(episodeSeed);
    cameras.begin(Sight.NOMINAL, episodeSeed);
  }

  @Override
  public Cameras cameras() {
    return cameras;
  }
}
