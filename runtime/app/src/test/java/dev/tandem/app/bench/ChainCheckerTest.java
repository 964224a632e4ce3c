package dev.tandem.app.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.app.robot.Robot;
import dev.tandem.runtime.act.Verdict;
import dev.tandem.runtime.guard.Mode;
import dev.tandem.runtime.model.RobotModel;
import dev.tandem.runtime.record.TickRecord;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.simbridge.task.SimulatedTask;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An arm that stands still, and one thing at a time that it must not do, driven or stopping. */
final class ChainCheckerTest {
  private static final double[] READY_RAD = {0, -0.6, 0, -2.2, 0, 1.6, 0.8};

  private final SimulatedTask task = AdversaryWorld.OWN_MODEL.task();
  private final SignalSpec spec = task.observationSpec();
  private final LimitTable table = new LimitTable();
  private final ChainChecker checker =
      new ChainChecker(Robot.shipped(), spec, () -> this.relaxedTicks, table);
  private final TickRecord record =
      new TickRecord(spec, task.actionSpec(), task.simulator().commandSpec());
  private boolean reduced;
  private long relaxedTicks;

  @BeforeEach
  void standsStill() {
    RobotModel model = Robot.shipped().model();
    model.update(READY_RAD, 0);
    model.biasTorque(new double[READY_RAD.length], 0, record.appliedCommand);
    System.arraycopy(READY_RAD, 0, record.observation, spec.block("q").offset(), READY_RAD.length);
    record.observation[spec.indexOf("tool.0")] = 0.5;
    record.observation[spec.indexOf("tool.2")] = 0.3;
    record.hasSetPoint = true;
    for (int axis = 0; axis < 3; axis++) {
      record.setPoint[5 * axis] = 1;
    }
  }

  private void tick(Mode mode) {
    record.mode = mode;
    record.tick++;
    record.startNanos += 1_000_000;
    checker.check(record, reduced);
  }

  private Set<String> broken() {
    Set<String> broken = new TreeSet<>();
    table.rows().stream()
        .filter(row -> row.judged && row.over() > 0)
        .forEach(row -> broken.add(row.name));
    return broken;
  }

  @ParameterizedTest
  @EnumSource(names = {"READY", "ARMED", "RUN_POLICY", "REDUCED_POLICY", "STOP2", "STOP1"})
  void standingStillBreaksNothing(Mode mode) {
    for (int i = 0; i < 30; i++) {
      tick(mode);
    }
    assertEquals(Set.of(), broken());
  }

  @ParameterizedTest
  @EnumSource(names = {"ARMED", "RUN_POLICY", "STOP2", "STOP1"})
  void whileItStopsEveryLimitHoldsAsWhileItIsDriven(Mode mode) {
    tick(mode);
    record.observation[spec.indexOf("q.1")] = 1.77;
    record.observation[spec.indexOf("qd.0")] = 2.2;
    record.observation[spec.indexOf("tool.2")] = 0.02;
    record.observation[spec.indexOf("tool_velocity.0")] = -0.26;
    record.appliedCommand[3] += 88;
    reduced = true;
    tick(mode);
    Set<String> expected =
        new TreeSet<>(
            Set.of(
                "asked_acceleration_ratio",
                "joint_position_outside_rad",
                "joint_speed_ratio",
                "keep_out_depth_m",
                "reduced_tool_speed_m_per_s",
                "tool_box_outside_m",
                "torque_ratio",
                "torque_step_nm"));
    if (mode.brakes()) {
      expected.add("left_standstill_rad");
    }
    assertEquals(expected, broken());
  }

  @Test
  void aTorqueStepIsNoneForDrivesWithoutPower() {
    tick(Mode.RUN_POLICY);
    Arrays.fill(record.appliedCommand, 0);
    tick(Mode.STOP0);
    assertEquals(Set.of(), broken());
    standsStill();
    record.appliedCommand[1] += 0.9;
    tick(Mode.ARMED);
    assertEquals(Set.of(), broken(), "counted from what holds the arm");
    record.appliedCommand[1] += 1.1;
    tick(Mode.RUN_POLICY);
    assertEquals(Set.of("torque_step_nm"), broken());
  }

  private void drop(Mode mode, Verdict verdict) {
    Arrays.fill(record.appliedCommand, 0);
    record.verdict = verdict;
    tick(mode);
  }

  @ParameterizedTest
  @EnumSource(names = {"PASSED", "MODIFIED"})
  void aCommandThatDropsToNothingWithPowerIsAStepAsAnyOther(Verdict verdict) {
    tick(Mode.RUN_POLICY);
    drop(Mode.RUN_POLICY, verdict);
    assertTrue(row("torque_step_nm").worst() > 10, "what the shoulder bears");
    assertEquals(1, row("torque_step_nm").over());
    drop(Mode.RUN_POLICY, verdict);
    standsStill();
    tick(Mode.RUN_POLICY);
    assertEquals(2, row("torque_step_nm").over(), "the way back, too");
    assertEquals(0, checker.withheldTicks());
  }

  @ParameterizedTest
  @EnumSource(names = {"ARMED", "RUN_POLICY", "STOP2", "STOP1"})
  void oneThatTheGateWithheldIsNoneIfThePowerGoesThen(Mode mode) {
    tick(mode);
    drop(mode, Verdict.STOP);
    drop(Mode.STOP0, Verdict.STOP);
    assertEquals(Set.of(), broken());
    assertEquals(1, checker.withheldTicks());
    assertEquals(1, row("powered_after_a_refused_command").seen());
  }

  @ParameterizedTest
  @EnumSource(names = {"ARMED", "RUN_POLICY", "STOP2", "STOP1"})
  void whateverIsDrivenOnAfterItIsFound(Mode mode) {
    tick(mode);
    drop(mode, Verdict.STOP);
    standsStill();
    tick(mode);
    assertEquals(Set.of("powered_after_a_refused_command"), broken());
  }

  @Test
  void aStoppedVerdictExcusesNoCommandThatThereIs() {
    tick(Mode.STOP2);
    drop(Mode.STOP2, Verdict.STOP);
    record.appliedCommand[6] = 1e-9;
    tick(Mode.STOP1);
    assertTrue(broken().containsAll(Set.of("powered_after_a_refused_command", "torque_step_nm")));
    assertEquals(1, checker.withheldTicks());
  }

  @Test
  void drivesThatNeverHadACommandWaitForTheFirstThatIsNotBlind() {
    drop(Mode.READY, Verdict.PASSED);
    record.observation[spec.indexOf("target.0")] = Double.NaN;
    drop(Mode.ARMED, Verdict.MODIFIED);
    record.observation[spec.indexOf("target.0")] = 0;
    assertEquals(Set.of("not_finite"), broken());
    assertEquals(1, checker.withheldTicks());
    drop(Mode.ARMED, Verdict.MODIFIED);
    assertEquals(Set.of("asked_acceleration_ratio", "not_finite", "torque_step_nm"), broken());
  }

  @Test
  void accelerationsAreJudgedWhereTheBarriersSayThatNothingGaveWay() {
    tick(Mode.RUN_POLICY);
    assertEquals(1, row("asked_acceleration_ratio").seen());
    relaxedTicks++;
    tick(Mode.STOP2);
    assertEquals(1, row("asked_acceleration_ratio").seen());
    assertEquals(1, row("asked_acceleration_ratio_where_limits_give_way").seen());
    tick(Mode.STOP2);
    assertEquals(2, row("asked_acceleration_ratio").seen());
  }

  @Test
  void aSetPointThatJumpsIsFoundButNotOneThatBeginsAnewAfterAStop() {
    tick(Mode.RUN_POLICY);
    record.hasSetPoint = false;
    tick(Mode.STOP2);
    record.hasSetPoint = true;
    record.setPoint[3] = 0.1;
    tick(Mode.ARMED);
    assertEquals(Set.of(), broken());
    record.setPoint[3] = 0.2;
    tick(Mode.RUN_POLICY);
    assertEquals(Set.of("set_point_m_per_s", "set_point_m_per_s2", "set_point_m_per_s3"), broken());
  }

  private LimitTable.Row row(String name) {
    return table.rows().stream().filter(row -> row.name.equals(name)).findFirst().orElseThrow();
  }
}
