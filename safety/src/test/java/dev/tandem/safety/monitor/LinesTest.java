package dev.tandem.safety.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tandem.runtime.guard.Fault;
import dev.tandem.runtime.guard.Monitor;
import dev.tandem.runtime.guard.Reaction;
import dev.tandem.runtime.signal.Channel;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.signal.SignalSpec;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Emergency stop, enabling device, protective stop, drives' fault word, tracker, gripper. */
class LinesTest {
  private final Watched arm = new Watched();
  private final Monitor stop = new EStopMonitor(Watched.OBSERVATION, Watched.CONFIG.lines());

  @Test
  void aReleasedFreshEmergencyStopNeedsNoReaction() {
    assertEquals(Reaction.NONE, arm.after(100, stop));
    assertEquals(Fault.E_STOP, stop.fault());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, 0.99, 2, Double.NaN})
  void everythingButReleasedIsPressedInTheSameTick(double value) {
    arm.set(Channels.E_STOP_A, value);
    arm.set(Channels.E_STOP_B, value);
    assertEquals(Reaction.STOP1, arm.ask(stop));
    assertEquals(Reaction.STOP1, arm.after(1000, stop));
  }

  @ParameterizedTest
  @ValueSource(strings = {Channels.E_STOP_A, Channels.E_STOP_B})
  void oneChannelStopsAndDisagreeingForMoreThanTenMillisecondsTakesThePower(String channel) {
    arm.set(channel, 0);
    assertEquals(Reaction.STOP1, arm.ask(stop));
    assertEquals(Reaction.STOP1, arm.after(10, stop));
    assertEquals(Reaction.STOP0, arm.after(1, stop));
  }

  @Test
  void channelsThatAgreeAgainStartDisagreeingAnew() {
    arm.set(Channels.E_STOP_A, 0);
    arm.after(9, stop);
    arm.set(Channels.E_STOP_B, 0);
    arm.after(1, stop);
    arm.set(Channels.E_STOP_B, 1);
    assertEquals(Reaction.STOP1, arm.after(11, stop));
    assertEquals(Reaction.STOP0, arm.after(1, stop));
  }

  @Test
  void restartingForgetsADisagreement() {
    arm.set(Channels.E_STOP_A, 0);
    arm.after(20, stop);
    stop.restart();
    assertEquals(Reaction.STOP1, arm.after(1, stop));
  }

  @Test
  void linesThatNobodyReadAreAnEmergencyStop() {
    arm.pass(20);
    assertEquals(Reaction.NONE, arm.ask(stop));
    arm.pass(1);
    assertEquals(Reaction.STOP1, arm.ask(stop));
    arm.set(Channels.E_STOP_STAMP, Double.NaN);
    assertEquals(Reaction.STOP1, arm.ask(stop));
  }

  @Test
  void itsStampMayBeTheFirstChannelOfAll() {
    SignalSpec spec =
        new SignalSpec(
            "stop",
            Stream.of(Channels.E_STOP_STAMP, Channels.E_STOP_A, Channels.E_STOP_B)
                .map(name -> Channel.of(name, "1"))
                .toList());
    MutableObservation lines = new MutableObservation(spec);
    lines.setAll(new double[] {0, 1, 1}, 0);
    arm.pass(21);
    Monitor monitor = new EStopMonitor(spec, Watched.CONFIG.lines());
    assertEquals(Reaction.STOP1, monitor.inspect(arm.tick, lines, arm.health, arm.lastApplied));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 2, 1.5, Double.NaN})
  void theEnablingDeviceMustBeInItsMiddlePosition(double position) {
    Monitor monitor = LineMonitor.enablingDevice(Watched.OBSERVATION);
    assertEquals(Reaction.NONE, arm.ask(monitor));
    arm.set(Channels.ENABLE, position);
    assertEquals(Reaction.STOP1, arm.ask(monitor));
    assertEquals(Fault.ENABLING_DEVICE, monitor.fault());
  }

  @Test
  void aBrokenProtectedFieldStopsUnderControl() {
    Monitor monitor = LineMonitor.protectiveStop(Watched.OBSERVATION);
    assertEquals(Reaction.NONE, arm.ask(monitor));
    arm.set(Channels.PROTECTIVE, 0);
    assertEquals(Reaction.STOP2, arm.ask(monitor));
    assertEquals(Fault.PROTECTIVE_STOP, monitor.fault());
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 4096, Double.NaN})
  void anyFaultBitOfTheDrivesStopsAndTakesThePower(double word) {
    Monitor monitor = LineMonitor.drives(Watched.OBSERVATION);
    assertEquals(Reaction.NONE, arm.ask(monitor));
    arm.set(Channels.DRIVE_STATUS, word);
    assertEquals(Reaction.STOP1, arm.ask(monitor));
    assertEquals(Fault.DRIVE_FAULT, monitor.fault());
  }

  @Test
  void aPersonIsNearByPresenceOrByDistanceOrWhenNeitherIsKnown() {
    Monitor monitor = new PersonNearMonitor(Watched.OBSERVATION, 1.5);
    assertEquals(Fault.PERSON_NEAR, monitor.fault());
    assertEquals(Reaction.NONE, arm.ask(monitor));
    for (double there : new double[] {1, -1, Double.NaN}) {
      arm.set(Channels.PERSON_PRESENT, there);
      assertEquals(Reaction.REDUCE, arm.ask(monitor));
    }
    arm.set(Channels.PERSON_PRESENT, 0);
    arm.set(Channels.PERSON_DISTANCE, 1.5);
    assertEquals(Reaction.NONE, arm.ask(monitor));
    for (double near : new double[] {1.499, 0, Double.NaN}) {
      arm.set(Channels.PERSON_DISTANCE, near);
      assertEquals(Reaction.REDUCE, arm.ask(monitor));
    }
  }

  @Test
  void eitherOfItsChannelsIsEnoughToSeeAPersonNear() {
    SignalSpec distance = new SignalSpec("d", List.of(Channel.of(Channels.PERSON_DISTANCE, "m")));
    MutableObservation at = new MutableObservation(distance);
    at.set(0, 1);
    assertEquals(Reaction.REDUCE, near(distance, at));
    at.set(0, 2);
    assertEquals(Reaction.NONE, near(distance, at));
    SignalSpec present = new SignalSpec("p", List.of(Channel.of(Channels.PERSON_PRESENT, "1")));
    MutableObservation there = new MutableObservation(present);
    assertEquals(Reaction.NONE, near(present, there));
    there.set(0, 1);
    assertEquals(Reaction.REDUCE, near(present, there));
    SignalSpec neither = new SignalSpec("n", List.of(Channel.of("x", "1")));
    assertThrows(IllegalArgumentException.class, () -> new PersonNearMonitor(neither, 1.5));
  }

  private Reaction near(SignalSpec spec, MutableObservation observation) {
    return new PersonNearMonitor(spec, 1.5)
        .inspect(arm.tick, observation, arm.health, arm.lastApplied);
  }

  @Test
  void aTrackerThatIsBlindReducesTheSpeedAndThenStops() {
    Monitor monitor = new TrackerMonitor(Watched.OBSERVATION, 100_000_000);
    arm.pass(100);
    assertEquals(Reaction.NONE, arm.ask(monitor));
    arm.pass(1);
    assertEquals(Reaction.REDUCE, arm.ask(monitor));
    arm.pass(99);
    assertEquals(Reaction.REDUCE, arm.ask(monitor));
    arm.pass(1);
    assertEquals(Reaction.STOP2, arm.ask(monitor));
    arm.set(Channels.TRACKER_STAMP, Double.NaN);
    assertEquals(Reaction.STOP2, arm.ask(monitor));
  }

  @Test
  void aPartThatIsNotBetweenTheFingersStopsWhenItLasts() {
    Monitor monitor = new GripperMonitor(Watched.OBSERVATION, Watched.CONFIG.tool());
    arm.set(Channels.GRIPPER_PART, 0.02);
    arm.set(Channels.GRIPPER_WIDTH, 0.0229);
    assertEquals(Reaction.NONE, arm.after(100, monitor));
    arm.set(Channels.GRIPPER_PART, 0.003);
    arm.set(Channels.GRIPPER_WIDTH, 0.006);
    assertEquals(Reaction.NONE, arm.after(100, monitor), "just the tolerance");
    arm.set(Channels.GRIPPER_WIDTH, 0.0061);
    assertEquals(Reaction.NONE, arm.after(41, monitor));
    assertEquals(Reaction.STOP2, arm.after(1, monitor));
    monitor.restart();
    assertEquals(Reaction.NONE, arm.after(1, monitor));
  }

  @Test
  void aGripperThatShouldHoldNothingMayBeAsWideAsItLikes() {
    Monitor monitor = new GripperMonitor(Watched.OBSERVATION, Watched.CONFIG.tool());
    arm.set(Channels.GRIPPER_WIDTH, 0.08);
    assertEquals(Reaction.NONE, arm.after(100, monitor));
  }
}
