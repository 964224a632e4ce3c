package dev.tandem.simbridge.randomize;

import dev.tandem.runtime.model.RobotModel;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.HotPath;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * How the sensors of an arm, or of a body that has none, measure it: each reading with noise of its
 * own on top of an error that stays, handed over late. Until the first that is late is due, the arm
 * is read as it stood before the episode: where it begins, at rest, by sensors that go on reading.
 * One thread.
 */
final class ArmMeasurement {
  /**
   * Of the readings of an arm that stands: the last bit of an encoder trembles. Without, sensors
   * that are late look as if they had died.
   */
  private static final double LEAST_REST_NOISE_RAD = 1e-7;

  private final int[] positions;
  private final int[] speeds;
  private final int[] arm;
  private final double[] armValues;
  private final double[] biasRad;
  private final Optional<ToolFromJoints> tool;
  private final MutableObservation start;
  private final MutableObservation rest;
  private RandomGenerator random;
  private DelayLine line;
  private double positionNoiseRad;
  private double speedNoiseRadPerS;
  private int delayTicks;
  private int measuredTicks;

  /**
   * For an observation's channels.
   *
   * @param arm all that is late together
   * @param model of the arm that the observation is of, if it is of one
   * @param random never drawn from before the first {@link #begin}
   */
  ArmMeasurement(
      SignalSpec observation, int[] arm, Optional<RobotModel> model, RandomGenerator random) {
    this.positions = RandomizedSenses.channels(observation, "q"::equals);
    this.speeds = RandomizedSenses.channels(observation, "qd"::equals);
    this.arm = arm;
    this.armValues = new double[arm.length];
    this.biasRad = new double[positions.length];
    this.tool = model.map(each -> new ToolFromJoints(each, observation));
    this.start = new MutableObservation(observation);
    this.rest = new MutableObservation(observation);
    this.random = random;
    this.line = new DelayLine(arm.length, 0);
  }

  /** A new episode: nothing was measured yet. */
  void begin(Conditions conditions, double periodSeconds, RandomGenerator drawn) {
    random = drawn;
    positionNoiseRad = conditions.of(Parameter.SENSING_JOINT_NOISE_RAD);
    speedNoiseRadPerS = conditions.of(Parameter.SENSING_SPEED_NOISE_RAD_PER_S);
    double delaySeconds = conditions.of(Parameter.SENSING_ARM_DELAY_SECONDS);
    delayTicks = RandomizedDrives.ticks(delaySeconds, periodSeconds);
    line = new DelayLine(arm.length, delayTicks);
    drawBias(conditions.of(Parameter.SENSING_JOINT_BIAS_RAD));
    tool.ifPresent(each -> each.begin(conditions.of(Parameter.SENSING_TOOL_FROM_JOINTS)));
    measuredTicks = 0;
  }

  /** None is drawn where none is asked for, so that such episodes are what they ever were. */
  private void drawBias(double spreadRad) {
    for (int i = 0; i < biasRad.length; i++) {
      biasRad[i] = spreadRad > 0 ? spreadRad * (2 * random.nextDouble() - 1) : 0;
    }
  }

  /** Replaces the truth by what is measured of it. */
  @HotPath
  void measure(Observation truth, MutableObservation observation) {
    disturb(truth, observation, positionNoiseRad);
    if (delayTicks > 0) {
      keep(observation);
      line.delay(armValues, delayTicks);
      if (measuredTicks < delayTicks) {
        readAtRest(truth);
      }
      hand(observation);
    }
  }

  private void disturb(Observation truth, MutableObservation measured, double noiseRad) {
    disturb(measured, positions, noiseRad);
    disturb(measured, speeds, speedNoiseRadPerS);
    for (int i = 0; i < positions.length; i++) {
      measured.set(positions[i], measured.get(positions[i]) + biasRad[i]);
    }
    if (tool.isPresent()) {
      tool.get().follow(truth, measured);
    }
  }

  private void disturb(MutableObservation measured, int[] channels, double deviation) {
    if (deviation > 0) {
      for (int channel : channels) {
        measured.set(channel, measured.get(channel) + deviation * random.nextGaussian());
      }
    }
  }

  private void readAtRest(Observation truth) {
    if (measuredTicks == 0) {
      start.copyFrom(truth);
    }
    measuredTicks++;
    rest.copyFrom(start);
    disturb(start, rest, Math.max(positionNoiseRad, LEAST_REST_NOISE_RAD));
    keep(rest);
  }

  private void keep(MutableObservation measured) {
    for (int i = 0; i < arm.length; i++) {
      armValues[i] = measured.get(arm[i]);
    }
  }

  private void hand(MutableObservation observation) {
    for (int i = 0; i < arm.length; i++) {
      observation.set(arm[i], armValues[i]);
    }
  }
}
