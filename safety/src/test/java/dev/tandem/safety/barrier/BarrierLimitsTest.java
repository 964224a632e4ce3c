package dev.tandem.safety.barrier;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.controllers.model.Arm7;
import dev.tandem.controllers.model.ChainModel;
import dev.tandem.runtime.act.Verdict;
import dev.tandem.safety.AllocatedBytes;
import dev.tandem.safety.FilteredArm;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/** Drives the arm hard against every limit, once with the limit configured and once without. */
class BarrierLimitsTest {
  private static final int TICKS = 1_500;
  private static final double FAR = 1e3;
  private static final LinkCapsule HAND =
      new LinkCapsule(6, new double[3], new double[] {0, 0, 0.1}, 0.05);
  private static final LinkCapsule UPPER_ARM =
      new LinkCapsule(1, new double[3], new double[] {0, -0.2, 0}, 0.07);

  private final FilteredArm arm = new FilteredArm();
  private final double[] jacobian = new double[42];
  private final double[] pose = new double[16];
  private double allowedMPerS = 1e9;

  private static ToolBarrierConfig tool(double speed, double[] min, double[] max, double least) {
    return new ToolBarrierConfig(speed, 0.1, 4, min, max, least, 0.2);
  }

  private static ToolBarrierConfig freeTool() {
    return tool(1e3, new double[] {-FAR, -FAR, -FAR}, new double[] {FAR, FAR, FAR}, 0);
  }

  private static SpaceConfig space(List<KeepOut> keepOuts) {
    return new SpaceConfig(List.of(HAND, UPPER_ARM), keepOuts, List.of(), 2, 0.05, 0.005);
  }

  private BarrierFilter filter(ToolBarrierConfig tool, SpaceConfig space) {
    return new BarrierFilter(
        FilteredArm.OBSERVATION,
        FilteredArm.COMMAND,
        MeasuredArm.of(new ChainModel(Arm7.chain())),
        new BarrierConfig(JointBarrierConfig.fr3(), tool, space, 1000),
        () -> allowedMPerS);
  }

  /** The least of {@code measure} while the tool is pulled with a force in N. */
  private double least(BarrierFilter filter, double[] force, ToDoubleFunction<double[]> measure) {
    System.arraycopy(Arm7.homeRad(), 0, arm.q, 0, 7);
    Arrays.fill(arm.qd, 0);
    arm.lastApplied.zero();
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < TICKS; i++) {
      double[] torque = arm.gravityTorque();
      arm.model.jacobian(jacobian);
      arm.model.toolInBase(pose);
      least = Math.min(least, measure.applyAsDouble(pose));
      for (int joint = 0; joint < 7; joint++) {
        for (int row = 0; row < 3; row++) {
          torque[joint] += jacobian[7 * row + joint] * force[row];
        }
      }
      arm.command(torque);
      if (arm.apply(filter) == Verdict.STOP) {
        return least;
      }
      arm.step();
    }
    return least;
  }

  private double speed() {
    double square = 0;
    for (int row = 0; row < 3; row++) {
      double sum = 0;
      for (int joint = 0; joint < 7; joint++) {
        sum += jacobian[7 * row + joint] * arm.qd[joint];
      }
      square += sum * sum;
    }
    return Math.sqrt(square);
  }

  @Test
  void theToolStaysBelowItsSpeed() {
    double[] pull = {0, 100, 0};
    BarrierFilter slow =
        filter(tool(0.8, new double[] {-9, -9, -9}, new double[] {9, 9, 9}, 0), space(List.of()));
    assertTrue(least(slow, pull, pose -> 0.8 - speed()) > 0);
    assertTrue(least(filter(freeTool(), space(List.of())), pull, pose -> 0.8 - speed()) < 0);
  }

  @Test
  void theToolStaysBelowTheSpeedForAPersonNear() {
    BarrierFilter filter = filter(freeTool(), space(List.of()));
    allowedMPerS = 0.25;
    assertTrue(least(filter, new double[] {0, 100, 0}, pose -> 0.25 - speed()) > 0);
    allowedMPerS = 1e9;
    assertTrue(least(filter, new double[] {0, 100, 0}, pose -> 0.25 - speed()) < 0);
  }

  @Test
  void aToolThatMayNotMoveComesToRest() {
    allowedMPerS = Double.NaN;
    BarrierFilter filter = filter(freeTool(), space(List.of()));
    assertTrue(least(filter, new double[] {0, 100, 0}, pose -> 0.02 - speed()) > 0);
  }

  @Test
  void theToolStaysInItsBox() {
    double[] min = {0.2, -0.2, 0.3};
    double[] max = {0.6, 0.2, 0.7};
    BarrierFilter boxed = filter(tool(1e3, min, max, 0), space(List.of()));
    BarrierFilter free = filter(freeTool(), space(List.of()));
    for (int axis = 0; axis < 3; axis++) {
      for (int sign = -1; sign <= 1; sign += 2) {
        double[] pull = new double[3];
        pull[axis] = sign * 60;
        int at = 4 * axis + 3;
        double high = max[axis];
        double low = min[axis];
        ToDoubleFunction<double[]> inside = pose -> Math.min(high - pose[at], pose[at] - low);
        assertTrue(least(boxed, pull, inside) > 0, "axis " + axis + ", sign " + sign);
        assertTrue(least(free, pull, inside) < 0, "axis " + axis + ", sign " + sign);
      }
    }
  }

  @Test
  void whatNoModelKnowsDoesNotPushTheToolOutOfItsBox() {
    double[] far = {FAR, FAR, FAR};
    double[] min = {-FAR, -FAR, -FAR};
    BarrierFilter boxed = filter(tool(1e3, min, new double[] {FAR, 0.2, FAR}, 0), space(List.of()));
    BarrierFilter free = filter(tool(1e3, min, far, 0), space(List.of()));
    double[] none = new double[3];
    ToDoubleFunction<double[]> inside = pose -> 0.2 - pose[7];
    arm.disturbanceNm[0] = 12;
    assertTrue(least(free, none, inside) < 0, "too weak to show anything");
    assertTrue(least(boxed, none, inside) > 0);
  }

  @Test
  void theHandStaysOutOfABall() {
    staysOut(
        new KeepOut.Ball(new double[] {0.25, 0.25, 0.5}, 0.12),
        p -> ball(p, 0.25, 0.25, 0.5) - 0.12);
  }

  @Test
  void theHandStaysOutOfACapsule() {
    staysOut(
        new KeepOut.Capsule(new double[] {0.25, 0.25, 0}, new double[] {0.25, 0.25, 1}, 0.1),
        p -> Math.hypot(p[0] - 0.25, p[1] - 0.25) - 0.1);
  }

  @Test
  void theHandStaysOutOfABox() {
    staysOut(
        new KeepOut.Box(new double[] {-1, 0.25, -1}, new double[] {1, 1, 2}), p -> 0.25 - p[1]);
  }

  private interface PointDistance {
    double of(double[] point);
  }

  private static double ball(double[] p, double x, double y, double z) {
    return Math.sqrt((p[0] - x) * (p[0] - x) + (p[1] - y) * (p[1] - y) + (p[2] - z) * (p[2] - z));
  }

  private void staysOut(KeepOut keepOut, PointDistance distance) {
    ToDoubleFunction<double[]> clearance =
        pose -> {
          double least = Double.POSITIVE_INFINITY;
          for (int i = 0; i <= 20; i++) {
            least = Math.min(least, distance.of(onHand(i / 20.0)) - 0.05);
          }
          return least;
        };
    double[] pull = {0, 60, 0};
    BarrierFilter kept = filter(freeTool(), space(List.of(keepOut)));
    assertTrue(least(kept, pull, clearance) > 0);
    assertTrue(kept.report().bindingTicks() > 0);
    assertTrue(least(filter(freeTool(), space(List.of())), pull, clearance) < 0);
  }

  /** A point of the hand's segment in the base frame. */
  private double[] onHand(double along) {
    double[] link = new double[16];
    arm.model.linkInBase(6, link);
    double[] point = new double[3];
    for (int k = 0; k < 3; k++) {
      point[k] = link[4 * k + 3] + 0.1 * along * link[4 * k + 2];
    }
    return point;
  }

  @Test
  void theHandStaysOffTheUpperArm() {
    SpaceConfig apart =
        new SpaceConfig(
            List.of(HAND, UPPER_ARM),
            List.of(),
            List.of(new SpaceConfig.CapsulePair(0, 1)),
            2,
            0.05,
            0.005);
    double[] pull = {-120, 0, 0};
    ToDoubleFunction<double[]> clearance =
        pose -> {
          double[] link = new double[16];
          arm.model.linkInBase(1, link);
          double least = Double.POSITIVE_INFINITY;
          for (int i = 0; i <= 20; i++) {
            for (int k = 0; k <= 20; k++) {
              double y = -0.2 * k / 20;
              double[] p = onHand(i / 20.0);
              least =
                  Math.min(
                      least,
                      ball(p, link[3] + y * link[1], link[7] + y * link[5], link[11] + y * link[9])
                          - 0.12);
            }
          }
          return least;
        };
    BarrierFilter kept = filter(freeTool(), apart);
    assertTrue(least(kept, pull, clearance) > 0, "kept");
    assertTrue(kept.report().bindingTicks() > 0);
    assertTrue(least(filter(freeTool(), space(List.of())), pull, clearance) < 0, "free");
  }

  @Test
  void theArmSlowsDownBeforeASingularPosture() {
    double[] far = {FAR, FAR, FAR};
    ToolBarrierConfig damped = tool(1e3, new double[] {-FAR, -FAR, -FAR}, far, 0.03);
    SingularValues singular = new SingularValues(7);
    ToDoubleFunction<double[]> value = pose -> singular.compute(jacobian) - 0.025;
    double[] pull = {100, 0, 0};
    assertTrue(least(filter(damped, space(List.of())), pull, value) > 0, "damped");
    assertTrue(least(filter(freeTool(), space(List.of())), pull, value) < 0, "free");
  }

  @Test
  void torquesStayWithinLimitAndRate() {
    BarrierFilter filter = filter(freeTool(), space(List.of()));
    double[] last = arm.gravityTorque();
    arm.lastApplied.setAll(last, 0);
    arm.command(80, -80, 80, -80, 12, -12, 12);
    assertEquals(Verdict.MODIFIED, arm.apply(filter));
    for (int i = 0; i < 7; i++) {
      assertTrue(Math.abs(arm.command.get(i) - last[i]) <= 1 + 1e-12, "rate, joint " + i);
    }
    arm.lastApplied.setAll(new double[] {87, 87, 87, 87, 12, 12, 12}, 0);
    arm.command(90, 90, 90, 90, 13, 13, 13);
    arm.apply(filter);
    for (int i = 0; i < 7; i++) {
      assertTrue(arm.command.get(i) <= (i < 4 ? 87 : 12), "limit, joint " + i);
    }
  }

  @Test
  void noMoreAccelerationIsAskedForThanIsAllowed() {
    BarrierFilter filter = filter(freeTool(), space(List.of()));
    arm.lastApplied.setAll(arm.torqueFor(20, 0, 0, 0, 0, 0, 0), 0);
    arm.command(arm.torqueFor(20.5, 0, 0, 0, 0, 0, 0));
    assertEquals(Verdict.MODIFIED, arm.apply(filter));
    assertEquals(20, arm.acceleration()[0], 1e-6);
    assertEquals(BarrierLimit.ACCELERATION.number, filter.report().boundLimit());
  }

  @Test
  void whereNothingBindsTheTorquePassesBitForBit() {
    ToolBarrierConfig all = tool(3, new double[] {0, -0.5, 0}, new double[] {0.8, 0.5, 1}, 0.02);
    SpaceConfig space =
        space(List.of(new KeepOut.Box(new double[] {-1, -1, -1}, new double[] {1, 1, -0.1})));
    BarrierFilter filter = filter(all, space);
    double[] wanted = arm.torqueFor(0.1, 0.2, 0.1, -0.1, 0.5, 0.2, 0.3);
    arm.lastApplied.setAll(wanted, 0);
    arm.command(wanted);
    assertEquals(Verdict.PASSED, arm.apply(filter));
    assertArrayEquals(wanted, arm.commanded(), 0);
    assertEquals(BarrierReport.NONE, filter.report().boundLimit());
  }

  @Test
  void whenNothingCanBeKeptTheArmBrakes() {
    BarrierFilter filter = filter(freeTool(), space(List.of()));
    double[] tooFast = {2.3, 2.3, 2.3, -2.3, -2.76, -2.76, -2.76};
    System.arraycopy(tooFast, 0, arm.qd, 0, 7);
    arm.lastApplied.setAll(new double[] {0, 87, -87, -87, -12, 12, 0}, 0);
    arm.command(0, 87, -87, -87, -12, 12, 0);
    assertEquals(Verdict.MODIFIED, arm.apply(filter));
    assertEquals(1, filter.report().relaxedTicks());
    assertEquals(1, filter.report().brakedTicks());
    int braking = filter.limitNames().indexOf("braking: no torque kept all limits");
    assertEquals(1, arm.command.takeLimits() >>> braking & 1, "is said");
    assertEquals(1, filter.report().bindingTicks());
    assertEquals(BarrierReport.NONE, filter.report().boundLimit());
    double[] torques = {-1, 86, -86, -86, -11, 11, 1};
    assertArrayEquals(torques, arm.commanded(), 1e-9, "towards braking, at the drives' rate");
  }

  @Test
  void allocatesNothingWhileLimitsBind() {
    BarrierFilter filter =
        filter(
            tool(0.01, new double[] {0.2, -0.2, 0.3}, new double[] {0.6, 0.2, 0.7}, 0.3),
            space(List.of(new KeepOut.Ball(new double[] {0.25, 0.25, 0.5}, 0.12))));
    arm.qd[0] = 0.5;
    arm.sense();
    double[] torque = arm.torqueFor(5, 0, 0, 0, 0, 0, 0);
    assertEquals(
        0,
        AllocatedBytes.perCall(
            () -> {
              arm.command.setAll(torque, 0);
              filter.apply(arm.tick, arm.observation, arm.lastApplied, arm.command);
            }));
    assertTrue(filter.report().bindingTicks() > 0);
  }
}
