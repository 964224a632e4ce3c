package dev.tandem.app.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.app.robot.Robot;
import java.util.ArrayList;
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
          "power_taken_in_time_s",
          "left_standstill_rad",
          "powered_after_a_refused_command",
          "not_finite");

  @Test
  void nothingGetsPastTheChainNeitherWhileTheArmMovesNorWhileItStops() {
    AdversaryRun run = new AdversaryRun(Robot.shipped(), AdversaryWorld.OWN_MODEL, 60_000, 1);
    Figures figures = new Figures(run.run().figures());
    for (String limit : HELD) {
      assertEquals(0, figures.number("violations_" + limit), limit);
    }
    assertEquals("[]", figures.text("not_exercised"));
    figures.arePositive(
        "withheld_ticks",
        "poisoned_actions",
        "poisoned_torques",
        "replayed_actions",
        "replayed_torques",
        "recoveries",
        "refused_recoveries",
        "worst_reduced_tool_speed_m_per_s",
        "worst_reduced_set_point_m_per_s",
        "worst_set_point_rad_per_s",
        "worst_reduced_set_point_rad_per_s",
        "worst_asked_acceleration_ratio_where_limits_give_way",
        "ticks_asked_acceleration_ratio_where_limits_give_way");
    assertTrue(figures.number("stops") >= 13, "each episode ends in one");
    assertTrue(figures.number("braking_ticks") > 200, "stops out of motion");
    assertTrue(figures.number("worst_power_taken_in_time_s") > 0.02, "stops out of motion");
    assertTrue(figures.number("worst_measured_acceleration_ratio") > 0.5, "it was accelerated");
    assertTrue(figures.number("working_share") > 0.85);
    assertTrue(figures.number("binding_share") > 0.05, "a harmless adversary shows nothing");
  }

  @Test
  void everyWorldHasItsShareOfTheTicksAndFiguresOfItsOwn() {
    List<String> said = new ArrayList<>();
    AdversaryBench.Result result = AdversaryBench.run(Robot.shipped(), 5_000, 1, said::add);
    Figures figures = new Figures(result.figures());
    assertEquals("own_model: 2600 ticks", said.get(0));
    assertEquals("drives_1_tick_late: 400 ticks", said.get(said.size() - 1));
    assertEquals(2_600, figures.number("ticks"));
    String others = result.figures().toString();
    for (AdversaryWorld world : AdversaryWorld.ALL) {
      assertEquals(
          !world.isOfTheFilters(),
          others.contains("\"world\":\"" + world.key() + "\",\"ticks\":400"));
      assertTrue(result.lines().get(0).contains(world.column()), world.column());
    }
  }

  @Test
  void limitsThatNoTickExercisedAreSaidToBeSo() {
    AdversaryBench.Result result = AdversaryBench.run(Robot.shipped(), 7, 1, line -> {});
    Figures figures = new Figures(result.figures());
    assertTrue(figures.text("not_exercised").contains("\"left_standstill_rad\""));
    assertEquals("null", figures.text("violations_left_standstill_rad"));
    assertFalse(figures.text("not_exercised").contains("tool_box_outside_m"));
    assertTrue(result.unproved().contains("own_model: left_standstill_rad"), result::toString);
    assertTrue(result.unproved().contains("payload_1_kg: left_standstill_rad"), result::toString);
    assertFalse(result.unproved().contains("own_model: tool_box_outside_m"), result::toString);
    String shown = "asked_acceleration_ratio_where_limits_give_way";
    assertFalse(result.unproved().contains("own_model: " + shown), "nobody promises it");
    for (String line : result.lines()) {
      assertFalse(line.contains("Infinity"), line);
      if (line.startsWith("left_standstill_rad")) {
        assertTrue(line.contains("not exercised"), line);
      }
    }
  }

  @Test
  void anArmThatIsNotAsTheModelSaysMovesDifferently() {
    for (AdversaryWorld world : AdversaryWorld.ALL) {
      double own = worstSpeed(AdversaryWorld.OWN_MODEL);
      assertEquals(world.isOfTheFilters(), worstSpeed(world) == own, world.key());
    }
  }

  private static double worstSpeed(AdversaryWorld world) {
    AdversaryRun run = new AdversaryRun(Robot.shipped(), world, 1_500, 1).run();
    return new Figures(run.figures()).number("worst_joint_speed_ratio");
  }
}
