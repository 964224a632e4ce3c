package dev.tandem.app.assembly;

import dev.tandem.app.robot.Robot;
import dev.tandem.runtime.decide.InterventionSource;
import dev.tandem.runtime.guard.Heartbeat;
import dev.tandem.runtime.guard.Mode;
import dev.tandem.runtime.guard.Monitor;
import dev.tandem.runtime.loop.Deciders;
import dev.tandem.runtime.loop.Timing;
import dev.tandem.runtime.sense.Sensor;
import dev.tandem.runtime.signal.MutableCommand;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.Clock;
import dev.tandem.runtime.time.MutableTick;
import dev.tandem.safety.authority.Authority;
import dev.tandem.safety.authority.Operator;
import dev.tandem.safety.monitor.MonitorPlan;
import dev.tandem.simbridge.plant.SimulatedRobot;
import dev.tandem.simbridge.task.SimulatedTask;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * The simulated arm as a robot is driven: the loop of training and benches, but off until a person
 * tests and arms it, with every monitor of the arm and of the loop itself, and a recorder on a
 * thread of its own.
 */
public final class Deployment {
  private final Timing timing;
  private final Robot limits;
  private final SimulatedTask task;
  private final SimulatedRobot robot;
  private final Driver driver;
  private final Operator operator;
  private final List<Monitor> ofLoop;
  private final Cell cell;

  /** What the loop's monitors ask of threads and processes beside it. */
  public record Beside(Optional<Heartbeat> watchdog, BooleanSupplier realTimeLost) {}

  /**
   * Puts it together; nothing moves yet.
   *
   * @param limits that hold for the arm
   * @param clock of the machine; simulated in tests
   */
  public Deployment(
      Robot limits,
      SimulatedTask task,
      Driver driver,
      Clock clock,
      LiveRecording recording,
      Beside beside) {
    this.timing = Timing.every(task.periodNanos());
    this.limits = limits;
    robot = new SimulatedRobot(task.simulator());
    SignalSpec observation = task.observationSpec();
    List<Sensor> sensors = new ArrayList<>(List.of(robot, task.taskSensor()));
    sensors.addAll(task.cameras().sensors(false));
    Surroundings place =
        new Surroundings(clock, timing, sensors, task.cameras().images(), robot, recording.sink());
    long maxAgeNanos = 3L * task.ticksPerDecision() * timing.periodNanos();
    Deciders deciders =
        new Deciders(
            InterventionSource.NOBODY,
            driver.policy(),
            driver.origin(),
            task.ticksPerDecision(),
            maxAgeNanos);
    this.task = task;
    this.driver = driver;
    this.operator = new Operator(words -> recording.note("asked for by " + words));
    this.ofLoop =
        new LoopMonitors(beside.watchdog(), beside.realTimeLost(), recording::fallsBehind)
            .monitors(timing, limits.monitors().timing());
    Steering steering = new Steering(this::warden, deciders);
    this.cell = Cell.of(limits, observation, task.actionSpec(), place, steering);
  }

  private Warden warden(ArmControl arm) {
    SignalSpec observation = task.observationSpec();
    List<Monitor> others = new ArrayList<>(ofLoop);
    others.addAll(Supervision.contact(limits, task, arm));
    MonitorPlan plan = Supervision.plan(limits, observation, arm, limits.monitors(), others);
    return new Warden(
        plan, new Authority(observation, limits.authority(), plan.monitors(), operator));
  }

  /** A rehearsal of the same loop, with an arm of its own; one thread. */
  public Rehearsal rehearsal() {
    List<Monitor> others = LoopMonitors.rehearsed().monitors(timing, limits.monitors().timing());
    return new Rehearsal(limits, task, driver.policy(), timing.periodNanos(), others);
  }

  /** Observes, drives and brakes the simulated world, and leaves it somewhere. */
  public void playWithWorld(int steps) {
    MutableObservation observation = new MutableObservation(task.observationSpec());
    MutableCommand rest = new MutableCommand(robot.spec());
    MutableTick tick = new MutableTick(timing.periodNanos());
    for (int i = 0; i < steps; i++) {
      robot.sample(tick, observation);
      task.taskSensor().sample(tick, observation);
      task.terminated(observation);
      task.simulator().step(rest, timing.periodNanos() * 1e-9);
      robot.makeSafe(tick);
    }
  }

  /** What is left to do when the loop has ended, however it did. Control thread. */
  public void makeSafe() {
    robot.makeSafe(new MutableTick(timing.periodNanos()));
  }

  /**
   * Tells the monitors of the arm that it was put somewhere else. Those of the loop go on counting:
   * they know nothing of the arm's place, and a tick that was late before it is as late after it.
   * Stops and wishes stay as they are. Control thread.
   */
  public void armWasPutElsewhere() {
    robot.wasPutElsewhere();
    cell.wasPutElsewhere();
    for (Monitor monitor : cell.plan().monitors()) {
      if (!ofLoop.contains(monitor)) {
        monitor.restart();
      }
    }
  }

  public SimulatedTask task() {
    return task;
  }

  public Cell cell() {
    return cell;
  }

  /**
   * Through whom somebody asks for something.
   *
   * @param who in the journal, as {@code a person}
   */
  public Operator operator(String who) {
    return operator.as(who);
  }

  /** One line for each fault that nobody looks for here. */
  public List<String> notWatched() {
    return cell.plan().notWatchedLines();
  }

  /** Why the robot stands still, and what made the stop stronger, in one line. While it does. */
  public String stopDescription() {
    return cell.loop().stopReport().describe(task.observationSpec(), task.actionSpec());
  }

  /** 1 for a stop that is as it began, one more each time that it grew; 0 for none. */
  public int stopSteps() {
    return cell.loop().stopReport().steps();
  }

  /** As strong as the stop was after this step. */
  public Mode stopMode(int step) {
    return cell.loop().stopReport().mode(step);
  }

  /** What this step of the stop came from, in one line. */
  public String stopDescription(int step) {
    return cell.loop().stopReport().describe(step, task.observationSpec(), task.actionSpec());
  }
}
