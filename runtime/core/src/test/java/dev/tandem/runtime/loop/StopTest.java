package dev.tandem.runtime.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.runtime.act.Verdict;
import dev.tandem.runtime.guard.Fault;
import dev.tandem.runtime.guard.Mode;
import dev.tandem.runtime.signal.IoStatus;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StopTest {
  /** What breaks in the second decision of a rig, how it is mended, and what the report says. */
  record Breakdown(Fault cause, String line, Consumer<LoopRig> breaks, Consumer<LoopRig> mends) {}

  static Stream<Breakdown> faults() {
    return Stream.of(
        new Breakdown(
            Fault.SENSOR_FAULT,
            "tick 3, sensor 1: expected a reading, found a device fault",
            rig -> rig.robot.sampled = IoStatus.FAULT,
            rig -> rig.robot.sampled = IoStatus.OK),
        new Breakdown(
            Fault.OBSERVATION_NOT_FINITE,
            "tick 3, observation x: expected finite, found Infinity",
            rig -> rig.robot.x = Double.POSITIVE_INFINITY,
            rig -> rig.robot.x = 0),
        new Breakdown(
            Fault.OBSERVATION_NOT_FINITE,
            "tick 3, observation v: expected finite, found NaN",
            rig -> rig.robot.v = Double.NaN,
            rig -> rig.robot.v = 0),
        new Breakdown(
            Fault.COMMAND_REFUSED,
            "tick 3, the command was refused by Force: above 50 N",
            rig -> rig.controller.gain = 1000,
            rig -> rig.controller.gain = 1),
        new Breakdown(
            Fault.COMMAND_REFUSED,
            "tick 3, command: expected finite torques from the controller, found NaN",
            rig -> rig.controller.gain = Double.NaN,
            rig -> rig.controller.gain = 1));
  }

  private final LoopRig rig = new LoopRig();

  private void breakDown(Breakdown fault) {
    rig.ticks(LoopRig.TICKS_PER_DECISION);
    fault.breaks().accept(rig);
    rig.ticks(1);
  }

  @ParameterizedTest
  @MethodSource("faults")
  void everyFaultStopsInItsOwnTickAndIsReportedInOneLine(Breakdown fault) {
    breakDown(fault);
    assertTrue(rig.loop.isStopped());
    assertEquals(LoopRig.TICKS_PER_DECISION, rig.robot.writes);
    assertEquals(1, rig.robot.madeSafe);
    assertEquals(Verdict.STOP, rig.sink.record.verdict);
    assertEquals(0, rig.sink.record.appliedCommand[0]);
    assertEquals(fault.cause(), rig.loop.stopReport().cause());
    assertEquals(fault.line(), rig.why());
  }

  @ParameterizedTest
  @MethodSource("faults")
  void everyStopLatchesAfterItsFaultIsGone(Breakdown fault) {
    breakDown(fault);
    fault.mends().accept(rig);
    rig.ticks(10);
    assertTrue(rig.loop.isStopped());
    assertEquals(LoopRig.TICKS_PER_DECISION, rig.robot.writes);
    assertEquals(11, rig.robot.madeSafe);
    assertEquals(fault.line(), rig.why());
  }

  @ParameterizedTest
  @MethodSource("faults")
  void releasingTheGateAndStartingAnEpisodeDrivesAgain(Breakdown fault) {
    breakDown(fault);
    fault.mends().accept(rig);
    rig.supervisor.recover();
    rig.gate.release();
    rig.loop.startEpisode(1);
    rig.ticks(1);
    assertFalse(rig.loop.isStopped());
    assertEquals(LoopRig.TICKS_PER_DECISION + 1, rig.robot.writes);
    assertEquals("no stop", rig.why());
    assertEquals(Fault.NONE, rig.loop.stopReport().cause());
  }

  @Test
  void aWriteThatFailsStopsAndIsMadeSafeFromTheNextTickOn() {
    rig.robot.written = IoStatus.FAULT;
    rig.ticks(2);
    assertTrue(rig.loop.isStopped());
    assertEquals("tick 1, actuator: expected the write to succeed, found a fault", rig.why());
    rig.robot.written = IoStatus.OK;
    rig.ticks(9);
    assertEquals(1, rig.robot.writes);
    assertEquals(10, rig.robot.madeSafe);
  }

  @Test
  void aStaleReadingOrWriteDoesNotStop() {
    rig.robot.sampled = IoStatus.STALE;
    rig.robot.written = IoStatus.STALE;
    rig.ticks(5);
    assertFalse(rig.loop.isStopped());
    assertEquals(5, rig.robot.writes);
  }

  @Test
  void aStopOfTheSupervisorsOwnIsToldWithItsRowInTheFaultMatrix() {
    rig.supervisor.stopWith(Fault.E_STOP);
    rig.ticks(1);
    assertEquals("tick 0, F01 " + Fault.E_STOP.words(), rig.why());
  }

  @Test
  void theFirstCauseIsKept() {
    rig.secondSensor.sampled = IoStatus.FAULT;
    rig.robot.sampled = IoStatus.FAULT;
    rig.robot.v = Double.NaN;
    rig.ticks(1);
    rig.controller.gain = Double.NaN;
    rig.ticks(5);
    assertEquals("tick 0, sensor 0: expected a reading, found a device fault", rig.why());
  }

  @Test
  void nobodyDecidesWhileTheLoopIsStopped() {
    rig.ticks(1);
    rig.gate.requestStop();
    rig.ticks(10);
    assertEquals(1, rig.policy.asked);
    assertFalse(rig.sink.record.decided);
    assertEquals(0, rig.sink.record.step);
  }

  @Test
  void aStopThatSomebodyElseAskedForIsReportedAsSuch() {
    rig.gate.requestStop();
    rig.ticks(1);
    assertEquals("tick 0, a stop was requested from outside the loop", rig.why());
    assertEquals(1, rig.robot.madeSafe);
  }

  @Test
  void anActionThatIsNotFiniteIsRecordedButNeverApplied() {
    rig.policy.push = Double.NaN;
    rig.ticks(1);
    assertTrue(Double.isNaN(rig.sink.record.requestedAction[0]));
    assertEquals(0, rig.sink.record.appliedAction[0]);
    assertTrue(rig.sink.record.decided);
  }

  @Test
  void anActionThatIsNotFiniteHoldsInItsTickAndTheSupervisorHearsOfItInTheNext() {
    rig.policy.push = Double.POSITIVE_INFINITY;
    rig.ticks(1);
    assertEquals(1, rig.controller.holds);
    assertEquals(0, rig.controller.decisions);
    assertFalse(rig.loop.isStopped());
    rig.ticks(1);
    assertTrue(rig.loop.isStopped());
    assertEquals("tick 1, action push: expected finite, found Infinity", rig.why());
  }

  @Test
  void aStopThatAnswersUnusableActionsForgetsThem() {
    rig.policy.push = Double.NaN;
    rig.ticks(2);
    assertTrue(rig.loop.isStopped());
    assertEquals(0, rig.supervisor.seen.unusableActions);
    assertEquals("tick 1, action push: expected finite, found NaN", rig.why());
  }

  @Test
  void drivesThatCanBeMadeSafeAreFaultyNoMore() {
    rig.robot.written = IoStatus.FAULT;
    rig.ticks(1);
    assertTrue(rig.supervisor.seen.actuatorFault);
    rig.ticks(1);
    assertFalse(rig.supervisor.seen.actuatorFault);
  }

  @Test
  void drivesThatCannotBeMadeSafeStayFaulty() {
    rig.robot.written = IoStatus.FAULT;
    rig.robot.madeSafeAs = IoStatus.FAULT;
    rig.ticks(9);
    assertTrue(rig.supervisor.seen.actuatorFault);
  }

  @Test
  void unusableActionsAreCountedUntilOneCanBeUsed() {
    rig.supervisor.ordered = Optional.of(Mode.RUN_POLICY);
    rig.supervisor.stop = Mode.RUN_POLICY;
    rig.policy.push = Double.NaN;
    rig.ticks(2 * LoopRig.TICKS_PER_DECISION);
    assertEquals(2, rig.supervisor.seen.unusableActions);
    rig.policy.push = 0.1;
    rig.ticks(1);
    assertEquals(0, rig.supervisor.seen.unusableActions);
    assertEquals(0.1, rig.sink.record.appliedAction[0]);
  }

  @Test
  void aFaultWhileTheEpisodeStartsStopsInTheFirstTick() {
    rig.robot.v = Double.NaN;
    rig.loop.startEpisode(1);
    rig.ticks(1);
    assertTrue(rig.loop.isStopped());
    assertEquals(0, rig.robot.writes);
    assertEquals(Fault.OBSERVATION_NOT_FINITE, rig.loop.stopReport().cause());
  }
}
