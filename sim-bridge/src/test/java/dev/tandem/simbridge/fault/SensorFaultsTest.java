package dev.tandem.simbridge.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.runtime.sense.Sensor;
import dev.tandem.runtime.signal.Block;
import dev.tandem.runtime.signal.IoStatus;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.SimulatedClock;
import dev.tandem.runtime.time.Tick;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What each injector at a sensor does inside its window, and that it does nothing outside. */
class SensorFaultsTest {
  private static final SignalSpec SPEC = new SignalSpec("arm", SignalSpec.block("x", "1", 3));

  private final MutableObservation observation = new MutableObservation(SPEC);
  private final Healthy healthy = new Healthy();

  /** Counts: channel i of tick k holds 10 k + i. */
  private static final class Healthy implements Sensor {
    boolean closed;

    @Override
    public IoStatus sample(Tick tick, MutableObservation observation) {
      for (int i = 0; i < 3; i++) {
        observation.set(i, 10.0 * tick.index() + i);
      }
      return IoStatus.OK;
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  private Sensor spoilt(Distortion distortion) {
    return new FaultySensor(healthy, At.window(), new Block(1, 1), distortion, IoStatus.FAULT);
  }

  /** Whatever happens inside, outside all channels are as the sensor has them. */
  private void isHealthyOutside(Sensor sensor, long index) {
    if (!At.isInside(index)) {
      assertEquals(IoStatus.OK, sensor.sample(At.tick(index), observation));
      for (int i = 0; i < 3; i++) {
        assertEquals(10.0 * index + i, observation.get(i), "tick " + index);
      }
    }
  }

  @Test
  void aFrameThatLostABitOnTheWireIsDroppedAndCountedAndTheLastGoodOneStands() {
    FramedSensor sensor =
        new FramedSensor(healthy, At.window(), new Block(0, 3), new SplittableRandom(4));
    for (long index = 0; index < 12; index++) {
      isHealthyOutside(sensor, index);
      if (At.isInside(index)) {
        assertEquals(IoStatus.STALE, sensor.sample(At.tick(index), observation));
        assertEquals(10.0 * (At.FIRST - 1) + 2, observation.get(2), "tick " + index);
        assertEquals(index - At.FIRST + 1, sensor.corrupt());
      }
      assertEquals(At.isInside(index), sensor.isDropped());
    }
    sensor.close();
    assertTrue(healthy.closed);
  }

  @Test
  void aFaultThatDoesNotNoticeHidesNoneThatDoes() {
    Sensor failed = spoilt(Distortion.by(0.5));
    Block other = new Block(2, 1);
    Sensor both = new FaultySensor(failed, At.window(), other, Distortion.by(1), IoStatus.OK);
    for (long index = 0; index < 12; index++) {
      isHealthyOutside(both, index);
      if (At.isInside(index)) {
        assertEquals(IoStatus.FAULT, both.sample(At.tick(index), observation));
        assertEquals(10.0 * index + 3, observation.get(2));
      }
    }
  }

  @Test
  void spoilsItsChannelsAloneAndSaysSo() {
    Sensor sensor = spoilt(Distortion.by(0.5));
    for (long index = 0; index < 12; index++) {
      isHealthyOutside(sensor, index);
      if (At.isInside(index)) {
        assertEquals(IoStatus.FAULT, sensor.sample(At.tick(index), observation));
        assertEquals(10.0 * index, observation.get(0));
        assertEquals(10.0 * index + 1.5, observation.get(1));
        assertEquals(10.0 * index + 2, observation.get(2));
      }
    }
  }

  @Test
  void freezesAtTheLastValueBeforeTheWindow() {
    Sensor sensor = spoilt(Distortion.frozen());
    for (long index = 0; index < 12; index++) {
      isHealthyOutside(sensor, index);
      if (At.isInside(index)) {
        sensor.sample(At.tick(index), observation);
        assertEquals(10.0 * (At.FIRST - 1) + 1, observation.get(1));
      }
    }
  }

  @Test
  void distortsToConstantsAndBySpikesWithinTheirAmplitude() {
    assertTrue(Double.isNaN(Distortion.to(Double.NaN).of(3, 2)));
    assertEquals(7, Distortion.to(7).of(3, 2));
    assertEquals(2, Distortion.frozen().of(3, 2));
    assertEquals(3.25, Distortion.by(0.25).of(3, 2));
    Distortion spikes = Distortion.spikes(new SplittableRandom(1), 0.5);
    double before = 3;
    for (int i = 0; i < 100; i++) {
      double now = spikes.of(3, 2);
      assertTrue(Math.abs(now - 3) <= 0.5, "found " + now);
      assertNotEquals(before, now);
      before = now;
    }
  }

  @Test
  void aSilentSensorLeavesTheLastValuesAndSaysThatTheyAreOld() {
    Sensor sensor = new SilentSensor(healthy, At.window());
    for (long index = 0; index < 12; index++) {
      isHealthyOutside(sensor, index);
      if (At.isInside(index)) {
        assertEquals(IoStatus.STALE, sensor.sample(At.tick(index), observation));
        assertEquals(10.0 * (At.FIRST - 1), observation.get(0));
      }
    }
  }

  @Test
  void aSlowSensorTakesItsTimeInsideItsWindowOnly() {
    SimulatedClock clock = new SimulatedClock();
    Sensor sensor = new SlowSensor(healthy, At.window(), clock, 400_000);
    for (long index = 0; index < 12; index++) {
      long before = clock.nanoTime();
      sensor.sample(At.tick(index), observation);
      assertEquals(At.isInside(index) ? 400_000 : 0, clock.nanoTime() - before, "tick " + index);
      assertEquals(10.0 * index, observation.get(0), "its values are right");
    }
  }

  @Test
  void whatIsLaterFallsBehindMoreAndMore() {
    Distortion later = Distortion.later(0.1);
    assertEquals(5, later.of(5, 5));
    assertEquals(5.9, later.of(6, 5), 1e-12);
    assertEquals(14, later.of(15, 5), 1e-12);
  }

  @Test
  void healthyInputsHoldTheirValuesTheTimeAndTheNumberOfTheTick() {
    Sensor inputs = new HealthyInputs(SPEC, Map.of("x.0", 0.25), List.of("x.1"), "x.2");
    assertEquals(IoStatus.OK, inputs.sample(At.tick(1500), observation));
    assertEquals(0.25, observation.get(0));
    assertEquals(1.5, observation.get(1), 1e-12);
    assertEquals(1500, observation.get(2));
  }

  @Test
  void closesWhatItWraps() {
    for (Sensor sensor :
        List.of(
            spoilt(Distortion.frozen()),
            new SilentSensor(healthy, At.window()),
            new SlowSensor(healthy, At.window(), new SimulatedClock(), 1))) {
      healthy.closed = false;
      sensor.close();
      assertTrue(healthy.closed);
    }
  }
}
