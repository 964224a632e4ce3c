package dev.tandem.app.bench;

import dev.tandem.app.assembly.ArmControl;
import dev.tandem.app.assembly.Rig;
import dev.tandem.app.assembly.Tasks;
import dev.tandem.app.report.JsonObject;
import dev.tandem.app.robot.Robot;
import dev.tandem.controllers.model.Arm7;
import dev.tandem.runtime.signal.Block;
import dev.tandem.runtime.signal.MutableCommand;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.MutableTick;
import dev.tandem.safety.qp.DualActiveSet;
import dev.tandem.safety.qp.QpStatus;
import dev.tandem.safety.qp.QuadraticProgram;
import dev.tandem.simbridge.task.SimulatedTask;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** The arm's whole filter chain with limits that bind, and its quadratic program alone. */
public final class SafetyBench {
  private static final int VARIABLES = 7;
  private static final int ROWS = 48;
  private static final int CASES = 256;
  private static final int WARM_UP = 200_000;
  private static final int TIMED = 200_000;

  private final Robot limits;
  private final SplittableRandom random;
  private int next;

  private SafetyBench(Robot limits, long seed) {
    this.limits = limits;
    this.random = new SplittableRandom(seed);
  }

  /** Keys {@code chain_p50_us, chain_p99_us, qp_p50_us, qp_p99_us, bytes_per_tick}. */
  public static JsonObject run(Robot limits, long seed) {
    return run(limits, seed, WARM_UP, TIMED);
  }

  static JsonObject run(Robot limits, long seed, int warmUp, int count) {
    SafetyBench bench = new SafetyBench(limits, seed);
    JsonObject figures = new JsonObject();
    bench.chain(warmUp, count, figures);
    bench.program(warmUp, count, figures);
    return figures;
  }

  private void chain(int warmUp, int count, JsonObject figures) {
    SimulatedTask task = Tasks.create("reach", "plant");
    SignalSpec command = task.simulator().commandSpec();
    ArmControl arm = ArmControl.of(limits, task.observationSpec(), task.actionSpec(), command);
    List<MutableObservation> observations = new ArrayList<>();
    List<MutableCommand> commands = new ArrayList<>();
    for (int i = 0; i < CASES; i++) {
      observations.add(moving(task.observationSpec()));
      MutableCommand torques = new MutableCommand(command);
      torques.setAll(random.doubles(command.size(), -80, 80).toArray(), 0);
      commands.add(torques);
    }
    MutableTick tick = new MutableTick(Rig.PERIOD_NANOS);
    Samples samples =
        Samples.of(
            warmUp,
            count,
            () -> {
              next = (next + 1) % CASES;
              arm.gate().pass(tick, observations.get(next), commands.get(next));
            });
    if (arm.gate().isStopped()) {
      throw new IllegalStateException("the bench's own chain stopped; its figures mean nothing");
    }
    double calls = (double) warmUp + count;
    figures
        .put("chain_p50_us", samples.micros(0.5))
        .put("chain_p99_us", samples.micros(0.99))
        .put("bytes_per_tick", samples.bytesPerCall())
        .put("binding_share", arm.barriers().bindingTicks() / calls)
        .put("relaxed_share", arm.barriers().relaxedTicks() / calls)
        .put("braked_share", arm.barriers().brakedTicks() / calls);
  }

  /** Around the home posture, fast enough that limits bind. */
  private MutableObservation moving(SignalSpec spec) {
    MutableObservation observation = new MutableObservation(spec);
    Block q = spec.block("q");
    Block qd = spec.block("qd");
    for (int i = 0; i < q.size(); i++) {
      observation.set(q.offset() + i, Arm7.homeRad()[i] + random.nextDouble(-0.2, 0.2));
      observation.set(qd.offset() + i, random.nextDouble(-1.5, 1.5));
    }
    return observation;
  }

  private void program(int warmUp, int count, JsonObject figures) {
    List<QuadraticProgram> programs = new ArrayList<>();
    for (int i = 0; i < CASES; i++) {
      programs.add(randomProgram());
    }
    DualActiveSet solver = new DualActiveSet(VARIABLES, ROWS, DualActiveSet.USUAL_STEPS);
    for (QuadraticProgram program : programs) {
      if (solver.solve(program) != QpStatus.SOLVED) {
        throw new IllegalStateException("the bench's own program has no solution");
      }
    }
    Samples samples =
        Samples.of(
            warmUp,
            count,
            () -> {
              next = (next + 1) % CASES;
              solver.solve(programs.get(next));
            });
    figures.put("qp_p50_us", samples.micros(0.5)).put("qp_p99_us", samples.micros(0.99));
  }

  /** Feasible, because zero is inside, with a minimum far outside. */
  private QuadraticProgram randomProgram() {
    QuadraticProgram program = new QuadraticProgram(VARIABLES, ROWS);
    for (int i = 0; i < VARIABLES; i++) {
      program.hessian()[i * VARIABLES + i] = random.nextDouble(0.1, 3);
      program.gradient()[i] = random.nextDouble(-10, 10);
      program.lower()[i] = -2;
      program.upper()[i] = 2;
    }
    for (int row = 0; row < ROWS; row++) {
      program.addRow(random.doubles(VARIABLES, -1, 1).toArray(), 0, random.nextDouble(0.2, 2));
    }
    return program;
  }
}
