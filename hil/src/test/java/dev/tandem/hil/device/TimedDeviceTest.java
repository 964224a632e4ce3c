package dev.tandem.hil.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.runtime.decide.InterventionSource;
import dev.tandem.runtime.signal.MutableAction;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.MutableTick;
import dev.tandem.runtime.time.Tick;
import org.junit.jupiter.api.Test;

final class TimedDeviceTest {
  private static final SignalSpec SPEC = new SignalSpec("one", SignalSpec.block("x", "m", 1));
  private static final long MAX_AGE_NANOS = 100;

  private final MutableTick tick = new MutableTick(1);
  private boolean saysLost;
  private long newestNanos;

  private final TimedDevice device =
      new TimedDevice(
          new InterventionSource() {
            @Override
            public boolean poll(Tick now, Observation observation, MutableAction action) {
              action.set(0, 7);
              return now.index() == 3;
            }

            @Override
            public boolean interrupts(Tick now, Observation observation) {
              return now.index() == 4;
            }

            @Override
            public boolean isLost(Tick now) {
              return saysLost;
            }
          },
          () -> newestNanos,
          MAX_AGE_NANOS);

  private Tick at(long index) {
    tick.set(index, index, 0);
    return tick;
  }

  @Test
  void isLostOnceItsNewestReadingIsTooOldAndNotBefore() {
    newestNanos = 50;
    assertFalse(device.isLost(at(150)));
    assertTrue(device.isLost(at(151)));
    newestNanos = 151;
    assertFalse(device.isLost(at(152)), "heard again");
  }

  @Test
  void isLostWhenTheDeviceSaysSo() {
    saysLost = true;
    assertTrue(device.isLost(at(0)));
  }

  @Test
  void saysWhatTheDeviceSays() {
    MutableObservation nothing = new MutableObservation(SPEC);
    MutableAction action = new MutableAction(SPEC);
    assertTrue(device.poll(at(3), nothing, action));
    assertFalse(device.poll(at(4), nothing, action));
    assertEquals(7, action.get(0));
    assertTrue(device.interrupts(at(4), nothing));
    assertFalse(device.interrupts(at(3), nothing));
  }

  @Test
  void anAgeMustBeAllowed() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new TimedDevice(InterventionSource.NOBODY, () -> 0, 0));
  }
}
