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
  private final int[] positions;
  private final int[] speeds;
  private final int[] arm;
  private final double[] armValues;
  private final double[] biasRad;
  private final Optional<ToolFromJoints> tool;
  private final SceneSight scene;
  private final MutableObservation truth;
  private final MutableObservation sensed;
  private RandomGenerator random;
  private DelayLine line;
  private double positionNoiseRad;
  private double speedNoiseRadPerS;
  private int delayTicks;
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
    this.positions = channels(observation, List.of("q"));
    this.speeds = channels(observation, List.of("qd"));
    this.arm = channels(observation, ARM);
    this.armValues = new double[arm.length];
    this.biasRad = new double[positions.length];
    this.tool = model.map(each -> new ToolFromJoints(each, observation));
    this.scene = new SceneSight(others(observation), random);
    this.truth = new MutableObservation(observation);
    this.sensed = new MutableObservation(observation);
    this.random = random;
    this.line = new DelayLine(arm.length, 0);
  }

  private static int[] channels(SignalSpec observation, List<String> blocks) {
    return IntStream.range(0, observation.size())
        .filter(i -> blocks.contains(block(observation.channel(i))))
        .toArray();
  }

  private static int[] others(SignalSpec observation) {
    return IntStream.range(0, observation.size())
        .filter(i -> !ARM.contains(block(observation.channel(i))))
        .filter(i -> !NOT_SENSED.contains(block(observation.channel(i))))
        .toArray();
  }

  private static String block(Channel channel) {
    int dot = channel.name().indexOf('.');
    return dot < 0 ? channel.name() : channel.name().substring(0, dot);
  }

  /** A new episode: nothing was seen yet. */
  void begin(Conditions conditions, double periodSeconds, RandomGenerator drawn) {
    random = drawn;
    positionNoiseRad = conditions.of(Parameter.SENSING_JOINT_NOISE_RAD);
    speedNoiseRadPerS = conditions.of(Parameter.SENSING_SPEED_NOISE_RAD_PER_S);
    double delaySeconds = conditions.of(Parameter.SENSING_ARM_DELAY_SECONDS);
    delayTicks = RandomizedDrives.ticks(delaySeconds, periodSeconds);
    line = new DelayLine(arm.length, delayTicks);
    scene.begin(conditions, periodSeconds, drawn);
    drawBias(conditions.of(Parameter.SENSING_JOINT_BIAS_RAD));
    tool.ifPresent(each -> each.begin(conditions.of(Parameter.SENSING_TOOL_FROM_JOINTS)));
    lastTick = -1;
  }

  /** None is drawn where none is asked for, so that such episodes are what they ever were. */
  private void drawBias(double spreadRad) {
    for (int i = 0; i < biasRad.length; i++) {
      biasRad[i] = spreadRad > 0 ? spreadRad * (2 * random.nextDouble() - 1) : 0;
    }
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
    disturb(observation, positions, positionNoiseRad);
    disturb(observation, speeds, speedNoiseRadPerS);
    for (int i = 0; i < positions.length; i++) {
      observation.set(positions[i], observation.get(positions[i]) + biasRad[i]);
    }
    if (tool.isPresent()) {
      tool.get().follow(truth, observation);
    }
    if (delayTicks > 0) {
      delay(observation);
    }
    scene.see(observation);
    sensed.copyFrom(observation);
    return status;
  }

  /** What was the case when this last sampled. */
  Observation truth() {
    return truth;
  }

  private void disturb(MutableObservation observation, int[] channels, double deviation) {
    if (deviation > 0) {
      for (int channel : channels) {
        observation.set(channel, observation.get(channel) + deviation * random.nextGaussian());
      }
    }
  }

  private void delay(MutableObservation observation) {
    for (int i = 0; i < arm.length; i++) {
      armValues[i] = observation.get(arm[i]);
    }
    line.delay(armValues, delayTicks);
    for (int i = 0; i < arm.length; i++) {
      observation.set(arm[i], armValues[i]);
    }
  }

  @Override
  public void close() {
    inner.close();
  }
}
