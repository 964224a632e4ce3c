package dev.tandem.safety.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tandem.runtime.guard.Fault;
import dev.tandem.runtime.guard.Mode;
import dev.tandem.runtime.guard.Monitor;
import dev.tandem.runtime.guard.Reaction;
import org.junit.jupiter.api.Test;

/** What is a fault only once it has lasted: a tool away from its set point, lost records. */
class EndurancesTest {
  private static final long FIFTY_MILLIS = 50_000_000;

  private final Watched arm = new Watched();
  private double errorM;

  private Monitor setPoint() {
    return new SetPointMonitor(() -> errorM, 0.01, FIFTY_MILLIS);
  }

  @Test
  void aToolThatStaysAwayFromItsSetPointStops() {
    Monitor monitor = setPoint();
    assertEquals(Fault.TRACKING_ERROR, monitor.fault());
    errorM = 0.01;
    assertEquals(Reaction.NONE, arm.after(200, monitor));
    errorM = 0.0101;
    assertEquals(Reaction.NONE, arm.after(50, monitor));
    assertEquals(Reaction.STOP2, arm.after(1, monitor));
  }

  @Test
  void aToolThatComesBackInTimeDoesNot() {
    Monitor monitor = setPoint();
    errorM = 0.02;
    arm.after(50, monitor);
    errorM = 0;
    arm.after(1, monitor);
    errorM = Double.NaN;
    assertEquals(Reaction.NONE, arm.after(50, monitor));
    monitor.restart();
    assertEquals(Reaction.NONE, arm.after(50, monitor));
    assertEquals(Reaction.STOP2, arm.after(1, monitor));
  }

  @Test
  void inAStopNobodyFollowsTheSetPointAndAfterItTheTimeBeginsAnew() {
    Monitor monitor = setPoint();
    errorM = 0.02;
    arm.after(40, monitor);
    arm.health.mode = Mode.STOP0;
    assertEquals(Reaction.NONE, arm.after(200, monitor));
    arm.health.mode = Mode.ARMED;
    assertEquals(Reaction.NONE, arm.after(50, monitor));
    assertEquals(Reaction.STOP2, arm.after(1, monitor));
  }

  @Test
  void refusesAnErrorOrATimeThatIsNone() {
    assertThrows(IllegalArgumentException.class, () -> new SetPointMonitor(() -> 0, 0, 1));
    assertThrows(IllegalArgumentException.class, () -> new SetPointMonitor(() -> 0, Double.NaN, 1));
    assertThrows(IllegalArgumentException.class, () -> new SetPointMonitor(() -> 0, 1, 0));
    assertEquals(Reaction.NONE, arm.ask(new SetPointMonitor(() -> 0, 1, 1)));
  }

  @Test
  void moreThanASecondOfLostRecordsIsSeenFromThenOn() {
    Monitor monitor = new DegradedRecordMonitor();
    assertEquals(Fault.RECORD_DEGRADED, monitor.fault());
    arm.health.lostRecords = 5;
    assertEquals(Reaction.NONE, arm.after(1, monitor));
    arm.health.lostRecords = 1005;
    assertEquals(Reaction.NONE, arm.after(10, monitor));
    arm.health.lostRecords = 1006;
    assertEquals(Reaction.LIMIT, arm.after(1, monitor));
    assertEquals(Reaction.LIMIT, arm.after(1000, monitor), "also when nothing more is lost");
    monitor.restart();
    assertEquals(Reaction.NONE, arm.after(1, monitor));
    arm.health.lostRecords = 2007;
    assertEquals(Reaction.LIMIT, arm.after(1, monitor));
  }
}
