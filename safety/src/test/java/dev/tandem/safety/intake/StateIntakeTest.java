package dev.tandem.safety.intake;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.runtime.signal.Channel;
import dev.tandem.runtime.signal.IoStatus;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.MutableTick;
import dev.tandem.safety.AllocatedBytes;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A joint that moves at constant acceleration, whose frames get lost or carry wrong stamps. */
class StateIntakeTest {
  private static final int MOST_REFUSED = 5;
  private static final double DT = 1e-3;
  private static final double ACCELERATION = 3;
  private static final SignalSpec SPEC = spec();

  private final MutableTick tick = new MutableTick(1_000_000);
  private final MutableObservation observation = new MutableObservation(SPEC);
  private final StateIntake intake =
      new StateIntake(
          SPEC,
          new StateIntake.Frame("sequence", "stamp"),
          List.of("tau"),
          5_000_000,
          MOST_REFUSED);
  private long index;

  private static SignalSpec spec() {
    List<Channel> channels = new ArrayList<>(SignalSpec.block("q", "rad", 2));
    channels.addAll(SignalSpec.block("qd", "rad/s", 2));
    channels.addAll(SignalSpec.block("tau", "Nm", 1));
    channels.addAll(SignalSpec.block("other", "1", 1));
    channels.add(Channel.of("sequence", "1"));
    channels.add(Channel.of("stamp", "s"));
    return new SignalSpec("arm", channels);
  }

  private static double positionAt(long index) {
    return 0.5 * ACCELERATION * Math.pow(index * DT, 2);
  }

  /** What the drives would say at a tick: the joints, a torque, something else. */
  private static double[] state(long index) {
    double speed = ACCELERATION * index * DT;
    return new double[] {positionAt(index), -positionAt(index), speed, -speed, index, -index};
  }

  private double[] values() {
    double[] all = new double[SPEC.size()];
    observation.copyTo(all, 0);
    return java.util.Arrays.copyOf(all, 6);
  }

  private IoStatus sample() {
    tick.set(index, index * 1_000_000, 0);
    return intake.sample(tick, observation);
  }

  private IoStatus frame() {
    return frame(0);
  }

  /** The next tick with a frame whose stamp is off by so much. */
  private IoStatus frame(double stampOffSeconds) {
    index++;
    double[] state = state(index);
    for (int i = 0; i < state.length; i++) {
      observation.set(i, state[i]);
    }
    observation.set(SPEC.indexOf("sequence"), (double) index);
    observation.set(SPEC.indexOf("stamp"), index * DT + stampOffSeconds);
    return sample();
  }

  /** The next tick without a frame. */
  private IoStatus nothing() {
    index++;
    return sample();
  }

  @BeforeEach
  void moveForAWhile() {
    for (int i = 0; i < 100; i++) {
      assertEquals(IoStatus.OK, frame());
      assertArrayEquals(state(index), values(), "frames that come pass as they are");
    }
  }

  @Test
  void oneLostPacketGoesOnWithConstantAcceleration() {
    assertEquals(IoStatus.STALE, nothing());
    double[] expected = state(index);
    double[] found = values();
    for (int i = 0; i < 4; i++) {
      assertEquals(expected[i], found[i], 1e-12, SPEC.channel(i).name());
    }
    assertEquals((double) (index - 1), found[4], "what cannot be extrapolated stands");
  }

  @Test
  void fromTheSecondLostPacketOnTheStateStands() {
    nothing();
    double[] stood = values();
    for (int i = 0; i < 5; i++) {
      assertEquals(IoStatus.STALE, nothing());
      assertArrayEquals(stood, values());
    }
    assertEquals(IoStatus.OK, frame());
    assertArrayEquals(state(index), values());
  }

  @Test
  void afterAGapThereIsNoAccelerationToGoOnWith() {
    nothing();
    nothing();
    frame();
    double[] last = values();
    nothing();
    assertEquals(last[2], values()[2], "the speed stays");
    assertEquals(last[0] + last[2] * DT, values()[0], 1e-15);
  }

  @Test
  void afterSoManyRefusedFramesInARowTheDrivesHaveAnotherClock() {
    for (int i = 1; i < MOST_REFUSED; i++) {
      assertEquals(IoStatus.STALE, frame(10));
    }
    for (int i = 0; i < 10; i++) {
      assertEquals(IoStatus.OK, frame(10));
      assertArrayEquals(state(index), values());
    }
  }

  @Test
  void aGoodFrameBetweenRefusedOnesBeginsTheirCountAnew() {
    for (int i = 1; i < 3 * MOST_REFUSED; i++) {
      assertEquals(i % 2 == 0 ? IoStatus.OK : IoStatus.STALE, frame(i % 2 == 0 ? 0 : 10));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.0051, 10, -0.1, -10, Double.NaN})
  void aFrameWhoseStampJumpsIsNotUsedAndTheLastGoodOneStands(double off) {
    double[] good = values();
    for (int i = 0; i < 3; i++) {
      assertEquals(IoStatus.STALE, frame(off));
      assertArrayEquals(java.util.Arrays.copyOf(good, 5), java.util.Arrays.copyOf(values(), 5));
      assertEquals(
          (double) index, observation.get(SPEC.indexOf("sequence")), "monitors see what came");
      assertEquals((double) -index, observation.get(5), "what is not the drives' stays");
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.0049, -0.0009, 0})
  void aFrameWhoseStampIsPlausibleIsUsed(double off) {
    assertEquals(IoStatus.OK, frame(off));
    assertArrayEquals(state(index), values());
  }

  @Test
  void anOldPacketIsNoNewOne() {
    index++;
    observation.set(0, 99);
    observation.set(SPEC.indexOf("sequence"), 7);
    observation.set(SPEC.indexOf("stamp"), index * DT);
    assertEquals(IoStatus.STALE, sample());
    assertEquals(positionAt(index), values()[0], 1e-12);
  }

  /** The next tick with a frame that carries another number. */
  private IoStatus numbered(double number) {
    index++;
    double[] state = state(index);
    for (int i = 0; i < state.length; i++) {
      observation.set(i, state[i]);
    }
    observation.set(SPEC.indexOf("sequence"), number);
    observation.set(SPEC.indexOf("stamp"), index * DT);
    return sample();
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e18, 107, -1e18, 3, Double.POSITIVE_INFINITY})
  void aSpoiltNumberIsOneLostPacketAndMakesNoneOldThatComesAfterIt(double number) {
    assertEquals(IoStatus.STALE, numbered(number));
    assertEquals(positionAt(index), values()[0], 1e-12, "goes on with constant acceleration");
    for (int i = 0; i < 10; i++) {
      assertEquals(IoStatus.OK, frame());
      assertArrayEquals(state(index), values());
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e6, -80})
  void drivesThatCountAnewAreBelievedAfterSoManyFrames(double from) {
    for (int i = 1; i < MOST_REFUSED; i++) {
      assertEquals(IoStatus.STALE, numbered(from + i), "frame " + i);
    }
    for (int i = MOST_REFUSED; i < MOST_REFUSED + 10; i++) {
      assertEquals(IoStatus.OK, numbered(from + i), "frame " + i);
      assertArrayEquals(state(index), values());
    }
  }

  @Test
  void aNumberThatStandsIsNeverBelieved() {
    for (int i = 0; i < 10 * MOST_REFUSED; i++) {
      assertEquals(IoStatus.STALE, numbered(1e18));
    }
    assertEquals(IoStatus.OK, frame());
  }

  @Test
  void skippedTicksAreNoAcceleration() {
    index += 4;
    frame();
    assertEquals(IoStatus.STALE, nothing());
    assertEquals(positionAt(index), values()[0], 1e-12);
    assertEquals(ACCELERATION * index * DT, values()[2], 1e-12);
  }

  @Test
  void aPacketLostAfterSkippedTicksIsGoneOnFromForTheTimeThatHasPassed() {
    index += 4;
    nothing();
    assertEquals(positionAt(index), values()[0], 1e-12);
    assertEquals(ACCELERATION * index * DT, values()[2], 1e-12);
  }

  @Test
  void butForNoMoreThanFivePeriods() {
    long last = index;
    index += 9;
    nothing();
    assertEquals(positionAt(last + 5), values()[0], 1e-12);
    assertEquals(ACCELERATION * (last + 5) * DT, values()[2], 1e-12);
  }

  @Test
  void lookingTwiceForgetsNoAcceleration() {
    sample();
    nothing();
    assertEquals(positionAt(index), values()[0], 1e-12);
  }

  @Test
  void lookingTwiceInATickCountsOnce() {
    assertEquals(IoStatus.OK, sample());
    assertArrayEquals(state(index), values());
    nothing();
    double[] once = values();
    assertEquals(IoStatus.STALE, sample());
    assertArrayEquals(once, values());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void whatIsNotFiniteIsHiddenFromNobody(int channel) {
    index++;
    observation.set(channel, Double.NaN);
    observation.set(SPEC.indexOf("sequence"), (double) index);
    observation.set(SPEC.indexOf("stamp"), index * DT);
    assertEquals(IoStatus.OK, sample());
    assertTrue(Double.isNaN(observation.get(channel)));
    nothing();
    assertTrue(Double.isFinite(observation.get(channel)), "nor is it gone on from");
  }

  @Test
  void afterARestartTheFirstFrameCounts() {
    intake.restart();
    observation.set(0, 7);
    assertEquals(IoStatus.OK, sample());
    assertEquals(7, values()[0]);
    nothing();
    assertEquals(7, values()[0], 1e-2, "goes on from there");
  }

  @Test
  void afterARestartTheDrivesMayHaveAnotherClock() {
    intake.restart();
    for (int i = 0; i < 3; i++) {
      assertEquals(IoStatus.OK, frame(-10));
    }
  }

  @Test
  void afterARestartTheDrivesMayCountFromTheirBeginning() {
    intake.restart();
    for (int number = 1; number <= 3; number++) {
      assertEquals(IoStatus.OK, numbered(number), "frame " + number);
    }
  }

  @Test
  void allocatesNothing() {
    assertEquals(0, AllocatedBytes.perCall(this::pass));
  }

  /** Now and then a packet is lost, or its stamp jumps. */
  private void pass() {
    index++;
    observation.set(SPEC.indexOf("sequence"), index % 3 == 0 ? 0 : (double) index);
    observation.set(SPEC.indexOf("stamp"), index % 5 == 0 ? 0 : index * DT);
    sample();
  }
}
