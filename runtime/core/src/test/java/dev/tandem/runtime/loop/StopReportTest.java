package dev.tandem.runtime.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.runtime.guard.Fault;
import dev.tandem.runtime.guard.Mode;
import dev.tandem.runtime.signal.IoStatus;
import org.junit.jupiter.api.Test;

/** What a stop began with, and each time that it grew. */
class StopReportTest {
  private final LoopRig rig = new LoopRig();
  private final StopReport report = rig.loop.stopReport();

  private void become(Mode mode, Fault because) {
    rig.supervisor.stop = mode;
    rig.supervisor.worsenedBy = because;
    rig.ticks(1);
  }

  private String line(int step) {
    return report.describe(step, FakeRobot.OBSERVATION, LoopRig.ACTION);
  }

  private void stop() {
    rig.ticks(1);
    rig.supervisor.stopWith(Fault.CONTACT);
    become(Mode.STOP2, Fault.NONE);
  }

  @Test
  void hasAStepForEachTimeThatTheStopGrew() {
    assertEquals(0, report.steps());
    stop();
    rig.ticks(1);
    assertEquals(1, report.steps());
    become(Mode.STOP1, Fault.E_STOP);
    become(Mode.STOP0, Fault.NONE);
    rig.ticks(2);
    assertEquals(3, report.steps());
    assertEquals(3, report.stepsOfAll());
    assertEquals(Mode.STOP2, report.mode(0));
    assertEquals(Mode.STOP1, report.mode(1));
    assertEquals(Mode.STOP0, report.mode(2));
    assertEquals(Fault.CONTACT, report.cause());
    assertEquals(Fault.CONTACT, report.cause(0));
    assertEquals(Fault.E_STOP, report.cause(1));
    assertEquals(Fault.NONE, report.cause(2));
    assertEquals("tick 1, F25 " + Fault.CONTACT.words(), line(0));
    assertEquals("tick 3, F01 " + Fault.E_STOP.words(), line(1));
    assertEquals("tick 4, the controlled stop has come to its end", line(2));
    assertEquals(line(0) + "; then STOP1: " + line(1) + "; then STOP0: " + line(2), rig.why());
  }

  @Test
  void aBrakeThatTheGateRefusesIsAStepOfItsOwnAtOnce() {
    stop();
    rig.brake.gain = 1000;
    rig.ticks(1);
    assertEquals(2, report.steps());
    assertEquals(Mode.STOP0, report.mode(1));
    assertEquals("tick 2, the command was refused by Force: above 50 N", line(1));
    become(Mode.STOP0, Fault.COMMAND_REFUSED);
    assertEquals(2, report.steps(), "told already");
  }

  @Test
  void saysOfALateTickWhetherTheOneBeforeHeldItUp() {
    rig.policy.whenAsked = () -> rig.clock.advanceNanos(30_500_000);
    rig.ticks(1);
    rig.policy.whenAsked = () -> {};
    rig.supervisor.stopWith(Fault.LATE_WAKE_UP);
    become(Mode.STOP1, Fault.NONE);
    String found = ", found 0.5 ms late after 29 ticks missed; the tick before took 30.5 ms";
    assertEquals("tick 30, F16 " + Fault.LATE_WAKE_UP.words() + found, line(0));
  }

  @Test
  void namesTheSensorThatHadNothingNew() {
    rig.ticks(1);
    rig.robot.sampled = IoStatus.STALE;
    rig.supervisor.stopWith(Fault.SENSOR_STALE);
    rig.ticks(1);
    assertEquals("tick 1, sensor 1: expected a newer reading", rig.why());
  }

  @Test
  void namesTheFirstSensorToo() {
    rig.ticks(1);
    rig.secondSensor.sampled = IoStatus.STALE;
    rig.supervisor.stopWith(Fault.SENSOR_STALE);
    rig.ticks(1);
    assertEquals("tick 1, sensor 0: expected a newer reading", rig.why());
  }

  @Test
  void namesNoSensorWhereTheReadingItselfWasOld() {
    rig.ticks(1);
    rig.supervisor.stopWith(Fault.SENSOR_STALE);
    rig.ticks(1);
    assertEquals("tick 1, " + Fault.SENSOR_STALE.words(), rig.why());
  }

  @Test
  void forgetsTheStopThatIsOverButCountsItsSteps() {
    stop();
    become(Mode.STOP0, Fault.E_STOP);
    rig.supervisor.recover();
    rig.ticks(1);
    assertEquals(0, report.steps());
    assertEquals(Fault.NONE, report.cause());
    assertEquals("no stop", rig.why());
    stop();
    assertEquals(1, report.steps());
    assertEquals(3, report.stepsOfAll());
  }

  @Test
  void tellsTheCauseAgainAfterAnEpisodeStartedDuringAStop() {
    stop();
    rig.loop.startEpisode(2);
    rig.ticks(1);
    assertEquals(Fault.CONTACT, report.cause());
  }

  @Test
  void aBrakeThatIsRefusedWhileAChannelIsNotFiniteNamesTheChannel() {
    stop();
    rig.supervisor.waits = true;
    rig.brake.gain = 1000;
    rig.robot.x = Double.NaN;
    rig.ticks(1);
    assertEquals(Fault.COMMAND_REFUSED, report.cause(report.steps() - 1));
    String line = line(report.steps() - 1);
    assertTrue(line.endsWith("; observation x is not finite"), line);
  }
}
