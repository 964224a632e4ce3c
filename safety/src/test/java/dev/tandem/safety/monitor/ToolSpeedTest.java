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
  private final Watched arm = new Watched();
  private boolean reduced;
  private final Monitor monitor =
      new ToolSpeedMonitor(Watched.OBSERVATION, Watched.CONFIG.tool(), () -> reduced);

  @ParameterizedTest
  @CsvSource({"0.25, NONE", "0.251, LIMIT", "0.3, LIMIT", "0.301, STOP2"})
  void aToolMustBeSlowWithAPersonNear(double speed, Reaction expected) {
    arm.set("tool_velocity.1", -speed);
    assertEquals(Reaction.NONE, arm.ask(monitor));
    arm.set(Channels.PERSON_PRESENT, 1);
    assertEquals(expected, arm.ask(monitor));
    assertEquals(Fault.TOOL_TOO_FAST, monitor.fault());
  }

  @ParameterizedTest
  @CsvSource({"0.25, NONE", "0.251, LIMIT", "0.3, LIMIT", "0.301, STOP2"})
  void aToolMustBeSlowWhileSpeedIsReducedForAnyReason(double speed, Reaction expected) {
    arm.set("tool_velocity.2", speed);
    assertEquals(Reaction.NONE, arm.ask(monitor));
    reduced = true;
    assertEquals(expected, arm.ask(monitor));
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
    return new ToolSpeedMonitor(spec, Watched.CONFIG.tool(), () -> reduced)
        .inspect(arm.tick, observation, arm.health, arm.lastApplied);
  }
}
