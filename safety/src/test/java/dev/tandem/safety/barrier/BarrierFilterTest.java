package dev.tandem.safety.barrier;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tandem.runtime.act.Verdict;
import dev.tandem.runtime.model.JointLimits;
import dev.tandem.runtime.model.RobotModel;
import dev.tandem.safety.FilteredArm;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What monitors learn from the filter, and when it gives up. */
class BarrierFilterTest {
  private static final double[] LOW = {0.2, -0.2, 0.1};
  private static final double[] HIGH = {0.7, 0.3, 0.7};

  private final FilteredArm arm = new FilteredArm();

  private static BarrierFilter filter(RobotModel model, List<KeepOut> keepOuts) {
    return filter(model, keepOuts, 1000);
  }

  private static BarrierFilter filter(RobotModel model, List<KeepOut> keepOuts, double rateNmPerS) {
    LinkCapsule hand = new LinkCapsule(6, new double[3], new double[] {0, 0, 0.1}, 0.05);
    BarrierConfig free = BarrierConfig.fr3();
    SpaceConfig space = new SpaceConfig(List.of(hand), keepOuts, List.of(), 2, 0.05, 0.005);
    return new BarrierFilter(
        FilteredArm.OBSERVATION,
        FilteredArm.COMMAND,
        MeasuredArm.of(model),
        new BarrierConfig(free.joints(), free.tool().within(LOW, HIGH), space, rateNmPerS),
        () -> Double.POSITIVE_INFINITY);
  }

  private Verdict holdStill(BarrierFilter filter) {
    arm.command(arm.gravityTorque());
    arm.lastApplied.copyFrom(arm.command);
    return arm.apply(filter);
  }

  @Test
  void tellsWhichLimitIsNearestWhileNoneBinds() {
    BarrierFilter filter = filter(arm.model, List.of());
    arm.qd[6] = 2.61 - 0.15 - 0.01;
    assertEquals(Verdict.PASSED, holdStill(filter));
    assertEquals(0.01, filter.report().leastReserve(), 1e-9);
    assertEquals(BarrierLimit.JOINT.number, filter.report().leastReserveLimit());
    assertEquals(BarrierReport.NONE, filter.report().boundLimit());
    assertEquals(0, filter.report().bindingTicks());
  }

  @Test
  void tellsWhichLimitBoundAndForHowManyTicks() {
    BarrierFilter filter = filter(arm.model, List.of());
    arm.qd[6] = 2.61 - 0.15 + 0.02;
    assertEquals(Verdict.MODIFIED, holdStill(filter));
    assertEquals(Verdict.MODIFIED, holdStill(filter));
    assertEquals(BarrierLimit.JOINT.number, filter.report().boundLimit());
    assertEquals(2, filter.report().bindingTicks());
    assertEquals(0, filter.report().relaxedTicks());
    assertEquals(0, filter.report().brakedTicks());
    arm.qd[6] = 0;
    arm.lastApplied.zero();
    assertEquals(Verdict.PASSED, arm.apply(filter));
    assertEquals(BarrierReport.NONE, filter.report().boundLimit(), "of the last tick only");
  }

  @Test
  void tellsTheFirstRowsLimitToo() {
    BarrierFilter filter = filter(arm.model, List.of());
    arm.qd[0] = 2.175 - 0.15 + 0.02;
    assertEquals(Verdict.MODIFIED, holdStill(filter));
    assertEquals(BarrierLimit.JOINT.number, filter.report().boundLimit());
  }

  @Test
  void theNumbersThatMonitorsKnowLimitsByStayTheSame() {
    int[] numbers = Arrays.stream(BarrierLimit.values()).mapToInt(l -> l.number).toArray();
    assertArrayEquals(new int[] {0, 1, 2, 3, 4, 5, 6, 7}, numbers);
  }

  @Test
  void countsCommandsThatAskForMoreThanADriveHasAndNoOthers() {
    BarrierFilter filter = filter(arm.model, List.of());
    holdStill(filter);
    assertEquals(0, filter.report().torqueTicks());
    arm.command.set(3, arm.command.get(3) + 1.5);
    assertEquals(Verdict.MODIFIED, arm.apply(filter));
    assertEquals(1, filter.report().torqueTicks());
  }

  @Test
  void aModelWithoutMassStops() {
    assertEquals(Verdict.STOP, holdStill(filter(new Weightless(arm.model, 0), List.of())));
  }

  /** 5 Nm by 1e-308 kg m2 is more than the largest figure. */
  @Test
  void accelerationsThatAreNotFiniteStop() {
    BarrierFilter filter = filter(new Weightless(arm.model, 1e-308), List.of(), 10_000);
    assertEquals(Verdict.PASSED, holdStill(filter));
    arm.command.set(0, arm.command.get(0) + 5);
    assertEquals(Verdict.STOP, arm.apply(filter));
  }

  @Test
  void lastTorquesThatAreNotFiniteStopAndAreNotRemembered() {
    BarrierFilter filter = filter(arm.model, List.of());
    holdStill(filter);
    arm.lastApplied.set(2, Double.NaN);
    assertEquals(Verdict.STOP, arm.apply(filter));
    arm.qd[6] = 2.61 - 0.15 + 0.02;
    assertEquals(Verdict.MODIFIED, holdStill(filter), "limits bind as before");
  }

  /** Each is a number, and what they accelerate is none. */
  @Test
  void lastTorquesThatAccelerateBeyondAllNumbersStop() {
    BarrierFilter filter = filter(arm.model, List.of());
    arm.command(arm.gravityTorque());
    arm.lastApplied.copyFrom(arm.command);
    arm.lastApplied.set(6, Double.MAX_VALUE);
    assertEquals(Verdict.STOP, arm.apply(filter));
  }

  /** The arm as somebody might describe it who forgot its inertia: the same on every joint. */
  private record Weightless(RobotModel model, double inertia) implements RobotModel {
    @Override
    public int joints() {
      return model.joints();
    }

    @Override
    public JointLimits limits(int joint) {
      return model.limits(joint);
    }

    @Override
    public void update(double[] q, int offset) {
      model.update(q, offset);
    }

    @Override
    public void toolInBase(double[] out) {
      model.toolInBase(out);
    }

    @Override
    public void linkInBase(int joint, double[] out) {
      model.linkInBase(joint, out);
    }

    @Override
    public void jacobian(double[] out) {
      model.jacobian(out);
    }

    @Override
    public void massMatrix(double[] out) {
      Arrays.fill(out, 0);
      for (int i = 0; i < joints(); i++) {
        out[(joints() + 1) * i] = inertia;
      }
    }

    @Override
    public void biasTorque(double[] qd, int offset, double[] out) {
      model.biasTorque(qd, offset, out);
    }
  }
}
