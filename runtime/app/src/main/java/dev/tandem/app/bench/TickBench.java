package dev.tandem.app.bench;

import dev.tandem.app.assembly.ArmControl;
import dev.tandem.app.assembly.Rig;
import dev.tandem.app.assembly.Tasks;
import dev.tandem.app.report.JsonObject;
import dev.tandem.controllers.model.Arm7;
import dev.tandem.policies.nn.NeuralPolicy;
import dev.tandem.policies.nn.PolicySpaces;
import dev.tandem.runtime.decide.InterventionSource;
import dev.tandem.runtime.decide.Origin;
import dev.tandem.runtime.loop.ControlLoop;
import dev.tandem.runtime.loop.Deciders;
import dev.tandem.runtime.loop.LoopParts;
import dev.tandem.runtime.record.TickGap;
import dev.tandem.runtime.record.TickHandler;
import dev.tandem.runtime.record.TickRecord;
import dev.tandem.runtime.record.TickRing;
import dev.tandem.runtime.signal.MutableAction;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.MutableTick;
import dev.tandem.runtime.time.SimulatedClock;
import dev.tandem.simbridge.task.SimulatedTask;
import java.util.List;

/**
 * A full control tick without a world: 7-DoF model, a 256x256 policy every 100th tick, action
 * filters, impedance, the command filters, publishing to the ring.
 */
public final class TickBench {
  private static final int RING_TICKS = 4096;
  private static final int WARM_UP_TICKS = 1_000_000;
  private static final int TIMED_TICKS = 500_000;

  private static final TickHandler NOTHING =
      new TickHandler() {
        @Override
        public void onTick(TickRecord record) {}

        @Override
        public void onGap(TickGap gap) {}
      };

  private static final int WARM_UP_DECISIONS = 30_000;

  private final ControlLoop loop;
  private final TickRing ring;

  /** Puts the loop together; the policy's weights follow from {@code seed}. */
  public TickBench(long seed) {
    SimulatedTask task = Tasks.create("peg-insert", "plant");
    SignalSpec observation = task.observationSpec();
    SignalSpec action = task.actionSpec();
    NeuralPolicy policy = InferenceBench.policy(PolicySpaces.of(task), seed);
    this.ring = new TickRing(RING_TICKS, observation, action, task.simulator().commandSpec());
    this.loop =
        new ControlLoop(
            parts(task, ring), deciders(task, policy), new MutableObservation(observation), action);
    loop.startEpisode(0);
    warmUp(policy, task);
  }

  private static LoopParts parts(SimulatedTask task, TickRing ring) {
    SignalSpec observation = task.observationSpec();
    SignalSpec command = task.simulator().commandSpec();
    BenchRobot robot = new BenchRobot(observation, command, Arm7.homeRad());
    ArmControl arm = ArmControl.of(observation, task.actionSpec(), command);
    return new LoopParts(
        new SimulatedClock(),
        Rig.PERIOD_NANOS,
        List.of(robot),
        arm.actionFilters(),
        arm.controller(),
        arm.gate(),
        robot,
        ring);
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

  /** Times ticks; the ring is emptied in between, as a recorder would. */
  Samples measure(int warmUpTicks, int ticks) {
    return Samples.of(warmUpTicks, ticks, loop::tick, RING_TICKS / 2, () -> ring.drain(NOTHING));
  }

  /** Keys {@code p50_us, p99_us, bytes_per_tick}. */
  public static JsonObject run(long seed) {
    return run(seed, WARM_UP_TICKS, TIMED_TICKS);
  }

  static JsonObject run(long seed, int warmUpTicks, int ticks) {
    TickBench bench = new TickBench(seed);
    Samples samples = bench.measure(warmUpTicks, ticks);
    if (bench.loop.isStopped()) {
      throw new IllegalStateException("the bench's own loop stopped; its figures mean nothing");
    }
    return new JsonObject()
        .put("p50_us", samples.micros(0.5))
        .put("p99_us", samples.micros(0.99))
        .put("p999_us", samples.micros(0.999))
        .put("bytes_per_tick", samples.bytesPerCall());
  }
}
