package dev.tandem.app.assembly;

import dev.tandem.app.robot.AuthorityFigures;
import dev.tandem.app.robot.Robot;
import dev.tandem.app.robot.StateFigures;
import dev.tandem.runtime.guard.Fault;
import dev.tandem.runtime.guard.Monitor;
import dev.tandem.runtime.loop.Timing;
import dev.tandem.runtime.signal.Channel;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.safety.authority.Authority;
import dev.tandem.safety.authority.Operator;
import dev.tandem.safety.barrier.BarrierReport;
import dev.tandem.safety.barrier.SpaceConfig;
import dev.tandem.safety.intake.StateIntake;
import dev.tandem.safety.monitor.Channels;
import dev.tandem.safety.monitor.ClearanceMonitor;
import dev.tandem.safety.monitor.ContactConfig;
import dev.tandem.safety.monitor.ContactMonitor;
import dev.tandem.safety.monitor.CountMonitor;
import dev.tandem.safety.monitor.FlagMonitor;
import dev.tandem.safety.monitor.HealthMonitor;
import dev.tandem.safety.monitor.MonitorConfig;
import dev.tandem.safety.monitor.MonitorPlan;
import dev.tandem.safety.monitor.SetPointMonitor;
import dev.tandem.safety.monitor.StandstillMonitor;
import dev.tandem.simbridge.task.MeantContact;
import dev.tandem.simbridge.task.SimulatedTask;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A robot's authority with its monitors. */
public final class Supervision {
  private static final double NANOS_PER_SECOND = 1e9;

  private Supervision() {}

  /**
   * For a simulated arm, whose person is a script: nothing looks for lateness, which a simulated
   * clock does not know, nor for contact without a task that says what of it is meant; armed.
   */
  public static Warden scripted(Robot robot, SignalSpec observation, ArmControl arm) {
    return scripted(robot, observation, arm, List.of());
  }

  /** The same with monitors that look at something else than observation and arm. */
  public static Warden scripted(
      Robot robot, SignalSpec observation, ArmControl arm, List<? extends Monitor> others) {
    MonitorPlan plan = plan(robot, observation, arm, robot.monitors(), others);
    Operator nobody = new Operator(words -> {});
    Authority authority =
        new Authority(observation, robot.scriptedAuthority(), plan.monitors(), nobody);
    authority.restart();
    return new Warden(plan, authority);
  }

  /** One line for each fault that {@link #scripted} does not look for in this task. */
  public static List<String> notWatched(Robot robot, SimulatedTask task) {
    return notWatched(robot, task, List.of());
  }

  /** The same of a run in real time with a watchdog beside it. */
  public static List<String> notWatchedInRun(Robot robot, SimulatedTask task) {
    Timing timing = Timing.every(task.periodNanos());
    LoopMonitors all = LoopMonitors.rehearsed();
    return notWatched(robot, task, all.monitors(timing, robot.monitors().timing()));
  }

  private static List<String> notWatched(Robot robot, SimulatedTask task, List<Monitor> others) {
    if (task.isDirect()) {
      return List.of("all but numbers that are not finite: the task has no arm of Tandem's");
    }
    SignalSpec observation = task.observationSpec();
    SignalSpec command = task.simulator().commandSpec();
    ArmControl arm = ArmControl.of(robot, observation, task.actionSpec(), command);
    List<Monitor> all = new ArrayList<>(others);
    all.addAll(contact(robot, task, arm));
    return plan(robot, observation, arm, robot.monitors(), all).notWatchedLines();
  }

  /**
   * Mends lost and refused frames of the drives (F11, F14); the last sensor of the loop. Empty
   * where the drives do not number and stamp their frames.
   */
  static Optional<StateIntake> intake(Robot robot, SignalSpec observation) {
    List<String> names = observation.channels().stream().map(Channel::name).toList();
    if (!names.containsAll(List.of(Channels.DRIVE_SEQUENCE, Channels.DRIVE_STAMP))) {
      return Optional.empty();
    }
    List<String> others =
        Stream.of("tau", "tool", "tool_velocity", "wrench")
            .filter(block -> names.contains(block + ".0"))
            .toList();
    return Optional.of(
        new StateIntake(
            observation,
            new StateIntake.Frame(Channels.DRIVE_SEQUENCE, Channels.DRIVE_STAMP),
            others,
            robot.monitors().drives().maxStampJumpNanos(),
            robot.monitors().drives().badStamps()));
  }

  /** F07, F19, F20, F21, F24: what filters had to do in the tick before; seen, and nobody stops. */
  private static List<Monitor> filters(ArmControl arm) {
    BarrierReport report = arm.barriers();
    return List.of(
        HealthMonitor.clippedAction(arm.actionBoxMask()),
        new CountMonitor(Fault.QP_INFEASIBLE, (seen, health) -> report.infeasibleTicks()),
        new CountMonitor(Fault.QP_EXHAUSTED, (seen, health) -> report.exhaustedTicks()),
        new CountMonitor(Fault.JOINT_LIMIT_NEAR, (seen, health) -> report.jointTicks()),
        new CountMonitor(Fault.TORQUE_OVER_LIMIT, (seen, health) -> report.torqueTicks()));
  }

  /** F26: where the robot's file says what shape the links have, and from what they keep away. */
  private static List<Monitor> links(Robot robot, SignalSpec observation, ArmControl arm) {
    SpaceConfig space = robot.barrier().space();
    double leastMetres = robot.file().monitors().state().leastClearanceMetres();
    List<Monitor> links = new ArrayList<>();
    if (!space.capsules().isEmpty() && !space.keepOuts().isEmpty()) {
      links.add(ClearanceMonitor.keepOut(observation, arm.measured().model(), space, leastMetres));
    }
    if (!space.pairs().isEmpty()) {
      links.add(ClearanceMonitor.apart(observation, arm.measured().model(), space, leastMetres));
    }
    return links;
  }

  /**
   * F25, as far as the task does not mean it. Empty where the drives tell no torques, and where the
   * robot's law presses as hard as its drives can, so that no threshold tells a contact that is
   * meant from one that is not.
   */
  public static List<Monitor> contact(Robot robot, SimulatedTask task, ArmControl arm) {
    SignalSpec observation = task.observationSpec();
    boolean clipped = robot.file().impedance().isPresent();
    boolean tells = observation.channels().stream().anyMatch(c -> c.name().equals("tau.0"));
    if (!clipped || !tells) {
      return List.of();
    }
    MeantContact meant = task.meantContact();
    long lastingNanos = Math.round(meant.lastingSeconds() * NANOS_PER_SECOND);
    List<Double> maxTorqueNm = robot.file().joints().maxTorqueNm();
    ContactConfig config = robot.contact().touching(meant.factor(), lastingNanos, maxTorqueNm);
    return List.of(new ContactMonitor(observation, arm.measured().model(), config));
  }

  /** F31 of the tool, for motion that is not meant to touch anything. */
  public static Monitor setPoint(Robot robot, ArmControl arm) {
    StateFigures figures = robot.file().monitors().state();
    return new SetPointMonitor(
        arm.setPoint().errorMetres(),
        figures.maxSetPointErrorMetres(),
        robot.monitors().joints().trackingNanos());
  }

  /**
   * What is watched on a robot with these channels, and what is not. Whatever speaks against its
   * limits keeps it from being armed (F34).
   *
   * @param arm whose filters are watched, too
   * @param figures the robot's own, or others made of them
   * @param others that look at something else than observation and arm
   */
  public static MonitorPlan plan(
      Robot robot,
      SignalSpec observation,
      ArmControl arm,
      MonitorConfig figures,
      Collection<? extends Monitor> others) {
    boolean refused = !robot.problem().isEmpty();
    List<Monitor> all = new ArrayList<>(others);
    all.addAll(filters(arm));
    all.addAll(links(robot, observation, arm));
    AuthorityFigures stops = robot.file().authority();
    all.add(new StandstillMonitor(observation, stops.restRadPerS(), stops.standstillRad()));
    if (!robot.settings().seal().isEmpty()) {
      all.add(FlagMonitor.configurationRefused(() -> refused));
    }
    return MonitorPlan.of(observation, arm.measured(), figures, arm.reduced(), all);
  }
}
