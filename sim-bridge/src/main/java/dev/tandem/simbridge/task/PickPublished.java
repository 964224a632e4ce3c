package dev.tandem.simbridge.task;

import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.simbridge.world.TableWorld;

/**
 * {@link PickCube} with exactly the spaces of those whose task it is, to be read one beside the
 * other: names, order and units of what is observed, without bounds as theirs, and the bounds of
 * what is asked.
 */
public final class PickPublished {
  /** By which an action of SERL's of 1 moves the target along an axis. */
  private static final double SERL_STEP_METRES = 0.1;

  private PickPublished() {}

  /** PandaPickCubeGymEnv of franka_sim, in the order in which it declares its observation. */
  public static SimulatedTask serl(TableWorld world) {
    PickCube task = PickCube.dense(world);
    SignalSpec seen = task.observationSpec();
    return new PublishedTask(
        task,
        serlArm(seen).block("cube", "block_pos", 0),
        serlArm(seen),
        AskedAction.ofUnits(task, SERL_STEP_METRES, 0));
  }

  private static PublishedNumbers serlArm(SignalSpec seen) {
    return new PublishedNumbers(seen)
        .block("tool", "panda/tcp_pos", 0)
        .block("tool_velocity", "panda/tcp_vel", 0)
        .channel("gripper.closed", "panda/gripper_pos", 1);
  }

  /** PandaPickCubeGymEnv of gym_hil in its EEActionWrapper. */
  public static SimulatedTask gymHil(TableWorld world) {
    PickCube task = PickCube.sparse(world);
    SignalSpec seen = task.observationSpec();
    return new PublishedTask(
        task,
        GymHil.arm(seen).block("cube", "environment_state", 0),
        GymHil.arm(seen),
        GymHil.asked(task));
  }
}
