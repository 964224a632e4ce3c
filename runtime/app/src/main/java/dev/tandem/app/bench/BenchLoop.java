package dev.tandem.app.bench;

import dev.tandem.app.assembly.Cell;
import dev.tandem.app.assembly.Rehearsal;
import dev.tandem.app.assembly.Rig;
import dev.tandem.app.assembly.Steering;
import dev.tandem.app.assembly.Supervision;
import dev.tandem.app.assembly.Surroundings;
import dev.tandem.app.assembly.Tasks;
import dev.tandem.app.robot.Robot;
import dev.tandem.policies.nn.NeuralPolicy;
import dev.tandem.policies.nn.PolicySpaces;
import dev.tandem.runtime.decide.InterventionSource;
import dev.tandem.runtime.decide.Origin;
import dev.tandem.runtime.loop.ControlLoop;
import dev.tandem.runtime.loop.Deciders;
import dev.tandem.runtime.loop.Timing;
import dev.tandem.runtime.record.TickRing;
import dev.tandem.runtime.signal.MutableAction;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.Clock;
import dev.tandem.runtime.time.MutableTick;
import dev.tandem.simbridge.task.SimulatedTask;
import java.util.List;
import java.util.function.Consumer;

/**
 * A control loop without a world: 7-DoF model, a 256x256 policy every 100th tick, action filters,
 * impedance, the command filters, publishing to the ring.
 */
record BenchLoop(ControlLoop loop, TickRing ring, Rehearsal rehearsal) {
  static final int RING_TICKS = 4096;

  private static final int WARM_UP_DECISIONS = 30_000;

  /**
   * Puts the loop together, its policy warm, with a robot's limits; the policy's weights follow
   * from {@code seed}.
   *
   * @param say gets a line for each part of it, which take seconds
   */
  static BenchLoop of(Robot limits, Clock clock, Timing timing, long seed, Consumer<String> say) {
    SimulatedTask task = Tasks.create("peg-insert", "plant");
    SignalSpec observation = task.observationSpec();
    SignalSpec action = task.actionSpec();
    SignalSpec command = task.simulator().commandSpec();
    NeuralPolicy policy = InferenceBench.policy(PolicySpaces.of(task), seed);
    say.accept("the policy is warmed up ...");
    warmUp(policy, task);
    TickRing ring = new TickRing(RING_TICKS, observation, action, command);
    BenchRobot robot = new BenchRobot(observation, command);
    Surroundings place = new Surroundings(clock, timing, List.of(robot), robot, ring);
    new Rehearsal(limits, task, policy, timing.periodNanos()).settle(say);
    Rehearsal rehearsal = new Rehearsal(limits, task, policy, timing.periodNanos());
    Steering steering =
        new Steering(
            arm ->
                Supervision.scripted(
                    limits, observation, arm, Supervision.contact(limits, task, arm)),
            deciders(task, policy));
    Cell cell = Cell.of(limits, observation, action, place, steering);
    cell.loop().startEpisode(0);
    return new BenchLoop(cell.loop(), ring, rehearsal);
  }

  private static Deciders deciders(SimulatedTask task, NeuralPolicy policy) {
    return new Deciders(
        InterventionSource.NOBODY, policy, Origin.POLICY, task.ticksPerDecision(), Long.MAX_VALUE);
  }

  /** Until it is compiled the Vector API allocates, and a tick decides too seldom to warm it up. */
  private static void warmUp(NeuralPolicy policy, SimulatedTask task) {
    MutableObservation observation = new MutableObservation(task.observationSpec());
    MutableAction action = new MutableAction(task.actionSpec());
    MutableTick tick = new MutableTick(Rig.PERIOD_NANOS);
    for (int i = 0; i < WARM_UP_DECISIONS; i++) {
      policy.act(tick, observation, action);
    }
  }
}
