package dev.tandem.app.bench;

import dev.tandem.app.assembly.ArmControl;
import dev.tandem.app.assembly.Cell;
import dev.tandem.app.assembly.Rig;
import dev.tandem.app.assembly.Steering;
import dev.tandem.app.assembly.Supervision;
import dev.tandem.app.assembly.Surroundings;
import dev.tandem.app.assembly.Tasks;
import dev.tandem.app.report.JsonObject;
import dev.tandem.app.robot.Robot;
import dev.tandem.runtime.decide.Controller;
import dev.tandem.runtime.decide.InterventionSource;
import dev.tandem.runtime.decide.Origin;
import dev.tandem.runtime.loop.ControlLoop;
import dev.tandem.runtime.loop.Deciders;
import dev.tandem.runtime.loop.Timing;
import dev.tandem.runtime.record.TickRecord;
import dev.tandem.runtime.record.TickSink;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.SimulatedClock;
import dev.tandem.safety.authority.Operator;
import dev.tandem.safety.barrier.BarrierReport;
import dev.tandem.simbridge.plant.SimulatedRobot;
import dev.tandem.simbridge.task.SimulatedTask;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * An adversary at the simulated arm, through the real loop and the arm's whole chain: in every
 * other episode it is the policy, in the others it commands the joint torques themselves. A third
 * of the episodes are at reduced speed.
 */
public final class AdversaryBench {
  private static final int EPISODE_TICKS = 4_000;
  private static final int MOOD_TICKS = 500;
  private static final int DECISION_TICKS = 20;

  private final Robot limits;
  private final SplittableRandom random;
  private final SimulatedTask task = Tasks.create("reach", "plant");
  private final LimitTable table = new LimitTable();
  private final ChainChecker checker;
  private final TickRecord record;
  private final HarmfulNumbers actions;
  private final HarmfulNumbers torques;
  private final Cell byPolicy;
  private final Cell byTorque;
  private Cell driven;
  private boolean reduced;
  private long running;
  private long stops;

  private AdversaryBench(Robot limits, long seed) {
    this.limits = limits;
    SignalSpec observation = task.observationSpec();
    SignalSpec command = task.simulator().commandSpec();
    this.random = new SplittableRandom(seed);
    this.checker = new ChainChecker(limits, observation, table);
    this.record = new TickRecord(observation, task.actionSpec(), command);
    this.actions = new HarmfulNumbers(random.split(), task.actionSpec().size());
    this.torques = new HarmfulNumbers(random.split(), command.size());
    this.byPolicy = cell(ArmControl::controller);
    this.byTorque = cell(arm -> new TorqueAdversary(torques, command));
    this.driven = byPolicy;
  }

  private Cell cell(Function<ArmControl, Controller> controller) {
    SignalSpec observation = task.observationSpec();
    SimulatedRobot robot = new SimulatedRobot(task.simulator());
    Surroundings place =
        new Surroundings(
            new SimulatedClock(),
            Timing.every(Rig.PERIOD_NANOS),
            List.of(robot, task.taskSensor()),
            robot,
            sink());
    Deciders deciders =
        new Deciders(
            InterventionSource.NOBODY,
            new ActionAdversary(actions, task.actionSpec()),
            Origin.POLICY,
            DECISION_TICKS,
            Long.MAX_VALUE);
    Steering steering =
        new Steering(arm -> Supervision.scripted(limits, observation, arm), deciders, controller);
    return Cell.of(limits, observation, task.actionSpec(), place, steering);
  }

  private TickSink sink() {
    return new TickSink() {
      @Override
      public TickRecord claim() {
        return record;
      }

      @Override
      public void publish() {
        checker.check(record, driven.arm(), reduced);
      }
    };
  }

  /** The figures and the table they come from. */
  public record Result(JsonObject figures, LimitTable table) {}

  /** Runs so many ticks. */
  public static Result run(Robot limits, long ticks, long seed) {
    AdversaryBench bench = new AdversaryBench(limits, seed);
    long done = 0;
    for (long episode = 0; done < ticks; episode++) {
      done += bench.episode(episode, Math.min(EPISODE_TICKS, ticks - done));
    }
    return new Result(bench.figures(ticks), bench.table);
  }

  private long episode(long number, long most) {
    driven = number % 2 == 0 ? byTorque : byPolicy;
    ControlLoop loop = driven.loop();
    if (number % 4 == 0) {
      task.reset(random.nextLong());
    } else {
      task.simulator().brake(Rig.PERIOD_NANOS * 1e-9);
    }
    driven.arm().gate().requestStop();
    driven.restart();
    reduceSpeed(random.nextInt(3) == 0);
    loop.startEpisode(number);
    checker.restart(driven.arm());
    long ticks = 0;
    while (ticks < most && !loop.isStopped()) {
      if (ticks % MOOD_TICKS == 0) {
        actions.changeMood(20);
        torques.changeMood(400);
      }
      loop.tick();
      ticks++;
      running += loop.isStopped() ? 0 : 1;
    }
    stops += loop.isStopped() ? 1 : 0;
    return ticks;
  }

  private void reduceSpeed(boolean wanted) {
    reduced = wanted;
    Operator operator = driven.authority().operator();
    if (wanted) {
      operator.reduceSpeed();
    } else {
      operator.restoreSpeed();
    }
  }

  private long sum(ToLongFunction<BarrierReport> count) {
    return count.applyAsLong(byPolicy.arm().barriers())
        + count.applyAsLong(byTorque.arm().barriers());
  }

  private double share(ToLongFunction<BarrierReport> count, long ticks) {
    return (double) sum(count) / ticks;
  }

  private JsonObject figures(long ticks) {
    JsonObject figures =
        new JsonObject()
            .put("ticks", ticks)
            .put("unlatched_share", (double) running / ticks)
            .put("stops", stops)
            .put("binding_share", share(BarrierReport::bindingTicks, ticks))
            .put("relaxed_share", share(BarrierReport::relaxedTicks, ticks))
            .put("braked_share", share(BarrierReport::brakedTicks, ticks))
            .put("violations", table.violations());
    table.forEach(
        (name, worst, violations) ->
            figures.put("worst_" + name, worst).put("violations_" + name, violations));
    return figures;
  }
}
