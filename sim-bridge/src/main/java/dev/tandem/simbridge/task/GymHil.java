package dev.tandem.simbridge.task;

import dev.tandem.runtime.signal.SignalSpec;

/**
 * The numbers that gym_hil's environments have in common: what their arm tells, and how its
 * EEActionWrapper, whose gripper rests at 1, is asked.
 */
final class GymHil {
  /** The drive of its gripper takes 0 to 255, and that is what it observes. */
  private static final double CLOSED = 255;

  /** By which an action of 1 moves the target along an axis, unless somebody sets another. */
  private static final double STEP_METRES = 0.025;

  private static final double GRIPPER_RESTS = 1;

  private GymHil() {}

  /** 18 of {@code agent_pos}; a sight of things may follow. */
  static PublishedNumbers arm(SignalSpec seen) {
    int joints = seen.block("q").size();
    return new PublishedNumbers(seen)
        .block("q", "agent_pos", 0)
        .block("qd", "agent_pos", joints)
        .channel("gripper.closed", "agent_pos." + 2 * joints, CLOSED)
        .block("tool", "agent_pos", 2 * joints + 1);
  }

  /** Three of -1 to 1 that move the target, then the gripper of 0 to 2. */
  static AskedAction asked(SimulatedTask task) {
    return AskedAction.ofUnits(task, STEP_METRES, GRIPPER_RESTS);
  }
}
