package dev.tandem.app.assembly;

import dev.tandem.app.robot.Robot;
import dev.tandem.runtime.act.SafetyGate;
import dev.tandem.runtime.decide.InterventionSource;
import dev.tandem.runtime.decide.Origin;
import dev.tandem.runtime.decide.Policy;
import dev.tandem.runtime.loop.ControlLoop;
import dev.tandem.runtime.loop.Deciders;
import dev.tandem.runtime.loop.Timing;
import dev.tandem.runtime.sense.Sensor;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.Clock;
import dev.tandem.runtime.time.SimulatedClock;
import dev.tandem.simbridge.plant.SimulatedRobot;
import dev.tandem.simbridge.task.SimulatedTask;
import java.util.ArrayList;
import java.util.List;

/**
 * A whole simulated set-up on one thread: task, robot, controller, safety and loop on a simulated
 * clock.
 */
public final class Rig implements AutoCloseable {
  /** One control tick of most tasks: 1 kHz. */
  public static final long PERIOD_NANOS = 1_000_000;

  private final SimulatedTask task;
  private final GuardedLoop cell;
  private final TickRecording recording;
  private final Clock clock;

  /**
   * Puts a rig together.
   *
   * @param robot whose limits hold, unless the task is direct
   * @param person asked first at every decision
   * @param policy asked when the person does not drive
   * @param recording where ticks go and transitions come from
   */
  public Rig(
      Robot robot,
      SimulatedTask task,
      InterventionSource person,
      Policy policy,
      TickRecording recording) {
    this(robot, task, person, policy, recording, new SimulatedClock());
  }

  /** The same on a clock that somebody else may advance. */
  Rig(
      Robot robot,
      SimulatedTask task,
      InterventionSource person,
      Policy policy,
      TickRecording recording,
      Clock clock) {
    SimulatedRobot drives = new SimulatedRobot(task.simulator());
    SignalSpec observation = task.observationSpec();
    List<Sensor> sensors = new ArrayList<>(List.of(drives, task.taskSensor()));
    sensors.addAll(task.cameras().sensors(true));
    Surroundings place =
        new Surroundings(
            clock,
            Timing.every(task.periodNanos()),
            sensors,
            task.cameras().images(),
            drives,
            recording.sink());
    long decisionNanos = task.ticksPerDecision() * task.periodNanos();
    Deciders deciders =
        new Deciders(person, policy, Origin.POLICY, task.ticksPerDecision(), 3 * decisionNanos);
    this.task = task;
    this.recording = recording;
    this.clock = clock;
    this.cell =
        task.isDirect()
            ? new DirectCell(observation, task.actionSpec(), place, deciders)
            : Cell.of(
                robot,
                observation,
                task.actionSpec(),
                place,
                new Steering(
                    arm ->
                        Supervision.scripted(
                            robot, observation, arm, Supervision.contact(robot, task, arm)),
                    deciders));
  }

  /** Lets the simulator go. */
  @Override
  public void close() {
    task.simulator().close();
  }

  public SimulatedTask task() {
    return task;
  }

  /** Seconds from one decision to the next. */
  public double decisionSeconds() {
    return task.ticksPerDecision() * (task.periodNanos() * 1e-9);
  }

  /** On the loop's clock; when the last tick started, until there is another. */
  public long nowNanos() {
    return clock.nanoTime();
  }

  /** Makes good every stop: the simulated robot was put back. */
  public void restart() {
    cell.restart();
  }

  public SafetyGate gate() {
    return cell.gate();
  }

  public ControlLoop loop() {
    return cell.loop();
  }

  public TickRecording recording() {
    return recording;
  }

  /** Why the robot stands still, in one line. */
  public String stopDescription() {
    return loop().stopReport().describe(task.observationSpec(), task.actionSpec());
  }
}
