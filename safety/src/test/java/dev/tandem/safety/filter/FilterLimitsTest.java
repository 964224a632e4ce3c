package dev.tandem.safety.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tandem.runtime.signal.Channel;
import dev.tandem.runtime.signal.MutableAction;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.safety.FilteredArm;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every filter says which of its limits acted, by name. */
class FilterLimitsTest {
  private static final SignalSpec ACTION =
      new SignalSpec(
          "action",
          List.of(
              new Channel("dx", "m", -0.05, 0.05),
              new Channel("dy", "m", -0.05, 0.05),
              new Channel("dz", "m", -0.05, 0.05)));

  private final FilteredArm arm = new FilteredArm();
  private final MutableAction action = new MutableAction(ACTION);

  private static List<String> named(long mask, List<String> names) {
    List<String> acted = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      if ((mask >>> i & 1) != 0) {
        acted.add(names.get(i));
      }
    }
    return acted;
  }

  private List<String> ofAction(ActionBoxFilter filter) {
    filter.apply(arm.tick, arm.observation, action);
    return named(action.takeLimits(), filter.limitNames());
  }

  @Test
  void theActionBoxNamesTheChannelsThatItCut() {
    ActionBoxFilter filter = new ActionBoxFilter(ACTION);
    assertEquals(List.of(), ofAction(filter));
    action.setAll(new double[] {0.05, -1, 1}, 0);
    assertEquals(List.of("dy", "dz"), ofAction(filter));
  }

  @Test
  void theWorkspaceNamesTheWallsThatItHeldTheToolBehind() {
    arm.sense();
    double[] pose = new double[16];
    arm.model.update(arm.q, 0);
    arm.model.toolInBase(pose);
    double[] min = {pose[3] - 0.01, pose[7] - 0.01, pose[11] - 0.01};
    double[] max = {pose[3] + 0.01, pose[7] + 0.01, pose[11] + 0.01};
    WorkspaceBoxFilter filter =
        new WorkspaceBoxFilter(
            FilteredArm.OBSERVATION, ACTION, arm.model, new WorkspaceBox(min, max));
    String[] names = {"x min", "x max", "y min", "y max", "z min", "z max"};
    assertEquals(List.of(names), filter.limitNames());
    for (int wall = 0; wall < names.length; wall++) {
      action.zero();
      action.set(wall / 2, wall % 2 == 0 ? -0.02 : 0.02);
      filter.apply(arm.tick, arm.observation, action);
      assertEquals(List.of(names[wall]), named(action.takeLimits(), filter.limitNames()));
    }
    action.setAll(new double[] {0.005, -0.005, 0}, 0);
    filter.apply(arm.tick, arm.observation, action);
    assertEquals(0, action.takeLimits());
  }

  @Test
  void theTorqueLimitNamesTheChannelsThatItCut() {
    TorqueLimitFilter filter = new TorqueLimitFilter(FilteredArm.COMMAND, arm.model);
    arm.command(87, -88, 0, 0, 0, 13, 0);
    arm.apply(filter);
    assertEquals(List.of("tau.1", "tau.5"), named(arm.command.takeLimits(), filter.limitNames()));
  }

  @Test
  void theTorqueRateNamesTheJointsThatItHeldBack() {
    TorqueRateLimitFilter filter =
        new TorqueRateLimitFilter(FilteredArm.OBSERVATION, FilteredArm.COMMAND, arm.model, 1000);
    arm.lastApplied.setAll(new double[] {1, 1, 1, 1, 1, 1, 1}, 0);
    arm.command(1, 3, 1, 1, 1, 1, -5);
    arm.apply(filter);
    assertEquals(
        List.of("joint 2 torque rate", "joint 7 torque rate"),
        named(arm.command.takeLimits(), filter.limitNames()));
  }
}
