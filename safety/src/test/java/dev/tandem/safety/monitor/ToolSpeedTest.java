package dev.tandem.safety.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tandem.runtime.guard.Fault;
import dev.tandem.runtime.guard.Monitor;
import dev.tandem.runtime.guard.Reaction;
import dev.tandem.runtime.signal.Channel;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.signal.SignalSpec;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** F27: the tool keeps to its reduced speed, whatever the speed is reduced for. */
class ToolSpeedTest {
  private static final double BRAKING_M_PER_S2 = 5;
  private static final double STEP_M_PER_S = BRAKING_M_PER_S2 * 1e-3;

  private final Watched arm = new Watched();
  private boolean reduced;
  private final Monitor monitor =
      new ToolSpeedMonitor(
          Watched.OBSERVATION, Watched.CONFIG.tool(), BRAKING_M_PER_S2, () -> reduced);

  @ParameterizedTest
  @CsvSource({"0.25, NONE", "0.251, LIMIT", "0.3, LIMIT", "0.301, STOP2"})
  void aToolMustBeSlowWithAPersonNear(double speed, Reaction expected) {
    assertEquals(Reaction.NONE, arm.ask(monitor));
    arm.set("tool_velocity.1", -speed);
    arm.set(Channels.PERSON_PRESENT, 1);
    assertEquals(expected, arm.ask(monitor));
    assertEquals(Fault.TOOL_TOO_FAST, monitor.fault());
  }

  @ParameterizedTest
  @CsvSource({"0.25, NONE", "0.251, LIMIT", "0.3, LIMIT", "0.301, STOP2"})
  void aToolMustBeSlowWhileSpeedIsReducedForAnyReason(double speed, Reaction expected) {
    assertEquals(Reaction.NONE, arm.ask(monitor));
    arm.set("tool_velocity.2", speed);
    reduced = true;
    assertEquals(expected, arm.ask(monitor));
  }

  private Reaction next(double speed) {
    arm.advance();
    arm.set("tool_velocity.0", speed);
    return arm.ask(monitor);
  }

  @Test
  void aToolThatComesDownAsInAControlledStopIsNotStopped() {
    assertEquals(Reaction.NONE, next(1));
    reduced = true;
    for (double speed = 1; speed > 0.25; speed -= STEP_M_PER_S) {
      assertEquals(Reaction.LIMIT, next(speed), "at " + speed + " m/s");
    }
    assertEquals(Reaction.NONE, next(0.25));
    assertEquals(Reaction.STOP2, next(0.301), "it was slow, and must stay so");
  }

  @Test
  void aToolThatDoesNotComeDownIsStoppedOnceItIsAFifthTooFast() {
    assertEquals(Reaction.NONE, next(0.5));
    reduced = true;
    int ticks = (int) ((0.5 - 0.5 / 1.2) / STEP_M_PER_S);
    for (int tick = 0; tick < ticks; tick++) {
      assertEquals(Reaction.LIMIT, next(0.5), "tick " + tick);
    }
    assertEquals(Reaction.STOP2, next(0.5));
  }

  @Test
  void skippedTicksCountAsTheTimeThatTheyTook() {
    assertEquals(Reaction.NONE, next(0.5));
    reduced = true;
    arm.pass(15);
    assertEquals(Reaction.LIMIT, next(0.5));
    assertEquals(Reaction.STOP2, next(0.5));
  }

  @Test
  void oneReadingOfAnySpeedAllowsWhatHalfASecondOfBrakingTakes() {
    assertEquals(Reaction.NONE, next(1000));
    reduced = true;
    double most = 0.25 + BRAKING_M_PER_S2 * 0.5 - STEP_M_PER_S;
    assertEquals(Reaction.LIMIT, next(1.2 * most - 1e-9));
    assertEquals(Reaction.STOP2, next(1.2 * most));
  }

  @Test
  void aSpeedThatIsNoNumberAllowsNothing() {
    assertEquals(Reaction.NONE, next(Double.NaN));
    reduced = true;
    assertEquals(Reaction.STOP2, next(0.26));
  }

  @Test
  void anArmThatWasPutElsewhereOrRecoveredBeginsAnew() {
    assertEquals(Reaction.NONE, next(1));
    monitor.recovered();
    reduced = true;
    assertEquals(Reaction.STOP2, next(0.301));
  }

  @Test
  void aPresenceThatIsUnknownIsSomebody() {
    arm.set("tool_velocity.1", 1);
    arm.set(Channels.PERSON_PRESENT, Double.NaN);
    assertEquals(Reaction.STOP2, arm.ask(monitor));
  }

  @Test
  void noChannelOfPresenceIsNeeded() {
    SignalSpec spec = new SignalSpec("tool", SignalSpec.block("tool_velocity", "m/s", 3));
    MutableObservation fast = new MutableObservation(spec);
    fast.set(0, 1);
    assertEquals(Reaction.NONE, ask(spec, fast));
    reduced = true;
    assertEquals(Reaction.STOP2, ask(spec, fast));
  }

  @Test
  void presenceMayBeTheFirstChannelOfAll() {
    List<Channel> channels = new ArrayList<>(List.of(Channel.of(Channels.PERSON_PRESENT, "1")));
    channels.addAll(SignalSpec.block("tool_velocity", "m/s", 3));
    SignalSpec spec = new SignalSpec("tool", channels);
    MutableObservation fast = new MutableObservation(spec);
    fast.set(1, 1);
    assertEquals(Reaction.NONE, ask(spec, fast));
    fast.set(0, 1);
    assertEquals(Reaction.STOP2, ask(spec, fast));
  }

  private Reaction ask(SignalSpec spec, MutableObservation observation) {
    return new ToolSpeedMonitor(spec, Watched.CONFIG.tool(), BRAKING_M_PER_S2, () -> reduced)
        .inspect(arm.tick, observation, arm.health, arm.lastApplied);
  }
}
