package dev.tandem.simbridge.randomize;

import dev.tandem.runtime.model.RobotModel;
import dev.tandem.runtime.sense.Sensor;
import dev.tandem.runtime.signal.Channel;
import dev.tandem.runtime.signal.IoStatus;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.runtime.time.Tick;
import dev.tandem.simbridge.task.FeltTask;
import dev.tandem.simbridge.task.SeenTask;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * What sensors make of the truth: the arm noisy and late, the scene, as a camera sees it, noisy,
 * off, late, seldom and not always. Comes after all other sensors of a tick and overwrites what
 * they wrote. Who looks twice within one tick sees the same. One thread.
 */
final class RandomizedSenses implements Sensor {
  /** Of an arm, or of a body that has none. */
  private static final List<String> ARM =
      List.of(
          "q",
          "qd",
          "tau",
          "tool",
          "tool_velocity",
          "wrench",
          "gripper",
          "forward",
          "inertia",
          "body_speed",
          "drive_force",
          "contact_force");

  /** What nobody senses; all others are what the task shows of its scene. */
  private static final List<String> NOT_SENSED =
      List.of(SeenTask.BLOCK, FeltTask.BLOCK, "diverged");

  private final Sensor inner;
  private final ArmMeasurement arm;
  private final SceneSight scene;
  private final MutableObservation truth;
  private final MutableObservation sensed;
  private long lastTick = -1;

  /**
   * For an observation that {@code inner} writes the last channels of.
   *
   * @param model of the arm that the observation is of, if it is of one
   * @param random never drawn from before the first {@link #begin}
   */
  RandomizedSenses(
      Sensor inner, SignalSpec observation, Optional<RobotModel> model, RandomGenerator random) {
    this.inner = inner;
    this.arm = new ArmMeasurement(observation, channels(observation, ARM::contains), model, random);
    this.scene = new SceneSight(channels(observation, RandomizedSenses::isOfScene), random);
    this.truth = new MutableObservation(observation);
    this.sensed = new MutableObservation(observation);
  }

  private static boolean isOfScene(String block) {
    return !ARM.contains(block) && !NOT_SENSED.contains(block);
  }

  /** Those of the blocks that {@code wanted} names. */
  static int[] channels(SignalSpec observation, Predicate<String> wanted) {
    return IntStream.range(0, observation.size())
        .filter(i -> wanted.test(block(observation.channel(i))))
        .toArray();
  }

  private static String block(Channel channel) {
    int dot = channel.name().indexOf('.');
    return dot < 0 ? channel.name() : channel.name().substring(0, dot);
  }

  /** A new episode: nothing was seen yet. */
  void begin(Conditions conditions, double periodSeconds, RandomGenerator drawn) {
    scene.begin(conditions, periodSeconds, drawn);
    arm.begin(conditions, periodSeconds, drawn);
    lastTick = -1;
  }

  @Override
  @HotPath
  public IoStatus sample(Tick tick, MutableObservation observation) {
    IoStatus status = inner.sample(tick, observation);
    truth.copyFrom(observation);
    if (tick.index() == lastTick) {
      observation.copyFrom(sensed);
      return status;
    }
    lastTick = tick.index();
    arm.measure(truth, observation);
    scene.see(observation);
    sensed.copyFrom(observation);
    return status;
  }

  /** What was the case when this last sampled. */
  Observation truth() {
    return truth;
  }

  @Override
  public void close() {
    inner.close();
  }
}
