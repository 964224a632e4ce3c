package dev.tandem.simbridge.mujoco;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.tandem.runtime.signal.MutableCommand;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.time.MutableTick;
import dev.tandem.simbridge.locomotion.Gait;
import dev.tandem.simbridge.locomotion.Locomotion;
import dev.tandem.simbridge.randomize.Curriculum;
import dev.tandem.simbridge.randomize.Distribution;
import dev.tandem.simbridge.randomize.Parameter;
import dev.tandem.simbridge.randomize.Randomization;
import dev.tandem.simbridge.randomize.RandomizedTask;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What differs from episode to episode of a body, of which nobody knows what it is. */
class RandomizedBodyTest {
  private static final Path ONE_LEG = Path.of("..", "examples", "locomotion", "one-leg.xml");
  private static final double PERIOD_SECONDS = 0.002;
  private static final int SPEEDS = 6;

  private final List<RandomizedTask> tasks = new ArrayList<>();
  private final MutableTick tick = new MutableTick(2_000_000);

  @AfterEach
  void close() {
    tasks.forEach(task -> task.simulator().close());
  }

  private RandomizedTask task(Map<Parameter, Distribution> named) {
    Gait.Health health = new Gait.Health(List.of(), 100, true);
    Gait gait =
        new Gait(
            4, 1, 10, new Gait.Pay(1, 1e-3, 1), health, new Gait.Start(0.005, false), 1000, 0.99);
    Randomization differences = new Randomization(named);
    RandomizedTask task =
        new RandomizedTask(
            new Locomotion(new MujocoBody(Natives.mujoco(), ONE_LEG, false, List.of()), gait),
            Optional.empty(),
            differences,
            Curriculum.uniform(differences));
    tasks.add(task);
    return task;
  }

  private RandomizedTask task(String parameter, String distribution) {
    return task(Map.of(Parameter.valueOf(parameter), Distribution.parse(distribution)));
  }

  private MutableObservation run(RandomizedTask task, long seed, int ticks) {
    MutableObservation seen = new MutableObservation(task.observationSpec());
    MutableCommand command = new MutableCommand(task.simulator().commandSpec());
    task.reset(seed);
    for (long i = 0; i < ticks; i++) {
      command.set(0, i % 40 < 20 ? 0.5 : -0.5);
      tick.set(i, i * 2_000_000, 0);
      task.simulator().observe(seen);
      task.taskSensor().sample(tick, seen);
      task.simulator().step(command, PERIOD_SECONDS);
    }
    return seen;
  }

  private double[] values(RandomizedTask task, long seed, int ticks) {
    MutableObservation seen = run(task, seed, ticks);
    double[] values = new double[seen.size()];
    seen.copyTo(values, 0);
    return values;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PHYSICS_MASS | 1.2",
        "PHYSICS_INERTIA | 1.2",
        "PHYSICS_FRICTION | 0.1",
        "PHYSICS_DAMPING | 3",
        "PHYSICS_ARMATURE | 2",
        "PHYSICS_GRAVITY | 0.5",
        "START_JOINT_SPREAD_RAD | 0.1",
        "DRIVES_GAIN | 0.5",
        "DRIVES_GAIN_SPREAD | 0.5",
        "DRIVES_LAG_SECONDS | 0.05",
        "DRIVES_DELAY_SECONDS | 0.1",
        "DRIVES_JITTER_SECONDS | 0.1",
        "SENSING_JOINT_NOISE_RAD | 0.1",
        "SENSING_SPEED_NOISE_RAD_PER_S | 0.1",
        "SENSING_ARM_DELAY_SECONDS | 0.1"
      })
  void eachChangesAnEpisodeAndEqualSeedsRepeatIt(String parameter, String value) {
    double[] plain = values(task(Map.of()), 7, 150);
    RandomizedTask varied = task(parameter, value);
    double[] first = values(varied, 7, 150);
    double most = 0;
    for (int i = 0; i < first.length; i++) {
      most = Math.max(most, Math.abs(first[i] - plain[i]));
    }
    assertTrue(most > 1e-6, parameter + " changed nothing");
    values(varied, 8, 10);
    assertArrayEquals(first, values(varied, 7, 150));
  }

  /** Of all degrees of freedom, the root's too, and gone with the episode. */
  @Test
  void pushesMoveItWhereverItCanMoveAndEndWithTheEpisode() {
    RandomizedTask pushed =
        task(
            Map.of(
                Parameter.PUSHES_PER_SECOND, Distribution.fixed(100),
                Parameter.PUSHES_SECONDS, Distribution.fixed(10),
                Parameter.PUSHES_TORQUE_NM, Distribution.fixed(5)));
    double[] moved = values(pushed, 4, 60);
    double[] plain = values(task(Map.of()), 4, 60);
    for (int i = 0; i < SPEEDS; i++) {
      assertTrue(Math.abs(moved[i] - plain[i]) > 1e-5, "position " + i);
    }
    MutableObservation fresh = new MutableObservation(pushed.observationSpec());
    pushed.world().reset(0);
    pushed.world().step(new MutableCommand(pushed.world().commandSpec()), PERIOD_SECONDS);
    pushed.world().observe(fresh);
    assertEquals(0, fresh.get(0), 1e-12, "nothing drives its root forwards");
  }

  @Test
  void whoStartsElsewhereIsAsFastAsTheTaskHasIt() {
    MutableObservation elsewhere = run(task("START_JOINT_SPREAD_RAD", "0.1"), 9, 1);
    MutableObservation usual = run(task(Map.of()), 9, 1);
    for (int i = 0; i < SPEEDS; i++) {
      assertTrue(elsewhere.get(i) != usual.get(i), "position " + i);
      assertEquals(usual.get(SPEEDS + i), elsewhere.get(SPEEDS + i), "speed " + i);
      assertTrue(usual.get(SPEEDS + i) != 0);
    }
  }

  @Test
  void noiseIsOfPositionsAndSpeedsAndNeverOfWhereItIsOrTheMark() {
    RandomizedTask noisy =
        task(
            Map.of(
                Parameter.SENSING_JOINT_NOISE_RAD, Distribution.fixed(0.1),
                Parameter.SENSING_SPEED_NOISE_RAD_PER_S, Distribution.fixed(0.1)));
    MutableObservation seen = run(noisy, 5, 1);
    for (int i = 0; i < 2 * SPEEDS; i++) {
      assertTrue(seen.get(i) != noisy.truth(seen).get(i), "number " + i);
    }
    for (String exact : List.of("forward.0", "diverged.0")) {
      int channel = noisy.observationSpec().indexOf(exact);
      assertEquals(noisy.truth(seen).get(channel), seen.get(channel), exact);
    }
  }

  @Test
  void delayedSensesShowWhereItWasButDivergenceAtOnce() {
    RandomizedTask late = task("SENSING_ARM_DELAY_SECONDS", "0.02");
    MutableObservation seen = run(late, 6, 40);
    int forward = late.observationSpec().indexOf("forward.0");
    assertEquals(seen.get(0), seen.get(forward), "of the same moment");
    assertFalse(seen.get(0) == late.truth(seen).get(0));
    double[] far = new double[SPEEDS];
    far[0] = 1e7;
    late.world().displace(far);
    tick.set(40, 80_000_000, 0);
    late.simulator().observe(seen);
    late.taskSensor().sample(tick, seen);
    assertTrue(late.terminated(seen));
  }

  @Test
  void aStepAndALookAllocateNothing() {
    RandomizedTask task =
        task(
            Map.of(
                Parameter.DRIVES_DELAY_SECONDS, Distribution.fixed(0.01),
                Parameter.DRIVES_LAG_SECONDS, Distribution.fixed(0.01),
                Parameter.PUSHES_PER_SECOND, Distribution.fixed(20),
                Parameter.PUSHES_TORQUE_NM, Distribution.fixed(1),
                Parameter.SENSING_JOINT_NOISE_RAD, Distribution.fixed(0.01),
                Parameter.SENSING_ARM_DELAY_SECONDS, Distribution.fixed(0.01)));
    MutableObservation seen = run(task, 1, 5000);
    MutableCommand command = new MutableCommand(task.simulator().commandSpec());
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long least = Long.MAX_VALUE;
    for (int round = 0; round < 5; round++) {
      task.reset(round);
      long before = threads.getCurrentThreadAllocatedBytes();
      for (long i = 0; i < 2000; i++) {
        tick.set(i, i * 2_000_000, 0);
        task.simulator().observe(seen);
        task.taskSensor().sample(tick, seen);
        task.simulator().step(command, PERIOD_SECONDS);
      }
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
    }
    assertEquals(0, least);
  }
}
