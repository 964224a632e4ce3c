package dev.tandem.simbridge.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.runtime.decide.InterventionSource;
import dev.tandem.runtime.decide.Policy;
import dev.tandem.runtime.guard.Heartbeat;
import dev.tandem.runtime.signal.Channel;
import dev.tandem.runtime.signal.MutableAction;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.Tick;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Policies, persons and heartbeats that go wrong inside their window, and only there. */
class DriverFaultsTest {
  private static final SignalSpec SPEC =
      new SignalSpec("action", List.of(Channel.of("dx", "m"), Channel.of("dy", "m")));

  private final MutableAction action = new MutableAction(SPEC);
  private final Observation nothing =
      new MutableObservation(new SignalSpec("o", List.of(Channel.of("x", "1"))));

  /** Wants (1, 2), as version 7, decided a tick ago. */
  private static final class Steady implements Policy {
    @Override
    public void act(Tick tick, Observation observation, MutableAction action) {
      action.set(0, 1);
      action.set(1, 2);
    }

    @Override
    public long decidedNanos(Tick tick) {
      return tick.startNanos() - At.PERIOD_NANOS;
    }

    @Override
    public long version() {
      return 7;
    }
  }

  @Test
  void aFaultyPolicySpoilsEveryChannelOfItsActions() {
    Policy policy = new FaultyPolicy(new Steady(), At.window(), Distortion.by(10));
    for (long index = 0; index < 12; index++) {
      policy.act(At.tick(index), nothing, action);
      double off = At.isInside(index) ? 10 : 0;
      assertEquals(1 + off, action.get(0), "tick " + index);
      assertEquals(2 + off, action.get(1), "tick " + index);
      assertEquals((index - 1) * At.PERIOD_NANOS, policy.decidedNanos(At.tick(index)));
      assertEquals(7, policy.version());
    }
  }

  @Test
  void aSuddenPersonTakesOverForTheWindowAndWantsTheToolToStay() {
    SuddenPerson person = new SuddenPerson(At.window());
    for (long index = 0; index < 12; index++) {
      action.set(0, 5);
      boolean changes = index == At.FIRST || index == At.AFTER;
      assertEquals(changes, person.interrupts(At.tick(index), nothing), "tick " + index);
      assertEquals(At.isInside(index), person.poll(At.tick(index), nothing, action));
      assertEquals(At.isInside(index) ? 0 : 5, action.get(0));
      assertFalse(person.isLost(At.tick(index)));
    }
  }

  @Test
  void aFaultyDeviceFallsSilentInItsWindowAndWhatItSaidLastStands() {
    InterventionSource drives =
        new InterventionSource() {
          @Override
          public boolean poll(Tick tick, Observation observation, MutableAction to) {
            to.set(1, 9);
            return tick.index() != At.FIRST;
          }

          @Override
          public boolean interrupts(Tick tick, Observation observation) {
            return tick.index() == 3 || tick.index() == At.FIRST || tick.index() == At.AFTER;
          }

          @Override
          public boolean isLost(Tick tick) {
            return tick.index() == 11;
          }
        };
    FaultyDevice device = new FaultyDevice(drives, At.window());
    for (long index = 0; index < 12; index++) {
      assertEquals(index == 11, device.isLost(At.tick(index)), "says nothing of it");
      long readAt = At.isInside(index) ? At.FIRST - 1 : index;
      assertEquals(readAt * At.PERIOD_NANOS, device.newestNanos());
      assertEquals(index == 3 || index == At.AFTER, device.interrupts(At.tick(index), nothing));
      assertTrue(device.poll(At.tick(index), nothing, action));
      assertEquals(9, action.get(1));
    }
  }

  @Test
  void aHeartbeatSaysWhatItIsTold() {
    FaultyHeartbeat heartbeat = new FaultyHeartbeat();
    assertEquals(Heartbeat.Pulse.ALIVE, heartbeat.beat(1));
    for (Heartbeat.Pulse pulse : Heartbeat.Pulse.values()) {
      heartbeat.set(pulse);
      assertEquals(pulse, heartbeat.beat(2));
      assertEquals(pulse, heartbeat.beat(3));
    }
  }
}
