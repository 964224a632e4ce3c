package dev.tandem.simbridge.camera;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.tandem.runtime.sense.Sensor;
import dev.tandem.runtime.signal.ImageSpec;
import dev.tandem.runtime.signal.IoStatus;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.MutableTick;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CameraTest {
  private static final long MS = 1_000_000;

  private final NumberedWorld world = new NumberedWorld();
  private final MutableObservation observation =
      new MutableObservation(
          new SignalSpec("world", SignalSpec.block("x", "m", 1)), List.of(NumberedWorld.IMAGE));
  private final MutableTick tick = new MutableTick(MS);

  @AfterEach
  void close() {
    world.close();
  }

  private Cameras cameras(long periodNanos, long delayNanos) {
    CameraConfig config = new CameraConfig(NumberedWorld.IMAGE, periodNanos, delayNanos);
    return Cameras.of(List.of(config), world);
  }

  /** An episode of ticks of 1 ms; the world's number is the tick's. */
  private List<Long> stamps(Sensor camera, int ticks) {
    List<Long> stamps = new ArrayList<>();
    for (int i = 0; i < ticks; i++) {
      sample(camera, i);
      stamps.add(observation.image(0).stampNanos() / MS);
      assertEquals(shown(), (observation.image(0).stampNanos() / MS) & 0xff, "its own moment");
    }
    return stamps;
  }

  private IoStatus sample(Sensor camera, int index) {
    world.number = index;
    tick.set(index, index * MS, 0);
    return camera.sample(tick, observation);
  }

  private int shown() {
    return observation.image(0).get(0);
  }

  /** In simulated time, begun; the first tick is the one before the episode's schedule. */
  private Sensor begun(Cameras cameras, Sight sight, long seed) {
    Sensor camera = cameras.sensors(true).get(0);
    cameras.begin(sight, seed);
    return camera;
  }

  private static List<Long> list(long... numbers) {
    return LongStream.of(numbers).boxed().toList();
  }

  @Test
  void takesAPictureEveryPeriodStampedWithItsMoment() {
    Sensor camera = begun(cameras(4 * MS, 0), Sight.NOMINAL, 1);
    assertEquals(list(0, 1, 1, 1, 1, 5, 5, 5, 5, 9), stamps(camera, 10));
  }

  @Test
  void aPeriodBetweenTicksIsKeptOnAverage() {
    Sensor camera = begun(cameras(2_500_000, 0), Sight.NOMINAL, 1);
    assertEquals(list(0, 1, 1, 1, 4, 4, 6, 6, 6, 9, 9, 11), stamps(camera, 12));
  }

  @Test
  void whatIsLookedAtTwiceInOneTickIsTheSame() {
    Sensor camera = begun(cameras(MS, 0), Sight.NOMINAL, 1);
    stamps(camera, 3);
    int before = world.rendered.get();
    world.number = 77;
    assertEquals(IoStatus.OK, camera.sample(tick, observation));
    assertEquals(2, shown());
    assertEquals(before, world.rendered.get());
  }

  @Test
  void aDelayedPictureIsThereAsLateAsSetAndTheFirstAtOnce() {
    Sensor camera = begun(cameras(2 * MS, 3 * MS), Sight.NOMINAL, 1);
    assertEquals(list(0, 1, 1, 1, 1, 1, 3, 3, 5, 5, 7), stamps(camera, 11));
  }

  @Test
  void theDelaysOfCameraAndEpisodeAdd() {
    Sight late = new Sight(Appearance.NOMINAL, 0.002, 0, 0);
    Sensor camera = begun(cameras(2 * MS, MS), late, 1);
    assertEquals(list(0, 1, 1, 1, 1, 1, 3, 3, 5, 5, 7), stamps(camera, 11));
  }

  @Test
  void aDelayOfManyPeriodsLosesNothing() {
    Sensor camera = begun(cameras(MS, 20 * MS), Sight.NOMINAL, 1);
    List<Long> stamps = stamps(camera, 60);
    for (int i = 22; i < 60; i++) {
      assertEquals(i - 20, stamps.get(i));
    }
  }

  @Test
  void jitterIsDrawnBySeedAndNoPictureOvertakesAnother() {
    Sight jittery = new Sight(Appearance.NOMINAL, 0, 0.005, 0);
    Cameras cameras = cameras(MS, 0);
    Sensor camera = begun(cameras, jittery, 3);
    List<Long> first = stamps(camera, 100);
    for (int i = 1; i < first.size(); i++) {
      long ageMs = i - first.get(i);
      assertTrue(ageMs >= 0 && ageMs <= 5 && first.get(i) >= first.get(i - 1), first::toString);
    }
    assertTrue(first.stream().distinct().count() > 20, first::toString);
    cameras.begin(jittery, 3);
    assertEquals(first, stamps(camera, 100));
    cameras.begin(jittery, 4);
    assertNotEquals(first, stamps(camera, 100));
  }

  @Test
  void aFractionOfThePicturesIsLostBySeedAndTheLastOneHolds() {
    Sight lossy = new Sight(Appearance.NOMINAL, 0, 0, 0.3);
    Cameras cameras = cameras(MS, 0);
    Sensor camera = begun(cameras, lossy, 5);
    List<Long> first = stamps(camera, 1000);
    assertEquals(700.0, (int) first.stream().distinct().count(), 60.0);
    assertEquals(1, first.get(1), "the first is never lost");
    cameras.begin(lossy, 5);
    assertEquals(first, stamps(camera, 1000));
  }

  @Test
  void theFirstPictureIsNeverLost() {
    Cameras cameras = cameras(MS, 0);
    Sensor camera = begun(cameras, Sight.NOMINAL, 1);
    for (long seed = 0; seed < 20; seed++) {
      cameras.begin(new Sight(Appearance.NOMINAL, 0, 0, 0.99), seed);
      assertEquals(list(0, 1), stamps(camera, 2), "seed " + seed);
    }
  }

  @Test
  void lookingTwiceBeforeTheFirstTickStartsNoSchedule() {
    Sensor camera = begun(cameras(4 * MS, 0), Sight.NOMINAL, 1);
    sample(camera, 0);
    assertEquals(list(0, 1, 1, 1, 1, 5), stamps(camera, 6));
  }

  @Test
  void anEpisodeShowsNothingOfTheOneBefore() {
    Cameras cameras = cameras(2 * MS, 50 * MS);
    Sensor camera = begun(cameras, Sight.NOMINAL, 1);
    stamps(camera, 60);
    cameras.begin(Sight.NOMINAL, 2);
    assertEquals(IoStatus.OK, sample(camera, 59));
    world.number = 200;
    tick.set(60, 60 * MS, 0);
    camera.sample(tick, observation);
    assertEquals(200, shown());
    assertEquals(60 * MS, observation.image(0).stampNanos());
    for (int i = 61; i < 100; i++) {
      sample(camera, i);
      assertEquals(200, shown(), "tick " + i);
    }
  }

  /**
   * A loop that has not ticked yet has a tick 0 already, which is over when the first one begins.
   */
  @Test
  void theFirstTickTakesAPictureThoughItHasTheNumberOfTheOneBefore() {
    Sensor camera = begun(cameras(2 * MS, 0), Sight.NOMINAL, 1);
    tick.set(0, 0, 0);
    camera.sample(tick, observation);
    tick.set(0, MS, 0);
    camera.sample(tick, observation);
    assertEquals(MS, observation.image(0).stampNanos());
  }

  @Test
  void looksAsTheEpisodeDoes() {
    Cameras cameras = cameras(MS, 0);
    Appearance bright = new Appearance(0, 0, 1, 0, 1, 90, 0);
    Sensor camera = begun(cameras, new Sight(bright, 0, 0, 0), 1);
    sample(camera, 5);
    assertEquals(95, shown());
  }

  @Test
  void inRealTimeNobodyWaitsForARendererThatNeverReturns() {
    Cameras cameras = cameras(MS, 0);
    Sensor camera = cameras.sensors(false).get(0);
    cameras.begin(Sight.NOMINAL, 1);
    world.holdUp();
    for (int i = 0; i < 10_000; i++) {
      assertEquals(i > 1002 ? IoStatus.STALE : IoStatus.OK, sample(camera, i), "tick " + i);
    }
    assertEquals(-1, observation.image(0).stampNanos());
    assertTrue(((Camera) camera).droppedPictures() > 9_000);
  }

  @Test
  void inRealTimeTheNewestPictureIsTakenAndThoseBeforeItAreGivenUp() {
    Cameras cameras = cameras(MS, 0);
    Sensor camera = cameras.sensors(false).get(0);
    cameras.begin(Sight.NOMINAL, 1);
    world.holdUp();
    for (int i = 0; i < 100; i++) {
      sample(camera, i);
    }
    world.mayRender.release(2);
    while (observation.image(0).stampNanos() < 99 * MS) {
      tick.set(99, 99 * MS, 0);
      camera.sample(tick, observation);
    }
    assertEquals(99, shown());
  }

  @Test
  void inRealTimeAnEpisodeBeginsWithItsFirstTickSinceTheOneBeforeItIsLongOver() {
    Cameras cameras = cameras(MS, 0);
    Sensor camera = cameras.sensors(false).get(0);
    cameras.begin(Sight.NOMINAL, 1);
    world.holdUp();
    sample(camera, 0);
    sample(camera, 5);
    world.mayRender.release(2);
    while (observation.image(0).stampNanos() < 0) {
      sample(camera, 5);
    }
    assertEquals(1, world.rendered.get() + ((Camera) camera).droppedPictures());
    assertEquals(5, shown());
  }

  @Test
  void aRendererThatFailsIsAFaultAtOnceAndTheReasonAtTheNextEpisode() {
    Cameras cameras = cameras(MS, 0);
    Sensor camera = begun(cameras, Sight.NOMINAL, 1);
    sample(camera, 0);
    world.fails = true;
    assertEquals(IoStatus.FAULT, sample(camera, 1));
    assertEquals(IoStatus.FAULT, sample(camera, 2));
    var error = assertThrows(IllegalStateException.class, () -> cameras.begin(Sight.NOMINAL, 2));
    assertEquals("cameras have failed: the lamp is broken", error.getMessage());
  }

  @Test
  void equalEpisodesGiveEqualPictures() {
    Cameras cameras = cameras(3 * MS, 4 * MS);
    Sensor camera = begun(cameras, Sight.NOMINAL, 1);
    byte[] first = pictures(camera);
    cameras.begin(Sight.NOMINAL, 1);
    assertArrayEquals(first, pictures(camera));
    world.brightness = 2;
    cameras.begin(Sight.NOMINAL, 1);
    assertNotEquals(first[30 * NumberedWorld.IMAGE.bytes()], pictures(camera)[30 * 36]);
  }

  private byte[] pictures(Sensor camera) {
    byte[] all = new byte[100 * NumberedWorld.IMAGE.bytes()];
    for (int i = 0; i < 100; i++) {
      sample(camera, i);
      observation.image(0).copyTo(all, i * NumberedWorld.IMAGE.bytes());
    }
    return all;
  }

  @Test
  void allocatesNothingATickWhetherItWaitsOrNot() {
    for (boolean waits : new boolean[] {true, false}) {
      Cameras cameras = cameras(MS, 3 * MS);
      Sensor camera = cameras.sensors(waits).get(0);
      cameras.begin(new Sight(Appearance.NOMINAL, 0, 0.002, 0.1), 1);
      assertEquals(0, leastBytes(camera), "waits: " + waits);
    }
  }

  /** The least of some rounds: an allocation by {@code sample} would be in each of them. */
  private long leastBytes(Sensor camera) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long least = Long.MAX_VALUE;
    for (int round = 0; round < 8; round++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < 1000; i++) {
        sample(camera, 1000 * round + i);
      }
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
    }
    return least;
  }

  @Test
  void refusesCamerasThatAreNotThereOrTwice() {
    CameraConfig eye = new CameraConfig(NumberedWorld.IMAGE, MS, 0);
    var twice =
        assertThrows(IllegalArgumentException.class, () -> Cameras.of(List.of(eye, eye), world));
    assertEquals("cameras: expected each once, found eye twice", twice.getMessage());
    ImageSpec other = new ImageSpec("nose", 1, 1, 3);
    assertThrows(
        IllegalArgumentException.class,
        () -> Cameras.of(List.of(new CameraConfig(other, MS, 0)), world));
  }

  @Test
  void aRendererThatCannotBeMadeIsToldWhoAsksForIt() {
    var error =
        assertThrows(
            IllegalStateException.class,
            () ->
                new RenderThread(
                    "eye",
                    () -> {
                      throw new IllegalStateException("no glass");
                    }));
    assertEquals("no glass", error.getMessage());
  }
}
