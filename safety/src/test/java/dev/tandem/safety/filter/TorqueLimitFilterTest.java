package dev.tandem.safety.filter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.runtime.act.Verdict;
import dev.tandem.runtime.signal.Channel;
import dev.tandem.runtime.signal.MutableCommand;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.safety.AllocatedBytes;
import dev.tandem.safety.FilteredArm;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TorqueLimitFilterTest {
  private static final int JOINTS = FilteredArm.JOINTS;

  private final FilteredArm arm = new FilteredArm();
  private final TorqueLimitFilter filter = new TorqueLimitFilter(FilteredArm.COMMAND, arm.model);

  static LongStream seeds() {
    return LongStream.range(0, 100);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatComesOutIsWithinTheLimitsAndAsNearAsCanBe(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double size = Math.pow(10, random.nextDouble(0, 300));
    double[] wanted = random.doubles(JOINTS, -size, size).toArray();
    arm.command(wanted);
    Verdict verdict = arm.apply(filter);
    boolean inside = true;
    for (int i = 0; i < JOINTS; i++) {
      double max = arm.model.limits(i).maxTorqueNm();
      boolean within = Math.abs(wanted[i]) <= max;
      inside &= within;
      assertEquals(within ? wanted[i] : Math.copySign(max, wanted[i]), arm.command.get(i));
    }
    assertEquals(inside ? Verdict.PASSED : Verdict.MODIFIED, verdict);
  }

  @Test
  void theLimitsThemselvesPass() {
    double[] limits = {87, -87, 87, -87, 12, -12, 12};
    arm.command(limits);
    assertEquals(Verdict.PASSED, arm.apply(filter));
    assertArrayEquals(limits, arm.commanded());
  }

  @Test
  void anInfiniteTorqueIsCut() {
    arm.command(Double.POSITIVE_INFINITY, 0, 0, 0, 0, 0, Double.NEGATIVE_INFINITY);
    assertEquals(Verdict.MODIFIED, arm.apply(filter));
    assertEquals(87, arm.command.get(0));
    assertEquals(-12, arm.command.get(6));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3, 6})
  void stopsOnNaN(int joint) {
    arm.command(new double[JOINTS]);
    arm.command.set(joint, Double.NaN);
    assertEquals(Verdict.STOP, arm.apply(filter));
    assertEquals(1L << joint, arm.command.takeLimits());
  }

  @Test
  void theTighterOfSpecAndJointHoldsAndOtherChannelsKeepTheirOwn() {
    List<Channel> channels = new ArrayList<>();
    channels.add(new Channel("gripper.force", "N", -20, 20));
    for (int i = 0; i < JOINTS; i++) {
      channels.add(new Channel("tau." + i, "Nm", -50, 50));
    }
    SignalSpec spec = new SignalSpec("drives", channels);
    MutableCommand command = new MutableCommand(spec);
    command.setAll(new double[] {100, 100, 100, 100, 100, 100, 100, 100}, 0);
    new TorqueLimitFilter(spec, arm.model)
        .apply(arm.tick, arm.observation, new MutableCommand(spec), command);
    assertEquals(20, command.get(0));
    assertEquals(50, command.get(1));
    assertEquals(12, command.get(7));
  }

  @ParameterizedTest
  @CsvSource({"1, 50", "0, 50", "-50, 0", "-50, -1"})
  void refusesASpecThatAllowsOneSignOnly(double minNm, double maxNm) {
    List<Channel> channels = new ArrayList<>();
    for (int i = 0; i < JOINTS; i++) {
      channels.add(new Channel("tau." + i, "Nm", i == 2 ? minNm : -50, i == 2 ? maxNm : 50));
    }
    SignalSpec spec = new SignalSpec("drives", channels);
    String message =
        String.valueOf(
            assertThrows(
                    IllegalArgumentException.class, () -> new TorqueLimitFilter(spec, arm.model))
                .getMessage());
    assertTrue(message.contains("tau.2, got " + minNm + " to " + maxNm + " Nm"), message);
  }

  @Test
  void allocatesNothing() {
    double[] wanted = {100, 0, 0, 0, 0, 0, 0};
    assertEquals(
        0,
        AllocatedBytes.perCall(
            () -> {
              arm.command.setAll(wanted, 0);
              arm.apply(filter);
            }));
  }
}
