package dev.tandem.simbridge.randomize;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.controllers.model.Arm7;
import dev.tandem.runtime.sense.Sensor;
import dev.tandem.runtime.signal.IoStatus;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.MutableTick;
import dev.tandem.runtime.time.Tick;
import dev.tandem.simbridge.world.TableChannels;
import dev.tandem.simbridge.world.TableScene;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RandomizedSensesTest {
  private static final long PERIOD_NANOS = 1_000_000;

  private final SignalSpec spec =
      new TableChannels(Arm7.withGripper(), TableScene.CUBE).observation();

  /** Every channel is the number of the tick. */
  private static final Sensor TRUTH =
      new Sensor() {
        @Override
        public IoStatus sample(Tick tick, MutableObservation observation) {
          for (int i = 0; i < observation.size(); i++) {
            observation.set(i, (double) tick.index());
          }
          return IoStatus.OK;
        }

        @Override
        public void close() {}
      };

  private RandomizedSenses senses(Map<Parameter, Double> conditions) {
    RandomizedSenses senses =
        new RandomizedSenses(TRUTH, spec, Optional.empty(), new SplittableRandom(1));
    senses.begin(new Conditions(conditions), PERIOD_NANOS * 1e-9, new SplittableRandom(2));
    return senses;
  }

  private MutableObservation sample(RandomizedSenses senses, long index) {
    MutableTick tick = new MutableTick(PERIOD_NANOS);
    tick.set(index, index * PERIOD_NANOS, 0);
    MutableObservation observation = new MutableObservation(spec);
    senses.sample(tick, observation);
    return observation;
  }

  private double[] channel(RandomizedSenses senses, String name, int ticks) {
    int at = spec.indexOf(name);
    return IntStream.range(0, ticks).mapToDouble(i -> sample(senses, i).get(at)).toArray();
  }

  private static double deviation(double[] values) {
    double[] errors = IntStream.range(0, values.length).mapToDouble(i -> values[i] - i).toArray();
    return Math.sqrt(Arrays.stream(errors).map(e -> e * e).average().orElseThrow());
  }

  @Test
  void withoutDifferencesTheTruthIsSeen() {
    assertArrayEquals(new double[] {0, 1, 2}, channel(senses(Map.of()), "q.3", 3));
    assertArrayEquals(new double[] {0, 1, 2}, channel(senses(Map.of()), "cube.1", 3));
  }

  @Test
  void noiseIsWhereItBelongsAndAsLargeAsItWasTold() {
    RandomizedSenses senses =
        senses(
            Map.of(
                Parameter.SENSING_JOINT_NOISE_RAD, 0.01,
                Parameter.SENSING_SPEED_NOISE_RAD_PER_S, 0.1,
                Parameter.SENSING_SCENE_NOISE_METRES, 0.002));
    int ticks = 4000;
    assertEquals(0.01, deviation(channel(senses, "q.3", ticks)), 0.001);
    senses = senses(Map.of(Parameter.SENSING_SPEED_NOISE_RAD_PER_S, 0.1));
    assertEquals(0.1, deviation(channel(senses, "qd.0", ticks)), 0.01);
    senses = senses(Map.of(Parameter.SENSING_SCENE_NOISE_METRES, 0.002));
    assertEquals(0.002, deviation(channel(senses, "cube.2", ticks)), 0.0002);
    senses = senses(Map.of(Parameter.SENSING_SCENE_NOISE_METRES, 0.002));
    assertEquals(0, deviation(channel(senses, "tool.2", ticks)));
  }

  @Test
  void theSceneIsOffByTheSameThroughoutAnEpisodeAndByAnotherInTheNext() {
    RandomizedSenses senses = senses(Map.of(Parameter.SENSING_SCENE_BIAS_METRES, 0.01));
    double[] first = channel(senses, "cube.0", 5);
    double bias = first[0];
    assertTrue(bias != 0 && Math.abs(bias) <= 0.01, () -> bias + " m");
    for (int i = 0; i < 5; i++) {
      assertEquals(i + bias, first[i], 1e-12);
    }
    senses.begin(
        new Conditions(Map.of(Parameter.SENSING_SCENE_BIAS_METRES, 0.01)),
        PERIOD_NANOS * 1e-9,
        new SplittableRandom(3));
    assertTrue(channel(senses, "cube.0", 1)[0] != bias);
  }

  @Test
  void everyJointIsOffByItsOwnThroughoutAnEpisodeAndByAnotherInTheNext() {
    Map<Parameter, Double> off = Map.of(Parameter.SENSING_JOINT_BIAS_RAD, 0.01);
    RandomizedSenses senses = senses(off);
    MutableObservation first = sample(senses, 0);
    double bias = first.get(spec.indexOf("q.0"));
    assertTrue(bias != 0 && Math.abs(bias) <= 0.01, () -> bias + " rad");
    assertTrue(first.get(spec.indexOf("q.1")) != bias);
    assertEquals(0, first.get(spec.indexOf("qd.0")));
    assertEquals(5 + bias, sample(senses, 5).get(spec.indexOf("q.0")), 1e-12);
    senses.begin(new Conditions(off), PERIOD_NANOS * 1e-9, new SplittableRandom(3));
    assertTrue(sample(senses, 0).get(spec.indexOf("q.0")) != bias);
  }

  @Test
  void armAndSceneAreLateEachByItsOwn() {
    RandomizedSenses senses =
        senses(
            Map.of(
                Parameter.SENSING_ARM_DELAY_SECONDS, 0.002,
                Parameter.SENSING_SCENE_DELAY_SECONDS, 0.004));
    assertArrayEquals(new double[] {0, 0, 0, 1, 2, 3}, channel(senses, "tool.0", 6));
    senses = senses(Map.of(Parameter.SENSING_SCENE_DELAY_SECONDS, 0.004));
    assertArrayEquals(new double[] {0, 0, 0, 0, 0, 1}, channel(senses, "cube.0", 6));
    senses = senses(Map.of(Parameter.SENSING_SCENE_DELAY_SECONDS, 0.004));
    assertArrayEquals(new double[] {0, 1, 2, 3, 4, 5}, channel(senses, "q.0", 6));
  }

  @Test
  void anArmThatIsSeenLateIsReadAtRestAnewInEveryTickUntilItIs() {
    for (double noiseRad : new double[] {0, 0.01}) {
      Map<Parameter, Double> late =
          Map.of(
              Parameter.SENSING_ARM_DELAY_SECONDS, 0.5,
              Parameter.SENSING_JOINT_NOISE_RAD, noiseRad,
              Parameter.SENSING_JOINT_BIAS_RAD, 0.5);
      double[] read = channel(senses(late), "q.2", 500);
      assertEquals(500, Arrays.stream(read).distinct().count(), "of noise " + noiseRad);
      double mean = Arrays.stream(read).average().orElseThrow();
      double spread =
          Math.sqrt(Arrays.stream(read).map(q -> (q - mean) * (q - mean)).sum() / read.length);
      assertEquals(Math.max(noiseRad, 1e-7), spread, 0.1 * spread);
      assertTrue(Math.abs(mean) > 0.05 && Math.abs(mean) <= 0.5, "off by " + mean);
      assertArrayEquals(read, channel(senses(late), "q.2", 500));
    }
  }

  @Test
  void aCameraSeesTheSceneNowAndThen() {
    RandomizedSenses senses = senses(Map.of(Parameter.SENSING_SCENE_PERIOD_SECONDS, 0.003));
    assertArrayEquals(new double[] {0, 0, 0, 3, 3, 3, 6}, channel(senses, "cube.0", 7));
  }

  @Test
  void aSightThatIsLostLeavesTheLastOne() {
    RandomizedSenses senses = senses(Map.of(Parameter.SENSING_SCENE_DROPPED, 0.5));
    double[] seen = channel(senses, "cube.0", 2000);
    long lost = IntStream.range(1, 2000).filter(i -> seen[i] == seen[i - 1]).count();
    assertEquals(1000, (double) lost, 100);
    assertTrue(IntStream.range(1, 2000).allMatch(i -> seen[i] == seen[i - 1] || seen[i] == i));
  }

  @Test
  void whoLooksTwiceWithinATickSeesTheSameAndTheTruthIsKept() {
    RandomizedSenses senses = senses(Map.of(Parameter.SENSING_JOINT_NOISE_RAD, 0.1));
    int at = spec.indexOf("q.0");
    double first = sample(senses, 7).get(at);
    assertEquals(first, sample(senses, 7).get(at));
    assertEquals(7, senses.truth().get(at));
    assertTrue(first != 7);
  }
}
