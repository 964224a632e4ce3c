package dev.tandem.simbridge.pendulum;

import dev.tandem.runtime.learn.Simulator;
import dev.tandem.runtime.signal.Channel;
import dev.tandem.runtime.signal.Command;
import dev.tandem.runtime.signal.MutableImage;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.HotPath;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * A uniform rod of 1 kg and 1 m on a hinge, with a motor too weak to lift it in one go: angle'' = 3
 * g / (2 l) sin(angle) + 3 / (m l^2) torque, integrated by semi-implicit Euler. The angle is zero
 * upright and grows counter-clockwise; it is seen as cosine and sine. One thread.
 */
public final class PendulumPlant implements Simulator {
  /** Largest torque of the motor, Nm; what is asked beyond is cut. */
  public static final double MAX_TORQUE_NM = 2;

  /** Largest speed, rad/s; what would be beyond is cut. */
  public static final double MAX_SPEED_RAD_PER_S = 8;

  private static final double GRAVITY_M_PER_S2 = 10;
  private static final double MASS_KG = 1;
  private static final double LENGTH_METRES = 1;
  private static final double START_SPEED_RAD_PER_S = 1;

  private static final SignalSpec OBSERVATION =
      new SignalSpec(
          "pendulum",
          List.of(
              new Channel("cos", "1", -1, 1),
              new Channel("sin", "1", -1, 1),
              new Channel("velocity", "rad/s", -MAX_SPEED_RAD_PER_S, MAX_SPEED_RAD_PER_S)));
  private static final SignalSpec COMMAND =
      new SignalSpec(
          "pendulum motor", List.of(new Channel("torque", "Nm", -MAX_TORQUE_NM, MAX_TORQUE_NM)));

  private double angleRad;
  private double velocityRadPerS;

  public PendulumPlant() {
    reset(0);
  }

  @Override
  public Set<Capability> capabilities() {
    return Set.of();
  }

  @Override
  public SignalSpec observationSpec() {
    return OBSERVATION;
  }

  @Override
  public SignalSpec commandSpec() {
    return COMMAND;
  }

  /** At any angle, with a speed of at most 1 rad/s; both uniform. */
  @Override
  public void reset(long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    double angle = random.nextDouble(-Math.PI, Math.PI);
    place(angle, random.nextDouble(-START_SPEED_RAD_PER_S, START_SPEED_RAD_PER_S));
  }

  /** Puts the rod where a test or an experiment wants it. */
  public void place(double angleRad, double velocityRadPerS) {
    this.angleRad = angleRad;
    this.velocityRadPerS = velocityRadPerS;
  }

  @Override
  @HotPath
  public void step(Command command, double dtSeconds) {
    double torqueNm = clamp(command.get(0), MAX_TORQUE_NM);
    double acceleration =
        3 * GRAVITY_M_PER_S2 / (2 * LENGTH_METRES) * Math.sin(angleRad)
            + 3 / (MASS_KG * LENGTH_METRES * LENGTH_METRES) * torqueNm;
    velocityRadPerS = clamp(velocityRadPerS + acceleration * dtSeconds, MAX_SPEED_RAD_PER_S);
    angleRad += velocityRadPerS * dtSeconds;
  }

  /** Holds the rod where it is. */
  @Override
  @HotPath
  public void brake(double dtSeconds) {
    velocityRadPerS = 0;
  }

  @Override
  @HotPath
  public void observe(MutableObservation observation) {
    observation.set(0, Math.cos(angleRad));
    observation.set(1, Math.sin(angleRad));
    observation.set(2, velocityRadPerS);
  }

  @Override
  public void render(String camera, MutableImage image) {
    throw new UnsupportedOperationException(
        "the pendulum has no camera " + camera + "; its state is in its three channels");
  }

  @Override
  public void close() {}

  private static double clamp(double value, double most) {
    return Math.max(-most, Math.min(most, value));
  }
}
