package dev.tandem.simbridge.locomotion;

import dev.tandem.runtime.learn.FeatureEncoder;
import dev.tandem.runtime.sense.Sensor;
import dev.tandem.runtime.signal.Action;
import dev.tandem.runtime.signal.IoStatus;
import dev.tandem.runtime.signal.MutableAction;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.runtime.time.Tick;
import dev.tandem.simbridge.person.Expert;
import dev.tandem.simbridge.task.SimulatedTask;
import dev.tandem.simbridge.world.AdjustableWorld;
import dev.tandem.simbridge.world.BodyWorld;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Gets along as fast as it is worth the effort, without falling: per decision {@code forward speed
 * + healthy - control |action|^2}, as Gymnasium's MuJoCo environments have it, version 4. Actions
 * are the drives' own, one held for all physics steps of a decision. A time-out is a truncation. A
 * body that has diverged ends its episode, and is paid for nothing in the decision that led there.
 */
public final class Locomotion implements SimulatedTask {
  private static final double NANOS_PER_SECOND = 1e9;

  private final Gait gait;
  private final BodyWorld world;
  private final FeatureEncoder encoder;
  private final Vigour vigour;
  private final int forward;
  private final int diverged;
  private final long periodNanos;
  private final double decisionSeconds;

  /**
   * For one body.
   *
   * @throws RuntimeException when the body lacks a joint that the gait names
   */
  public Locomotion(BodyWorld world, Gait gait) {
    this.gait = gait;
    this.world = world;
    this.encoder = new BodyFeatures(world.observationSpec(), gait);
    this.vigour = new Vigour(world, gait.health());
    this.forward = world.observationSpec().indexOf("forward.0");
    this.diverged = world.observationSpec().indexOf("diverged.0");
    this.periodNanos = Math.round(world.timestepSeconds() * NANOS_PER_SECOND);
    this.decisionSeconds = world.timestepSeconds() * gait.frameSkip();
    reset(0);
  }

  @Override
  public String name() {
    return "locomotion";
  }

  @Override
  public void reset(long episodeSeed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(episodeSeed);
    double scale = gait.start().scale();
    double[] positions = world.startPositions();
    double[] speeds = new double[world.speeds()];
    for (int i = 0; i < positions.length; i++) {
      positions[i] += scale * (2 * random.nextDouble() - 1);
    }
    for (int i = 0; i < speeds.length; i++) {
      double noise =
          gait.start().normalSpeeds() ? random.nextGaussian() : 2 * random.nextDouble() - 1;
      speeds[i] = scale * noise;
    }
    world.place(positions, speeds);
  }

  @Override
  public double reward(Observation before, Action applied, Observation after) {
    double effort = 0;
    for (int i = 0; i < applied.size(); i++) {
      effort += applied.get(i) * applied.get(i);
    }
    return (hasDiverged(after) ? 0 : gain(before, after)) - gait.pay().control() * effort;
  }

  private double gain(Observation before, Observation after) {
    double mPerS = (after.get(forward) - before.get(forward)) / decisionSeconds;
    boolean paid = gait.health().terminates() || vigour.isHealthy(after);
    return gait.pay().forward() * mPerS + (paid ? gait.pay().healthy() : 0);
  }

  private boolean hasDiverged(Observation seen) {
    return seen.get(diverged) != 0;
  }

  @Override
  public boolean terminated(Observation after) {
    return hasDiverged(after) || (gait.health().terminates() && !vigour.isHealthy(after));
  }

  /** Healthy to the end. */
  @Override
  public boolean succeeded(Observation after) {
    return !hasDiverged(after) && vigour.isHealthy(after);
  }

  @Override
  public String ending(Observation after) {
    return hasDiverged(after)
        ? "the body diverged: expected positions and speeds below 1e6, found more, or none at all;"
            + " a smaller timestep in its file, or weaker drives, may help"
        : "";
  }

  @Override
  public AdjustableWorld world() {
    return world;
  }

  @Override
  public boolean isDirect() {
    return true;
  }

  /** The world's channels say all. */
  @Override
  public Sensor taskSensor() {
    return Nothing.MORE;
  }

  /** Nobody knows how it is done: this one rests. */
  @Override
  public Expert expert() {
    return Nothing.MORE;
  }

  @Override
  public SignalSpec observationSpec() {
    return world.observationSpec();
  }

  @Override
  public SignalSpec actionSpec() {
    return world.commandSpec();
  }

  @Override
  public FeatureEncoder encoder() {
    return encoder;
  }

  @Override
  public long periodNanos() {
    return periodNanos;
  }

  @Override
  public int ticksPerDecision() {
    return gait.frameSkip();
  }

  @Override
  public int horizonSteps() {
    return gait.horizonSteps();
  }

  @Override
  public double discount() {
    return gait.discount();
  }

  private enum Nothing implements Sensor, Expert {
    MORE;

    @Override
    @HotPath
    public IoStatus sample(Tick tick, MutableObservation observation) {
      return IoStatus.OK;
    }

    @Override
    @HotPath
    public void act(Observation observation, MutableAction action) {
      action.zero();
    }

    @Override
    @HotPath
    public double remainingMetres(Observation observation) {
      return 0;
    }

    @Override
    public void close() {}
  }
}
