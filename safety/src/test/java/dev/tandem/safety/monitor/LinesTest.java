package dev.tandem.safety.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tandem.runtime.guard.Fault;
import dev.tandem.runtime.guard.Monitor;
import dev.tandem.runtime.guard.Reaction;
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
  void aTrackerThatIsBlindHoldsAndThenStops() {
    Monitor monitor = new TrackerMonitor(Watched.OBSERVATION, 100_000_000);
    arm.pass(100);
    assertEquals(Reaction.NONE, arm.ask(monitor));
    arm.pass(1);
    assertEquals(Reaction.HOLD, arm.ask(monitor));
    arm.pass(99);
    assertEquals(Reaction.HOLD, arm.ask(monitor));
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
    arm.set(Channels.GRIPPER_WIDTH, 0.0231);
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
