package dev.tandem.safety.barrier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.runtime.act.Verdict;
import dev.tandem.safety.AllocatedBytes;
import dev.tandem.safety.FilteredArm;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which limit acted, by name: each one alone, with the real arm. */
class BarrierNamesTest {
  private static final double[] ORIGIN = new double[3];
  private static final double FAR = 9;
  private static final int ELBOW = 2;
  private static final int HAND = 6;

  private final FilteredArm arm = new FilteredArm();
  private final double[] tool = tool();
  private double[] high = {FAR, FAR, FAR};
  private double allowedMPerS = Double.POSITIVE_INFINITY;
  private SpaceConfig space = space(List.of(), List.of());

  private double[] tool() {
    double[] pose = new double[16];
    arm.model.update(arm.q, 0);
    arm.model.toolInBase(pose);
    return new double[] {pose[3], pose[7], pose[11]};
  }

  private static SpaceConfig space(List<KeepOut> volumes, List<SpaceConfig.CapsulePair> pairs) {
    return space(0.05, volumes, pairs);
  }

  private static SpaceConfig space(
      double radiusMetres, List<KeepOut> volumes, List<SpaceConfig.CapsulePair> pairs) {
    return new SpaceConfig(
        List.of(
            new LinkCapsule(ELBOW, ORIGIN, ORIGIN, radiusMetres),
            new LinkCapsule(HAND, ORIGIN, ORIGIN, radiusMetres)),
        volumes,
        pairs,
        new SpaceNames(
            List.of("elbow", "hand"),
            IntStream.range(0, volumes.size()).mapToObj(i -> "'table " + i + "'").toList()),
        2,
        0.05,
        0.005);
  }

  private BarrierFilter filter() {
    BarrierConfig free = BarrierConfig.fr3();
    DoubleSupplier allowed = () -> allowedMPerS;
    return new BarrierFilter(
        FilteredArm.OBSERVATION,
        FilteredArm.COMMAND,
        MeasuredArm.of(arm.model),
        new BarrierConfig(
            free.joints(),
            free.tool().within(new double[] {-FAR, -FAR, -FAR}, high),
            space,
            BarrierConfig.FR3_TORQUE_RATE_NM_PER_S),
        allowed);
  }

  /** Of an arm that holds itself and moves as it is told to. */
  private List<String> limitsOf(BarrierFilter filter) {
    arm.command(arm.torqueFor(new double[FilteredArm.JOINTS]));
    arm.lastApplied.copyFrom(arm.command);
    arm.command.takeLimits();
    arm.apply(filter);
    return names(filter);
  }

  private List<String> names(BarrierFilter filter) {
    List<String> acted = new ArrayList<>();
    long mask = arm.command.takeLimits();
    for (int i = 0; i < Long.SIZE; i++) {
      if ((mask >>> i & 1) != 0) {
        acted.add(filter.limitNames().get(i));
      }
    }
    return acted;
  }

  @Test
  void anArmThatMayGoOnIsLimitedByNothing() {
    assertEquals(List.of(), limitsOf(filter()));
  }

  @Test
  void aJointThatIsTooFast() {
    arm.qd[6] = 2.61 - 0.15 + 0.02;
    assertEquals(List.of("joint 7 speed"), limitsOf(filter()));
  }

  @Test
  void aJointThatIsTooNearItsLimit() {
    arm.q[6] = 2.8973 - 0.02;
    arm.qd[6] = 0.5;
    assertEquals(List.of("joint 7 position"), limitsOf(filter()));
    arm.q[6] = -2.8973 + 0.02;
    arm.qd[6] = -0.5;
    assertEquals(List.of("joint 7 position"), limitsOf(filter()));
  }

  @Test
  void aJointThatIsBeyondControl() {
    BarrierFilter filter = filter();
    arm.qd[6] = 2 * 2.61;
    arm.command.takeLimits();
    assertEquals(Verdict.STOP, arm.apply(filter));
    assertEquals(List.of("joint 7 speed"), names(filter));
    arm.qd[6] = 0;
    arm.q[6] = 2.8973 + 1;
    assertEquals(Verdict.STOP, arm.apply(filter));
    assertEquals(List.of("joint 7 position"), names(filter));
  }

  @Test
  void aTorqueThatIsNoNumber() {
    arm.command(arm.gravityTorque());
    arm.lastApplied.copyFrom(arm.command);
    arm.command.set(3, Double.NaN);
    BarrierFilter filter = filter();
    assertEquals(Verdict.STOP, arm.apply(filter));
    assertEquals(List.of("joint 4 torque"), names(filter));
  }

  @Test
  void aTorqueThatAsksForTooFastAChange() {
    arm.command(arm.gravityTorque());
    arm.lastApplied.copyFrom(arm.command);
    arm.command.set(3, arm.command.get(3) + 5);
    BarrierFilter filter = filter();
    assertEquals(Verdict.MODIFIED, arm.apply(filter));
    assertTrue(names(filter).contains("joint 4 torque"));
  }

  @Test
  void aToolThatIsTooFast() {
    arm.qd[0] = 0.6;
    allowedMPerS = 0.25;
    assertEquals(List.of("tool speed"), limitsOf(filter()));
  }

  @Test
  void aToolThatIsTooNearTheWallOfItsBox() {
    arm.qd[0] = 0.6;
    high = new double[] {FAR, tool[1] + 0.02, FAR};
    List<String> acted = limitsOf(filter());
    assertTrue(acted.contains("tool box, y max"), acted::toString);
    assertFalse(acted.contains("tool box, y min"), acted::toString);
  }

  /** Where a link's frame is. */
  private double[] place(int link) {
    double[] frame = new double[16];
    arm.model.linkInBase(link, frame);
    return new double[] {frame[3], frame[7], frame[11]};
  }

  @Test
  void theLastLinkThatIsTooNearWhatIsKeptOut() {
    double[] hand = place(HAND);
    hand[1] += 0.17;
    arm.qd[0] = 0.6;
    isKeptOutOfTheSecondOfTwo(hand);
  }

  @Test
  void theFirstLinkThatIsTooNearWhatIsKeptOut() {
    double[] elbow = place(ELBOW);
    elbow[0] += 0.16;
    arm.qd[1] = 0.6;
    isKeptOutOfTheSecondOfTwo(elbow);
  }

  private void isKeptOutOfTheSecondOfTwo(double[] ball) {
    double[] below = {0, 0, -FAR};
    space = space(List.of(new KeepOut.Ball(below, 0.1), new KeepOut.Ball(ball, 0.1)), List.of());
    BarrierFilter filter = filter();
    limitsOf(filter);
    List<String> acted = limitsOf(filter);
    assertTrue(acted.contains("keep-out 'table 1'"), acted::toString);
    assertFalse(acted.contains("keep-out 'table 0'"), acted::toString);
  }

  @Test
  void linksThatAreTooNearEachOther() {
    double[] elbow = place(ELBOW);
    double[] hand = place(HAND);
    double apart =
        Math.hypot(Math.hypot(hand[0] - elbow[0], hand[1] - elbow[1]), hand[2] - elbow[2]);
    KeepOut below = new KeepOut.Ball(new double[] {0, 0, -FAR}, 0.1);
    space = space(apart / 2 - 0.003, List.of(below), List.of(new SpaceConfig.CapsulePair(1, 0)));
    arm.qd[3] = -1.2;
    BarrierFilter filter = filter();
    limitsOf(filter);
    assertEquals(List.of("hand near elbow"), limitsOf(filter));
  }

  @Test
  void namesEveryLimitOnceAndInTheOrderOfItsNumbers() {
    space =
        space(
            List.of(new KeepOut.Ball(ORIGIN, 0.1), new KeepOut.Ball(ORIGIN, 0.1)),
            List.of(new SpaceConfig.CapsulePair(1, 0), new SpaceConfig.CapsulePair(0, 1)));
    BarrierNames names = new BarrierNames(7, space);
    List<String> all = names.all();
    assertEquals("joint 1 torque", all.get(names.torque(0)));
    assertEquals("joint 7 position", all.get(names.position(6)));
    assertEquals("joint 2 speed", all.get(names.speed(1)));
    assertEquals("joint 7 acceleration", all.get(names.acceleration(6)));
    assertEquals("tool speed", all.get(names.toolSpeed()));
    assertEquals("tool box, x min", all.get(names.toolBox(0, -1)));
    assertEquals("tool box, z max", all.get(names.toolBox(2, 1)));
    assertEquals("singularity", all.get(names.singularity()));
    assertEquals("braking: no torque kept all limits", all.get(names.braking()));
    assertEquals("keep-out 'table 1'", all.get(names.volume(1)));
    assertEquals("hand near elbow", all.get(names.pair(0)));
    assertEquals("elbow near hand", all.get(names.pair(1)));
    assertEquals(names.pair(1) + 1, all.size());
  }

  @Test
  void partsWithoutNamesAreCountedFromOne() {
    SpaceNames numbered = SpaceNames.numbered(2, 1);
    assertEquals(List.of("capsule 1", "capsule 2"), numbered.capsules());
    assertEquals(List.of("volume 1"), numbered.volumes());
  }

  @Test
  void whatAMaskHasNoBitForSharesTheLastOne() {
    List<KeepOut> many = Collections.nCopies(28, new KeepOut.Ball(ORIGIN, 0.1));
    assertEquals("keep-out 'table 26'", named(many.subList(0, 27)).get(63));
    assertEquals(64, named(many).size());
    assertEquals("other keep-outs or links", named(many).get(63));
  }

  private static List<String> named(List<KeepOut> volumes) {
    return new BarrierNames(7, space(volumes, List.of())).all();
  }

  @Test
  void sayingItAllocatesNothing() {
    BarrierFilter filter = filter();
    arm.qd[6] = 2.61 - 0.15 + 0.02;
    limitsOf(filter);
    assertEquals(0, AllocatedBytes.perCall(() -> arm.apply(filter)));
  }
}
