package dev.tandem.app.identify;

import dev.tandem.app.assembly.ArmControl;
import dev.tandem.app.assembly.Cell;
import dev.tandem.app.assembly.Steering;
import dev.tandem.app.assembly.Supervision;
import dev.tandem.app.assembly.Surroundings;
import dev.tandem.app.assembly.Warden;
import dev.tandem.app.robot.Robot;
import dev.tandem.controllers.identify.ArmMotion;
import dev.tandem.controllers.identify.Excitation;
import dev.tandem.runtime.decide.InterventionSource;
import dev.tandem.runtime.decide.Origin;
import dev.tandem.runtime.decide.Policy;
import dev.tandem.runtime.loop.Deciders;
import dev.tandem.runtime.loop.Timing;
import dev.tandem.runtime.signal.MutableAction;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.SimulatedClock;
import dev.tandem.runtime.time.Tick;
import dev.tandem.safety.authority.Authority;
import dev.tandem.safety.authority.Operator;
import dev.tandem.safety.monitor.MonitorConfig;
import dev.tandem.safety.monitor.MonitorPlan;
import dev.tandem.simbridge.plant.SimulatedRobot;
import dev.tandem.simbridge.task.SimulatedTask;
import java.util.List;

/**
 * Excites the arm of a task's world through loop, safety chain, monitors and authority, in
 * simulated time. Of the monitors those that compare the arm with its model are left out: they
 * presuppose what is looked for.
 */
final class ExcitationRun {
  private final SimulatedTask task;
  private final Excitation excitation;
  private final MotionSink sink;
  private final Cell cell;
  private final ExcitationControl control;

  /** Nothing moves yet; the task was reset. */
  ExcitationRun(Robot robot, SimulatedTask task, Excitation excitation) {
    SignalSpec observation = task.observationSpec();
    SignalSpec command = task.simulator().commandSpec();
    SimulatedRobot drives = new SimulatedRobot(task.simulator());
    this.task = task;
    this.excitation = excitation;
    this.sink = new MotionSink(observation, task.actionSpec(), command);
    this.control = new ExcitationControl(excitation, observation, command, robot.model());
    Surroundings place =
        new Surroundings(
            new SimulatedClock(),
            Timing.every(task.periodNanos()),
            List.of(drives, task.taskSensor()),
            drives,
            sink);
    Deciders deciders =
        new Deciders(
            InterventionSource.NOBODY,
            new Still(),
            Origin.SCRIPT,
            task.ticksPerDecision(),
            3L * task.ticksPerDecision() * task.periodNanos());
    Steering steering =
        new Steering(arm -> warden(robot, observation, arm), deciders, arm -> control);
    this.cell = Cell.of(robot, observation, task.actionSpec(), place, steering);
  }

  /** Wishes for nothing: the excitation is its controller's affair. */
  private record Still() implements Policy {
    @Override
    public void act(Tick tick, Observation observation, MutableAction action) {
      action.zero();
    }

    @Override
    public long version() {
      return 0;
    }
  }

  private static Warden warden(Robot robot, SignalSpec observation, ArmControl arm) {
    MonitorConfig figures = withoutGravity(robot.monitors(), arm);
    MonitorPlan plan = Supervision.plan(robot, observation, arm, figures, List.of());
    Operator nobody = new Operator(words -> {});
    Authority authority =
        new Authority(observation, robot.scriptedAuthority(), plan.monitors(), nobody);
    authority.restart();
    return new Warden(plan, authority);
  }

  /** No gravity error that the drives could hold is one. */
  private static MonitorConfig withoutGravity(MonitorConfig all, ArmControl arm) {
    double mostNm = 0;
    for (int i = 0; i < arm.measured().model().joints(); i++) {
      mostNm = Math.max(mostNm, 2 * arm.measured().model().limits(i).maxTorqueNm());
    }
    MonitorConfig.Joints joints = all.joints();
    return new MonitorConfig(
        all.lines(),
        all.drives(),
        all.timing(),
        new MonitorConfig.Joints(
            joints.toleranceRad(),
            joints.maxTrackingErrorRad(),
            joints.trackingNanos(),
            joints.restRadPerS(),
            mostNm,
            joints.gravityNanos()),
        all.tool(),
        all.separation(),
        all.personNearM());
  }

  /**
   * All of it.
   *
   * @throws StoppedExcitationException when the arm was stopped or held on the way
   */
  ArmMotion run() throws StoppedExcitationException {
    double periodSeconds = task.periodNanos() * 1e-9;
    long ticks = Math.round(excitation.seconds() / periodSeconds);
    cell.loop().startEpisode(0);
    for (long i = 0; i < ticks; i++) {
      cell.loop().tick();
      if (cell.loop().isStopped() || control.wasHeld()) {
        throw new StoppedExcitationException(i * periodSeconds, why());
      }
    }
    return sink.motion(periodSeconds, task.world().integrationSeconds(periodSeconds));
  }

  private String why() {
    return cell.loop().isStopped()
        ? cell.loop().stopReport().describe(task.observationSpec(), task.simulator().commandSpec())
        : "held, mode " + cell.authority().mode();
  }

  /** Ticks in which safety filters changed what the drives were told. */
  int changedTicks() {
    return sink.changedTicks();
  }
}
