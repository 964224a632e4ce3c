package dev.tandem.simbridge.task;

import dev.tandem.simbridge.task.PickRules.StartArea;
import java.util.List;

/**
 * In which ways two published tasks of one kind differ.
 *
 * @param name of the task
 * @param homeRad where the arm starts
 * @param area where the cube starts, drawn evenly
 * @param observed channels and blocks of channels that the policy sees, in this order
 * @param dense whether the reward is
 */
record PickVariant(
    String name,
    TablePace pace,
    double[] homeRad,
    StartArea area,
    List<String> observed,
    boolean dense) {
  /** SERL's PandaPickCube (arXiv 2401.16013) from state: 50 decisions a second. */
  static PickVariant serl() {
    return new PickVariant(
        "pick-cube",
        new TablePace(10, 100, 0.98, 0.1),
        TableTask.HOME_RAD,
        new StartArea(0.25, 0.55, -0.25, 0.25),
        List.of("tool", "tool_velocity", "gripper.closed", "cube"),
        true);
  }

  /** Gym-hil's PandaPickCube from state, the cube's place random: 10 decisions a second. */
  static PickVariant gymHil() {
    return new PickVariant(
        "pick-cube-sparse",
        new TablePace(50, 100, 0.97, 0.025),
        new double[] {0, 0.195, 0, -2.43, 0, 2.62, 0.785},
        new StartArea(0.2, 0.6, -0.25, 0.25),
        List.of("q", "qd", "gripper.closed", "tool", "cube"),
        false);
  }
}
