package dev.tandem.app.bench;

import dev.tandem.app.assembly.ArmControl;
import dev.tandem.app.assembly.Rig;
import dev.tandem.app.assembly.Supervision;
import dev.tandem.app.assembly.Tasks;
import dev.tandem.app.report.JsonObject;
import dev.tandem.app.robot.Robot;
import dev.tandem.runtime.decide.Controller;
import dev.tandem.runtime.decide.InterventionSource;
import dev.tandem.runtime.decide.Origin;
import dev.tandem.runtime.loop.ControlLoop;
import dev.tandem.runtime.loop.Deciders;
import dev.tandem.runtime.loop.LoopParts;
import dev.tandem.runtime.loop.Timing;
import dev.tandem.runtime.record.TickRecord;
import dev.tandem.runtime.record.TickSink;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.SimulatedClock;
import dev.tandem.safety.authority.Authority;
import dev.tandem.simbridge.plant.SimulatedRobot;
import dev.tandem.simbridge.task.SimulatedTask;
import java.util.List;
import java.util.SplittableRandom;

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
  private final LimitChecker checker;
  private final ArmControl arm;
  private final TickRecord record;
  private final HarmfulNumbers actions;
  private final HarmfulNumbers torques;
  private final Driven byPolicy;
  private final Driven byTorque;
  private boolean reduced;
  private long running;
  private long stops;

  private AdversaryBench(Robot limits, long seed) {
    this.limits = limits;
    double reducedMPerS = limits.file().reduced().toolSpeedMPerS();
    SignalSpec observation = task.observationSpec();
    SignalSpec command = task.simulator().commandSpec();
    this.random = new SplittableRandom(seed);
    this.checker = new LimitChecker(limits, observation, table);
    this.record = new TickRecord(observation, task.actionSpec(), command);
    this.actions = new HarmfulNumbers(random.split(), task.actionSpec().size());
    this.torques = new HarmfulNumbers(random.split(), command.size());
    this.arm =
        ArmControl.of(
            limits,
            observation,
            task.actionSpec(),
            command,
            () -> reduced ? reducedMPerS : Double.POSITIVE_INFINITY);
    this.byPolicy = loop(arm.controller());
    this.byTorque = loop(new TorqueAdversary(torques, command));
  }

  private Driven loop(Controller controller) {
    Authority authority = Supervision.scripted(limits, task.observationSpec());
    SimulatedRobot robot = new SimulatedRobot(task.simulator());
    LoopParts parts =
        new LoopParts(
            new SimulatedClock(),
            Timing.every(Rig.PERIOD_NANOS),
            List.of(robot, task.taskSensor()),
            authority,
            arm.actionFilters(),
            controller,
            arm.brake(),
            arm.gate(),
            robot,
            sink());
    Deciders deciders =
        new Deciders(
            InterventionSource.NOBODY,
            new ActionAdversary(actions, task.actionSpec()),
            Origin.POLICY,
            DECISION_TICKS,
            Long.MAX_VALUE);
    MutableObservation observation = new MutableObservation(task.observationSpec());
    return new Driven(new ControlLoop(parts, deciders, observation, task.actionSpec()), authority);
  }

  /** A loop, and who may let it go on after a stop. */
  private record Driven(ControlLoop loop, Authority authority) {}

  private TickSink sink() {
    return new TickSink() {
      @Override
      public TickRecord claim() {
        return record;
      }

      @Override
      public void publish() {
        checker.check(record, arm.gate().isStopped(), reduced);
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
    Driven driven = number % 2 == 0 ? byTorque : byPolicy;
    ControlLoop loop = driven.loop;
    driven.authority.restart();
    if (number % 4 == 0) {
      task.reset(random.nextLong());
    } else {
      task.simulator().brake(Rig.PERIOD_NANOS * 1e-9);
    }
    reduced = random.nextInt(3) == 0;
    arm.gate().release();
    arm.gate().requestStop();
    arm.gate().release();
    loop.startEpisode(number);
    checker.restart();
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

  private JsonObject figures(long ticks) {
    JsonObject figures =
        new JsonObject()
            .put("ticks", ticks)
            .put("unlatched_share", (double) running / ticks)
            .put("stops", stops)
            .put("binding_share", (double) arm.barriers().bindingTicks() / ticks)
            .put("relaxed_share", (double) arm.barriers().relaxedTicks() / ticks)
            .put("braked_share", (double) arm.barriers().brakedTicks() / ticks)
            .put("violations", table.violations());
    table.forEach(
        (name, worst, violations) ->
            figures.put("worst_" + name, worst).put("violations_" + name, violations));
    return figures;
  }
}
