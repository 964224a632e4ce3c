package dev.tandem.simbridge.task;

import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.simbridge.world.TableScene;
import dev.tandem.simbridge.world.TableWorld;

/**
 * {@link ArrangeBoxes} with exactly the spaces of PandaArrangeBoxesGymEnv of gym_hil in its
 * EEActionWrapper. Its state tells of the first of its five boxes only, and so of the first of our
 * two here: where the others are, only pictures show.
 */
public final class ArrangePublished {
  private ArrangePublished() {}

  /** In a world of {@link TableScene#BOXES}. */
  public static SimulatedTask gymHil(TableWorld world) {
    ArrangeBoxes task = new ArrangeBoxes(world);
    SignalSpec seen = task.observationSpec();
    String first = TableScene.BOXES.things().get(0);
    return new PublishedTask(
        task,
        GymHil.arm(seen).block(first, "environment_state", 0),
        GymHil.arm(seen),
        GymHil.asked(task));
  }
}
