package dev.tandem.app.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.app.robot.Robot;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdversaryBenchTest {
  private static final List<String> HELD =
      List.of(
          "joint_position_outside_rad",
          "joint_speed_ratio",
          "torque_ratio",
          "torque_step_nm",
          "tool_speed_m_per_s",
          "reduced_tool_speed_m_per_s",
          "tool_box_outside_m",
          "keep_out_depth_m",
          "self_collision_depth_m",
          "asked_acceleration_ratio",
          "set_point_m_per_s",
          "reduced_set_point_m_per_s",
          "set_point_m_per_s2",
          "set_point_m_per_s3",
          "set_point_rad_per_s",
          "reduced_set_point_rad_per_s",
          "set_point_rad_per_s2",
          "set_point_rad_per_s3",
          "not_finite");

  @Test
  void nothingGetsPastTheChainWhileTheArmKeepsMoving() {
    AdversaryBench.Result result = AdversaryBench.run(Robot.shipped(), 60_000, 1);
    Figures figures = new Figures(result.figures());
    for (String limit : HELD) {
      assertEquals(0, figures.number("violations_" + limit), limit);
    }
    double measured = figures.number("worst_measured_acceleration_ratio");
    assertTrue(measured > 0.5, "the joints were accelerated: " + measured);
    assertEquals(0, figures.number("violations_measured_acceleration_ratio"), "shown, not judged");
    assertTrue(figures.number("unlatched_share") > 0.95);
    assertTrue(figures.number("binding_share") > 0.05, "a harmless adversary shows nothing");
  }
}
