package dev.tandem.safety.barrier;

import dev.tandem.runtime.act.SafetyFilter;
import dev.tandem.runtime.act.Verdict;
import dev.tandem.runtime.model.JointState;
import dev.tandem.runtime.model.RobotModel;
import dev.tandem.runtime.signal.Block;
import dev.tandem.runtime.signal.Command;
import dev.tandem.runtime.signal.MutableCommand;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.ElapsedPeriods;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.runtime.time.Tick;
import dev.tandem.safety.qp.QpStatus;
import java.util.List;
import java.util.function.DoubleSupplier;

/**
 * Control barrier functions as a quadratic program (Ames et al., "Control barrier functions: theory
 * and applications", ECC 2019): the torque nearest to the wanted one that keeps joints, tool and
 * links able to stop before their limits. Every limit is a speed and the bound below which the arm
 * can still stop; the row keeps the speed below its bound, early enough for drives whose torque
 * changes by so much a second. Where nothing binds the torque passes bit for bit.
 *
 * <p>Friction, contacts and payloads are not in the model. What they did in the last ticks is
 * observed and taken to go on, as by the disturbance observers of Alan et al. ("Disturbance
 * observers for robust safety-critical control with control barrier functions", IEEE Control
 * Systems Letters 7, 2023), over the time that has really passed; margins and offsets cover the
 * rest. Torques change by what the rate allows in one period, however many ticks were skipped: the
 * drives see one step. When no torque keeps everything, comfort and then soft limits give way; when
 * that is not enough the arm brakes. Stops when a joint is further outside its limits, or faster,
 * than the configuration allows, and when anything is not finite.
 */
public final class BarrierFilter implements SafetyFilter {
  /** After which what speeds were before says nothing of the arm's disturbances. */
  private static final long MOST_PERIODS = 10;

  private final BarrierNames names;
  private final JointState state;
  private final Block torques;
  private final ArmMotion motion;
  private final TorqueRange range;
  private final JointRows jointRows;
  private final ToolRows toolRows;
  private final SpaceRows spaceRows;
  private final SingularityRow singularityRow;
  private final BarrierRows rows;
  private final BarrierProgram program;
  private final BarrierReport report = new BarrierReport();
  private final ElapsedPeriods elapsed = new ElapsedPeriods();
  private final double leastBrakingSeconds;
  private final double[] torque;
  private final double[] wanted;

  /**
   * Puts the filter together for one robot.
   *
   * @param allowedToolSpeedMPerS asked every tick: less than the configured one while a person is
   *     near; allocates nothing
   */
  public BarrierFilter(
      SignalSpec observation,
      SignalSpec command,
      MeasuredArm arm,
      BarrierConfig config,
      DoubleSupplier allowedToolSpeedMPerS) {
    RobotModel model = arm.model();
    int joints = model.joints();
    this.names = new BarrierNames(joints, config.space());
    this.state = new JointState(observation, joints);
    this.torques = JointState.block(command, "tau", joints);
    this.motion = new ArmMotion(model);
    this.range = new TorqueRange(model, config.maxTorqueRateNmPerS());
    this.jointRows = new JointRows(model, config.joints(), names);
    this.toolRows = new ToolRows(config.tool(), config.space(), names, allowedToolSpeedMPerS);
    this.spaceRows = new SpaceRows(config.space(), names, joints);
    this.singularityRow = new SingularityRow(config.tool(), arm, names);
    int maxRows =
        2 * joints
            + jointRows.maxRows()
            + toolRows.maxRows()
            + spaceRows.maxRows()
            + singularityRow.maxRows();
    this.leastBrakingSeconds = config.joints().responseSeconds();
    this.rows = new BarrierRows(motion, maxRows, leastBrakingSeconds, config.maxTorqueRateNmPerS());
    this.program = new BarrierProgram(joints, maxRows, config.maxSolverSteps());
    this.torque = new double[joints];
    this.wanted = new double[joints];
  }

  @Override
  @HotPath
  public Verdict apply(
      Tick tick, Observation observation, Command lastApplied, MutableCommand command) {
    state.read(observation);
    if (!state.isFinite()
        || jointRows.isBeyondControl(state.q(), state.qd(), command)
        || !motion.update(state.q(), state.qd())
        || !gather(tick, lastApplied)) {
      return Verdict.STOP;
    }
    boolean clipped = false;
    for (int i = 0; i < torque.length; i++) {
      double asked = command.get(torques.offset() + i);
      if (!Double.isFinite(asked)) {
        command.limitedBy(names.torque(i));
        return Verdict.STOP;
      }
      torque[i] = range.clip(i, asked);
      if (torque[i] != asked) {
        clipped = true;
        command.limitedBy(names.torque(i));
      }
    }
    report.clipped(clipped);
    if (!motion.accelerate(torque, wanted)) {
      return Verdict.STOP;
    }
    boolean safe = rows.hold(wanted);
    if (!safe) {
      constrain(command);
    }
    return safe && !clipped ? Verdict.PASSED : replace(command);
  }

  /** All rows of this tick; false when the last torques are not finite. */
  @HotPath
  private boolean gather(Tick tick, Command lastApplied) {
    double dtSeconds = tick.periodNanos() * 1e-9;
    range.update(lastApplied, torques.offset(), dtSeconds);
    long periods = elapsed.since(tick);
    boolean driven = range.isDriven() && periods <= MOST_PERIODS;
    if (!rows.start(range.from, driven, dtSeconds, periods)) {
      return false;
    }
    jointRows.add(motion, state.q(), rows);
    toolRows.add(motion, state.q(), rows);
    spaceRows.add(motion, state.q(), rows);
    singularityRow.add(motion, state.q(), rows);
    report.saw(rows.leastReserve(), rows.leastReserveLimit());
    return true;
  }

  @HotPath
  private void constrain(MutableCommand command) {
    range.add(motion, rows);
    QpStatus status = program.solve(motion.mass, wanted, rows, false);
    if (status != QpStatus.SOLVED) {
      report.relaxed(status);
      status = program.solve(motion.mass, wanted, rows, true);
    }
    if (status != QpStatus.SOLVED) {
      report.braked();
      command.limitedBy(names.braking());
      report.bound(BarrierReport.NONE);
      range.brake(motion, leastBrakingSeconds, torque);
      return;
    }
    int hardest = program.hardestRow();
    report.bound(hardest < 0 ? BarrierReport.NONE : rows.limits[hardest].number);
    for (int k = 0; k < program.activeRows(); k++) {
      command.limitedBy(rows.names[program.activeRow(k)]);
    }
    apply(program.accelerations());
  }

  @HotPath
  private void apply(double[] acceleration) {
    for (int i = 0; i < torque.length; i++) {
      double sum = motion.bias[i];
      for (int k = 0; k < torque.length; k++) {
        sum += motion.mass[torque.length * i + k] * acceleration[k];
      }
      torque[i] = range.clip(i, sum);
    }
  }

  @HotPath
  private Verdict replace(MutableCommand command) {
    for (int i = 0; i < torque.length; i++) {
      command.set(torques.offset() + i, torque[i]);
    }
    return Verdict.MODIFIED;
  }

  @Override
  public List<String> limitNames() {
    return names.all();
  }

  /** What the last tick and all before it were like. */
  public BarrierReport report() {
    return report;
  }
}
