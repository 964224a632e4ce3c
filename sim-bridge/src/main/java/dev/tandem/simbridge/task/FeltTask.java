package dev.tandem.simbridge.task;

import dev.tandem.runtime.sense.ImageEncoder;

/** A task whose policy is told what pads feel, beside all that it is told without. One thread. */
public final class FeltTask extends EncodedTask {
  /** Before the name of each of these numbers. */
  public static final String BLOCK = "touch";

  /**
   * For a task whose pads feel.
   *
   * @param touch what is told of what they feel
   */
  public FeltTask(SimulatedTask task, ImageEncoder touch) {
    super(task, task.encoder(), BLOCK, touch);
  }
}
