package dev.tandem.simbridge.randomize;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.controllers.model.Arm7;
import dev.tandem.controllers.model.ChainModel;
import dev.tandem.runtime.signal.MutableObservation;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ToolFromJointsTest {
  /** The measured joints, and where their kinematics have the tool, with its speed. */
  private static double[] toolOf(double[] values) {
    ChainModel model = new ChainModel(Arm7.chain());
    double[] pose = new double[16];
    double[] jacobian = new double[42];
    model.update(values, 0);
    model.toolInBase(pose);
    model.jacobian(jacobian);
    double[] tool = {pose[3], pose[7], pose[11], 0, 0, 0};
    for (int i = 0; i < 21; i++) {
      tool[3 + i / 7] += jacobian[i] * values[7 + i % 7];
    }
    return tool;
  }

  private static double[] tool(double[] values) {
    return Arrays.copyOfRange(values, 21, 27);
  }

  private static Map<Parameter, Distribution> wrongJoints(double toolFromJoints) {
    return Map.of(
        Parameter.SENSING_JOINT_NOISE_RAD, Distribution.fixed(0.01),
        Parameter.SENSING_SPEED_NOISE_RAD_PER_S, Distribution.fixed(0.1),
        Parameter.SENSING_JOINT_BIAS_RAD, Distribution.fixed(0.02),
        Parameter.SENSING_TOOL_FROM_JOINTS, Distribution.fixed(toolFromJoints));
  }

  @Test
  void theToolIsWhereTheMeasuredJointsHaveIt() {
    RandomizedTask task = VariedPeg.task(wrongJoints(1));
    double[] seen = VariedPeg.episode(task, 4, 50);
    assertArrayEquals(toolOf(seen), tool(seen), 1e-9);
    double[] truth = new double[seen.length];
    task.truth(new MutableObservation(task.observationSpec())).copyTo(truth, 0);
    assertArrayEquals(toolOf(truth), tool(truth), 1e-9);
    assertTrue(Math.abs(seen[21] - truth[21]) > 1e-4, "measured " + seen[21]);
    assertTrue(Math.abs(seen[24] - truth[24]) > 1e-3, "measured " + seen[24]);
  }

  @Test
  void theToolIsTheTrueOneUnlessItIsToComeFromTheJoints() {
    double[] seen = VariedPeg.episode(VariedPeg.task(wrongJoints(0)), 4, 50);
    double[] truth = VariedPeg.episode(VariedPeg.task(Map.of()), 4, 50);
    assertArrayEquals(tool(truth), tool(seen));
    assertTrue(Math.abs(seen[0] - truth[0]) > 1e-4);
  }
}
