package dev.tandem.app.assembly;

import dev.tandem.controllers.model.Arm7;
import dev.tandem.controllers.model.ChainModel;
import dev.tandem.runtime.guard.Monitor;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.safety.authority.Authority;
import dev.tandem.safety.authority.AuthorityConfig;
import dev.tandem.safety.authority.Operator;
import dev.tandem.safety.filter.WorkspaceBox;
import dev.tandem.safety.monitor.MonitorConfig;
import dev.tandem.safety.monitor.MonitorPlan;
import java.util.List;

/** The arm's authority with its monitors. */
public final class Supervision {
  private Supervision() {}

  /**
   * For a simulated arm, whose person is a script and whose task is to touch things: nothing looks
   * for contact, nor for lateness, which a simulated clock does not know; armed.
   */
  public static Authority scripted(SignalSpec observation) {
    MonitorPlan plan = plan(observation, figures(), List.of());
    Authority authority =
        new Authority(
            observation, AuthorityConfig.scripted(), plan.monitors(), new Operator(words -> {}));
    authority.restart();
    return authority;
  }

  /**
   * What is watched on the arm with these channels, and what is not.
   *
   * @param others that look at something else than the observation
   */
  public static MonitorPlan plan(
      SignalSpec observation, MonitorConfig figures, List<Monitor> others) {
    return MonitorPlan.of(observation, new ChainModel(Arm7.chain()), figures, others);
  }

  /** The fault matrix's figures; the workspace is the box that the barrier holds the tool in. */
  public static MonitorConfig figures() {
    return MonitorConfig.defaults(
        new WorkspaceBox(ArmBarrier.TOOL_MIN_METRES, ArmBarrier.TOOL_MAX_METRES));
  }
}
