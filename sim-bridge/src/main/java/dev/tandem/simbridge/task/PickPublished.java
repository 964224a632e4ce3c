package dev.tandem.simbridge.task;

import dev.tandem.runtime.signal.Channel;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.simbridge.world.TableWorld;
import java.util.ArrayList;
import java.util.List;

/**
 * {@link PickCube} with exactly the spaces of those whose task it is, to be read one beside the
 * other: names, order and units of what is observed, without bounds as theirs, and the bounds of
 * what is asked.
 */
public final class PickPublished {
  private static final String CLOSED = "gripper.closed";

  /** The drive of gym-hil's gripper takes 0 to 255, and that is what it observes. */
  private static final double GYM_HIL_CLOSED = 255;

  private PickPublished() {}

  /** PandaPickCubeGymEnv of franka_sim, in the order in which it declares its observation. */
  public static SimulatedTask serl(TableWorld world) {
    PickCube task = PickCube.dense(world);
    SignalSpec seen = task.observationSpec();
    return new PublishedTask(
        task, serlArm(seen).block("cube", "block_pos", 0), serlArm(seen), asked(task, 0));
  }

  private static PublishedNumbers serlArm(SignalSpec seen) {
    return new PublishedNumbers(seen)
        .block("tool", "panda/tcp_pos", 0)
        .block("tool_velocity", "panda/tcp_vel", 0)
        .channel(CLOSED, "panda/gripper_pos", 1);
  }

  /** PandaPickCubeGymEnv of gym_hil in its EEActionWrapper, whose gripper rests at 1. */
  public static SimulatedTask gymHil(TableWorld world) {
    PickCube task = PickCube.sparse(world);
    SignalSpec seen = task.observationSpec();
    return new PublishedTask(
        task,
        gymHilArm(seen).block("cube", "environment_state", 0),
        gymHilArm(seen),
        asked(task, 1));
  }

  private static PublishedNumbers gymHilArm(SignalSpec seen) {
    int joints = seen.block("q").size();
    return new PublishedNumbers(seen)
        .block("q", "agent_pos", 0)
        .block("qd", "agent_pos", joints)
        .channel(CLOSED, "agent_pos." + 2 * joints, GYM_HIL_CLOSED)
        .block("tool", "agent_pos", 2 * joints + 1);
  }

  /** Three of -1 to 1 that move the target by as much as it may, then the gripper. */
  private static AskedAction asked(PickCube task, double gripperRests) {
    List<Channel> ours = task.actionSpec().channels();
    List<Channel> theirs = new ArrayList<>();
    double[] middle = new double[ours.size()];
    double[] scale = new double[ours.size()];
    middle[ours.size() - 1] = gripperRests;
    for (int i = 0; i < ours.size(); i++) {
      scale[i] = ours.get(i).max();
      theirs.add(new Channel(ours.get(i).name(), "1", middle[i] - 1, middle[i] + 1));
    }
    SignalSpec spec = new SignalSpec(task.name() + " action", theirs);
    return new AskedAction(spec, middle, scale);
  }
}
