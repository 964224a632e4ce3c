package dev.tandem.safety.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tandem.runtime.guard.LoopHealth;
import dev.tandem.runtime.guard.Monitor;
import dev.tandem.runtime.guard.Reaction;
import dev.tandem.runtime.signal.MutableCommand;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.MutableTick;
import java.util.List;
import org.junit.jupiter.api.Test;

class HealthMonitorTest {
  private static final SignalSpec NOTHING = new SignalSpec("nothing", List.of());

  private final LoopHealth health = new LoopHealth();

  private Reaction of(Monitor monitor) {
    return monitor.inspect(
        new MutableTick(1), new MutableObservation(NOTHING), health, new MutableCommand(NOTHING));
  }

  @Test
  void aHealthyLoopNeedsNoReaction() {
    assertEquals(Reaction.NONE, of(HealthMonitor.sensor()));
    assertEquals(Reaction.NONE, of(HealthMonitor.actuator()));
    assertEquals(Reaction.NONE, of(HealthMonitor.command()));
    assertEquals(Reaction.NONE, of(HealthMonitor.action()));
    assertEquals(Reaction.NONE, of(HealthMonitor.humanDevice()));
    assertEquals(Reaction.NONE, of(HealthMonitor.clippedAction(1)));
    assertEquals(Reaction.NONE, of(new ObservationMonitor()));
  }

  @Test
  void aSilentDeviceIsSeen() {
    health.humanLost = true;
    assertEquals(Reaction.LIMIT, of(HealthMonitor.humanDevice()));
  }

  @Test
  void whatAFilterChangedIsSeenWhereItIsThatFilter() {
    health.modifiedActionMask = 0b0110;
    assertEquals(Reaction.LIMIT, of(HealthMonitor.clippedAction(0b0010)));
    assertEquals(Reaction.NONE, of(HealthMonitor.clippedAction(0b1001)));
  }

  @Test
  void aFaultySensorOrActuatorStopsUnderControlAndTakesThePower() {
    health.faultySensor = 0;
    health.actuatorFault = true;
    assertEquals(Reaction.STOP1, of(HealthMonitor.sensor()));
    assertEquals(Reaction.STOP1, of(HealthMonitor.actuator()));
  }

  @Test
  void aRefusedCommandTakesThePowerAtOnce() {
    health.commandRefusedBy = -2;
    assertEquals(Reaction.STOP0, of(HealthMonitor.command()));
  }

  @Test
  void theThirdUnusableActionInARowStops() {
    health.unusableActions = 2;
    assertEquals(Reaction.LIMIT, of(HealthMonitor.action()));
    health.unusableActions = 3;
    assertEquals(Reaction.STOP2, of(HealthMonitor.action()));
  }

  @Test
  void aReadingThatIsNotFiniteHoldsForATickAndThenStopsWhateverIsReadThen() {
    ObservationMonitor monitor = new ObservationMonitor();
    health.badChannel = 0;
    assertEquals(Reaction.HOLD, of(monitor));
    health.badChannel = -1;
    assertEquals(Reaction.STOP1, of(monitor));
    assertEquals(Reaction.NONE, of(monitor));
  }

  @Test
  void restartingForgetsWhatWasRead() {
    ObservationMonitor monitor = new ObservationMonitor();
    health.badChannel = 0;
    of(monitor);
    health.badChannel = -1;
    monitor.restart();
    assertEquals(Reaction.NONE, of(monitor));
  }
}
