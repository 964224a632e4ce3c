package dev.tandem.safety.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.runtime.act.Verdict;
import dev.tandem.runtime.signal.Channel;
import dev.tandem.runtime.signal.MutableAction;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.safety.AllocatedBytes;
import dev.tandem.safety.FilteredArm;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkspaceBoxFilterTest {
  private static final SignalSpec SPEC =
      new SignalSpec(
          "act",
          List.of(
              Channel.of("gripper", "1"),
              Channel.of("dx", "m"),
              Channel.of("dy", "m"),
              Channel.of("dz", "m")));

  private final FilteredArm arm = new FilteredArm();
  private final MutableAction action = new MutableAction(SPEC);
  private final double[] tool = new double[3];

  static LongStream seeds() {
    return LongStream.range(0, 200);
  }

  @BeforeEach
  void findTheTool() {
    double[] pose = new double[16];
    arm.sense();
    arm.model.update(arm.q, 0);
    arm.model.toolInBase(pose);
    for (int axis = 0; axis < 3; axis++) {
      tool[axis] = pose[4 * axis + 3];
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aToolInsideStaysInside(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] min = new double[3];
    double[] max = new double[3];
    for (int axis = 0; axis < 3; axis++) {
      min[axis] = tool[axis] - random.nextDouble(0, 0.1);
      max[axis] = tool[axis] + random.nextDouble(1e-6, 0.1);
    }
    double size = Math.pow(10, random.nextDouble(-4, 200));
    action.setAll(random.doubles(4, -size, size).toArray(), 0);
    judged(min, max);
    for (int axis = 0; axis < 3; axis++) {
      double after = tool[axis] + action.get(1 + axis);
      assertTrue(after >= min[axis] - 1e-12 && after <= max[axis] + 1e-12, "axis " + axis);
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aDisplacementIsNeverMadeLongerNorTurnedRound(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] min = new double[3];
    double[] max = new double[3];
    for (int axis = 0; axis < 3; axis++) {
      min[axis] = random.nextDouble(-1, 1);
      max[axis] = min[axis] + random.nextDouble(1e-3, 1);
    }
    double[] wanted = random.doubles(4, -0.5, 0.5).toArray();
    action.setAll(wanted, 0);
    judged(min, max);
    for (int i = 0; i < 4; i++) {
      assertTrue(Math.abs(action.get(i)) <= Math.abs(wanted[i]), "longer in " + i);
      assertTrue(action.get(i) * wanted[i] >= 0, "turned round in " + i);
    }
  }

  @Test
  void aDisplacementWithinTheBoxPassesUnchanged() {
    action.setAll(new double[] {9, 0.01, -0.02, 0.03}, 0);
    assertEquals(Verdict.PASSED, judged(around(-0.05), around(0.05)));
    assertEquals(0.03, action.get(3));
  }

  @Test
  void theWayToAWallIsCutAtTheWall() {
    action.setAll(new double[] {9, 0.2, 0, -0.2}, 0);
    assertEquals(Verdict.MODIFIED, judged(around(-0.05), around(0.04)));
    assertEquals(0.04, action.get(1), 1e-12);
    assertEquals(-0.05, action.get(3), 1e-12);
    assertEquals(9, action.get(0));
  }

  @Test
  void aToolOutsideMayComeBackButGoNoFurther() {
    action.setAll(new double[] {0, 0.01, 0.01, -0.01}, 0);
    assertEquals(Verdict.MODIFIED, judged(around(-0.2), around(-0.1)));
    assertEquals(0, action.get(1), "outwards");
    assertEquals(-0.01, action.get(3), "back");
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void whatIsNotFiniteBecomesZeroAndStops(double value) {
    for (int bad = 0; bad < SPEC.size(); bad++) {
      action.setAll(new double[] {0.01, 0.01, 0.01, 0.01}, 0);
      action.set(bad, value);
      assertEquals(Verdict.STOP, judged(around(-1), around(1)), "channel " + bad);
      assertEquals(0, action.get(1));
    }
    action.setAll(new double[] {0, 0.01, 0.01, 0.01}, 0);
    arm.observation.set(2, value);
    assertEquals(Verdict.STOP, judged(around(-1), around(1)));
    assertEquals(0, action.get(3));
  }

  @Test
  void theToolIsWhereTheArmIsNowAndNotWhereItWas() {
    WorkspaceBoxFilter filter = filter(around(-0.05), around(0.05));
    arm.model.update(new double[FilteredArm.JOINTS], 0);
    action.setAll(new double[] {0, 0.01, -0.02, 0.03}, 0);
    assertEquals(Verdict.PASSED, filter.apply(arm.tick, arm.observation, action));
  }

  @Test
  void refusesABoxThatIsNone() {
    double[] low = {0, 0, 0};
    double[] flat = {1, 0, 1};
    assertThrows(IllegalArgumentException.class, () -> new WorkspaceBox(low, flat));
    assertThrows(IllegalArgumentException.class, () -> new WorkspaceBox(low, new double[] {1, 1}));
    assertThrows(IllegalArgumentException.class, () -> new WorkspaceBox(new double[4], flat));
    assertThrows(
        IllegalArgumentException.class,
        () -> new WorkspaceBox(new double[] {Double.NaN, 0, 0}, new double[] {1, 1, 1}));
  }

  @Test
  void allocatesNothing() {
    WorkspaceBoxFilter filter = filter(around(-0.1), around(0.1));
    assertEquals(
        0,
        AllocatedBytes.perCall(
            () -> {
              action.set(1, 1);
              filter.apply(arm.tick, arm.observation, action);
            }));
  }

  private Verdict judged(double[] min, double[] max) {
    return filter(min, max).apply(arm.tick, arm.observation, action);
  }

  private WorkspaceBoxFilter filter(double[] min, double[] max) {
    return new WorkspaceBoxFilter(
        FilteredArm.OBSERVATION, SPEC, arm.model, new WorkspaceBox(min, max));
  }

  private double[] around(double offset) {
    return new double[] {tool[0] + offset, tool[1] + offset, tool[2] + offset};
  }
}
