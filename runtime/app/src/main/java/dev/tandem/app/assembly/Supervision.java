package dev.tandem.app.assembly;

import dev.tandem.app.robot.Robot;
import dev.tandem.runtime.guard.Monitor;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.safety.authority.Authority;
import dev.tandem.safety.authority.Operator;
import dev.tandem.safety.monitor.FlagMonitor;
import dev.tandem.safety.monitor.MonitorConfig;
import dev.tandem.safety.monitor.MonitorPlan;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** A robot's authority with its monitors. */
public final class Supervision {
  private Supervision() {}

  /**
   * For a simulated arm, whose person is a script and whose task is to touch things: nothing looks
   * for contact, nor for lateness, which a simulated clock does not know; armed.
   */
  public static Authority scripted(Robot robot, SignalSpec observation) {
    return scripted(robot, observation, List.of());
  }

  /** The same with monitors that look at something else than the observation. */
  static Authority scripted(Robot robot, SignalSpec observation, List<? extends Monitor> others) {
    MonitorPlan plan = plan(robot, observation, robot.monitors(), others);
    Authority authority =
        new Authority(
            observation, robot.scriptedAuthority(), plan.monitors(), new Operator(words -> {}));
    authority.restart();
    return authority;
  }

  /**
   * What is watched on a robot with these channels, and what is not. Whatever speaks against its
   * limits keeps it from being armed (F34).
   *
   * @param figures the robot's own, or others made of them
   * @param others that look at something else than the observation
   */
  public static MonitorPlan plan(
      Robot robot,
      SignalSpec observation,
      MonitorConfig figures,
      Collection<? extends Monitor> others) {
    boolean refused = !robot.problem().isEmpty();
    List<Monitor> all = new ArrayList<>(others);
    if (!robot.settings().seal().isEmpty()) {
      all.add(FlagMonitor.configurationRefused(() -> refused));
    }
    return MonitorPlan.of(observation, robot.model(), figures, all);
  }
}
