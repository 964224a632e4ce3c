package dev.tandem.app.bench;

import dev.tandem.app.assembly.ArmControl;
import dev.tandem.app.assembly.Cell;
import dev.tandem.app.assembly.Rig;
import dev.tandem.app.assembly.Steering;
import dev.tandem.app.assembly.Supervision;
import dev.tandem.app.assembly.Surroundings;
import dev.tandem.app.assembly.Warden;
import dev.tandem.app.report.JsonObject;
import dev.tandem.app.robot.Robot;
import dev.tandem.runtime.decide.Controller;
import dev.tandem.runtime.decide.InterventionSource;
import dev.tandem.runtime.decide.Origin;
import dev.tandem.runtime.guard.Mode;
import dev.tandem.runtime.guard.Monitor;
import dev.tandem.runtime.loop.Deciders;
import dev.tandem.runtime.loop.Timing;
import dev.tandem.runtime.record.TickSink;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.SimulatedClock;
import dev.tandem.safety.authority.Authority;
import dev.tandem.safety.authority.Operator;
import dev.tandem.safety.monitor.MonitorPlan;
import dev.tandem.simbridge.plant.SimulatedRobot;
import dev.tandem.simbridge.task.SimulatedTask;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The arm of one world with loop, chain, monitors and authority as {@code tandem run} has them, in
 * simulated time, and the adversary as its policy or, in its controller's place, at its torques.
 * Off until a person tests and arms it.
 */
final class AdversaryCell {
  private static final int DECISION_TICKS = 20;

  final SimulatedClock clock = new SimulatedClock();
  final Operator operator = new Operator(words -> {});
  final SimulatedTask task;
  final Cell cell;
  private final SimulatedRobot drives;
  private final HarmfulNumbers actions;
  private final HarmfulNumbers torques;
  private boolean byTorque;

  /**
   * Puts it together; nothing moves yet.
   *
   * @param task in whose world it is
   * @param sink of every tick
   */
  AdversaryCell(
      Robot limits,
      AdversaryWorld world,
      SimulatedTask task,
      TickSink sink,
      RandomGenerator.SplittableGenerator random) {
    this.task = task;
    this.drives = new SimulatedRobot(world.drives(task));
    this.actions = HarmfulNumbers.ofActions(random.split(), task.actionSpec().size());
    this.torques = HarmfulNumbers.ofTorques(random.split(), drives.spec().size());
    SignalSpec observation = task.observationSpec();
    Surroundings place =
        new Surroundings(
            clock,
            Timing.every(Rig.PERIOD_NANOS),
            List.of(drives, task.taskSensor()),
            drives,
            sink);
    Deciders deciders =
        new Deciders(
            InterventionSource.NOBODY,
            new ActionAdversary(actions, task.actionSpec()),
            Origin.POLICY,
            DECISION_TICKS,
            Long.MAX_VALUE);
    Steering steering =
        new Steering(arm -> warden(limits, observation, arm), deciders, this::control);
    this.cell = Cell.of(limits, observation, task.actionSpec(), place, steering);
  }

  private Warden warden(Robot limits, SignalSpec observation, ArmControl arm) {
    MonitorPlan plan =
        Supervision.plan(limits, observation, arm, limits.monitors(), List.<Monitor>of());
    return new Warden(
        plan, new Authority(observation, limits.authority(), plan.monitors(), operator));
  }

  private Controller control(ArmControl arm) {
    Controller adversary = new TorqueAdversary(torques, drives.spec());
    return new HarmfulControl(arm.controller(), adversary, () -> byTorque);
  }

  Mode mode() {
    return cell.authority().mode();
  }

  /** Whose turn it is to do harm, the policy's or the torques'. While nobody drives. */
  void takeTurns(boolean toTorque) {
    byTorque = toTorque;
  }

  /** Whether the adversary has the arm: as a policy it has to be allowed to drive. */
  boolean isAtWork() {
    return byTorque ? mode().isPowered() && !mode().isStop() : mode().policyDrives();
  }

  /** Another kind of harm from here on. */
  void changeMood() {
    actions.changeMood(DECISION_TICKS);
    torques.changeMood(20 * DECISION_TICKS);
  }

  /** What it did so far, in decisions and in ticks. */
  JsonObject harm() {
    return new JsonObject()
        .put("poisoned_actions", actions.poisoned())
        .put("poisoned_torques", torques.poisoned())
        .put("replayed_actions", actions.replayed())
        .put("replayed_torques", torques.replayed());
  }

  /** The arm, without power, is put to where an episode begins; stops stay as they are. */
  void putBack(long episode, long seed) {
    task.reset(seed);
    drives.wasPutElsewhere();
    cell.wasPutElsewhere();
    cell.plan().monitors().forEach(Monitor::restart);
    cell.loop().startEpisode(episode);
  }
}
