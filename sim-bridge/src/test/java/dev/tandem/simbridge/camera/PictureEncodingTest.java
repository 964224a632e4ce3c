package dev.tandem.simbridge.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.tandem.runtime.sense.Sensor;
import dev.tandem.runtime.signal.Channel;
import dev.tandem.runtime.signal.ImageSpec;
import dev.tandem.runtime.signal.IoStatus;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.MutableTick;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PictureEncodingTest {
  private static final long MS = 1_000_000;
  private static final int NUMBER = 1;
  private static final int AGE = 2;
  private static final long SELDOM_NANOS = 10_000 * MS;
  private static final int LOOKS_PER_MS = 100_000;

  private final NumberedWorld world = new NumberedWorld();
  private final MeanEncoder encoder = encoder(NumberedWorld.IMAGE);
  private final MutableTick tick = new MutableTick(MS);
  private final MutableObservation observation = observation();
  private List<Sensor> sensors = List.of();

  private static MeanEncoder encoder(ImageSpec image) {
    return new MeanEncoder(List.of(image), List.of("brightness"));
  }

  private MutableObservation observation() {
    List<Channel> channels = new ArrayList<>(SignalSpec.block("x", "m", 1));
    channels.addAll(PictureEncoding.channels("sight", encoder));
    return new MutableObservation(new SignalSpec("world", channels), List.of(NumberedWorld.IMAGE));
  }

  @AfterEach
  void close() {
    sensors.forEach(Sensor::close);
    world.close();
  }

  private Cameras begun(long periodNanos, boolean waits) {
    CameraConfig config = new CameraConfig(NumberedWorld.IMAGE, periodNanos, 0);
    Cameras cameras = Cameras.of(List.of(config), world);
    cameras.encodeWith(encoder, NUMBER);
    sensors = cameras.sensors(waits);
    cameras.begin(Sight.NOMINAL, 1);
    return cameras;
  }

  private IoStatus sample(int index) {
    tick.set(index, index * MS, 0);
    IoStatus last = IoStatus.OK;
    for (int i = 0; i < sensors.size(); i++) { // an iterator would be counted as an allocation
      last = sensors.get(i).sample(tick, observation);
    }
    return last;
  }

  @Test
  void inSimulatedTimeEachTickKnowsWhatItsPicturesShowAndHowOldTheyAre() {
    begun(3 * MS, true);
    double[] expected = {0, 1, 1, 1, 4, 4, 4, 7};
    for (int i = 0; i < expected.length; i++) {
      world.number = i;
      assertEquals(IoStatus.OK, sample(i));
      assertEquals(expected[i], observation.get(NUMBER), "tick " + i);
      assertEquals((i - expected[i]) * 1e-3, observation.get(AGE), 1e-12, "tick " + i);
    }
    assertEquals(4, encoder.asked.get(), "once a picture");
  }

  @Test
  void nothingButThePictureCounts() {
    begun(5 * MS, true);
    sample(0);
    world.number = 3;
    sample(1);
    world.number = 200;
    observation.set(0, 200);
    sample(2);
    assertEquals(3, observation.get(NUMBER));
  }

  @Test
  void aNewEpisodeIsLookedAtThoughItsFirstPictureHasTheStampOfTheLastOne() {
    Cameras cameras = begun(MS, true);
    sample(0);
    world.number = 1;
    sample(1);
    world.number = 9;
    cameras.begin(Sight.NOMINAL, 2);
    sample(1);
    assertEquals(MS, observation.image(0).stampNanos());
    assertEquals(9, observation.get(NUMBER));
  }

  /** Real time: the last numbers hold, with their age, until there are newer ones. */
  @Test
  void onAThreadOfItsOwnNobodyWaitsForIt() {
    begun(MS, false);
    world.number = 5;
    int index = sampleUntil(0, 5);
    encoder.mayEncode.drainPermits();
    world.number = 6;
    for (int i = 0; i < 20; i++) {
      assertEquals(IoStatus.OK, sample(++index));
      assertEquals(5, observation.get(NUMBER));
    }
    double held = observation.get(AGE);
    assertTrue(held >= 0.018, "age " + held);
    encoder.mayEncode.release(1 << 20);
    sampleUntil(index + 1, 6);
    assertTrue(observation.get(AGE) < held + 1, "age " + observation.get(AGE));
  }

  /** Samples until it knows; a simulated millisecond goes by when two threads had time enough. */
  private int sampleUntil(int first, double number) {
    int looks = 0;
    int index = first;
    while (sample(index) == IoStatus.OK && observation.get(NUMBER) != number) {
      looks++;
      index = first + looks / LOOKS_PER_MS;
      Thread.onSpinWait();
    }
    assertEquals(number, observation.get(NUMBER));
    return index;
  }

  @Test
  void oneThatHangsForASecondIsStaleAndOneThatFailsIsAFault() {
    begun(SELDOM_NANOS, false);
    world.number = 5;
    int index = sampleUntil(0, 5);
    encoder.mayEncode.drainPermits();
    for (int i = 0; i < 5000; i++) {
      assertEquals(IoStatus.OK, sample(++index), "nothing to do is no hang");
    }
    while (sample(index) == IoStatus.OK) {
      index++;
    }
    assertEquals(IoStatus.STALE, sample(index));
    encoder.fails = true;
    encoder.mayEncode.release(1 << 20);
    while (sample(index) != IoStatus.FAULT) {
      Thread.onSpinWait();
    }
    assertEquals(5, observation.get(NUMBER));
  }

  @Test
  void allocatesNothing() {
    for (boolean waits : new boolean[] {true, false}) {
      begun(MS, waits);
      ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
      long least = Long.MAX_VALUE;
      for (int round = 0; round < 20; round++) {
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < 50; i++) {
          sample(50 * round + i);
        }
        least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
      }
      assertEquals(0, least, "waits " + waits);
    }
  }

  @Test
  void picturesOfAnotherSizeOrAnotherCameraAreRefused() {
    CameraConfig config = new CameraConfig(NumberedWorld.IMAGE, MS, 0);
    Cameras cameras = Cameras.of(List.of(config), world);
    for (ImageSpec other : List.of(new ImageSpec("eye", 4, 4, 3), new ImageSpec("rear", 4, 3, 3))) {
      var error =
          assertThrows(
              IllegalArgumentException.class, () -> cameras.encodeWith(encoder(other), NUMBER));
      String expected = other.name() + " of 4 x " + other.height();
      assertTrue(String.valueOf(error.getMessage()).contains(expected), error.getMessage());
      assertTrue(String.valueOf(error.getMessage()).contains("found [eye of 4 x 3]"));
    }
  }
}
