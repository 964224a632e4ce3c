package dev.tandem.simbridge.task;

import dev.tandem.runtime.learn.FeatureEncoder;
import dev.tandem.runtime.learn.ReturnRange;
import dev.tandem.runtime.sense.Sensor;
import dev.tandem.runtime.signal.Action;
import dev.tandem.runtime.signal.Block;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.simbridge.person.Expert;
import dev.tandem.simbridge.world.AdjustableWorld;
import dev.tandem.simbridge.world.ArmScene;
import dev.tandem.simbridge.world.ArmWorld;
import dev.tandem.simbridge.world.ContactParameters;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Brings the tool to a point in free space. Dense reward: minus the distance in units of 10 cm, per
 * decision; the task ends within 1 cm.
 */
public final class Reach implements SimulatedTask {
  private static final double MAX_INTEGRATION_SECONDS = 0.001;

  private static final double MAX_STEP_METRES = 0.05;
  private static final double REACHED_METRES = 0.01;
  private static final double REWARD_METRES = 0.1;
  private static final double FAR_METRES = 0.2;

  private final ArmWorld world;
  private final SignalSpec observationSpec;
  private final SignalSpec actionSpec = Displacements.spec("reach displacement", MAX_STEP_METRES);
  private final TargetPoint target;
  private final FeatureEncoder encoder;
  private final Block tool;

  public Reach(ArmWorld.Maker worlds) {
    this.world =
        worlds.create(
            new ArmScene(
                Displacements.READY_RAD,
                List.of(),
                List.of(),
                ContactParameters.stiff(),
                MAX_INTEGRATION_SECONDS,
                ArmScene.WrenchSensor.wrist()));
    this.observationSpec =
        SimulatedTask.join(name(), world.observationSpec(), SignalSpec.block("target", "m", 3));
    this.tool = observationSpec.block("tool");
    this.target = new TargetPoint(observationSpec.block("target"));
    this.encoder = new ReachFeatures(observationSpec);
    reset(0);
  }

  @Override
  public String name() {
    return "reach";
  }

  @Override
  public void reset(long episodeSeed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(episodeSeed);
    draw(random, target.seen());
    double[] start = new double[3];
    draw(random, start);
    world.reset(random.nextLong());
    world.placeTool(start[0], start[1], start[2]);
  }

  private static void draw(RandomGenerator random, double[] point) {
    point[0] = random.nextDouble(0.40, 0.60);
    point[1] = random.nextDouble(-0.15, 0.15);
    point[2] = random.nextDouble(0.10, 0.35);
  }

  /** The least is what staying 20 cm away for ever costs. */
  @Override
  public ReturnRange returnRange() {
    return ReturnRange.ofRewards(-FAR_METRES / REWARD_METRES, 0, discount());
  }

  @Override
  public double reward(Observation before, Action applied, Observation after) {
    return -target.distanceMetres(after, tool) / REWARD_METRES;
  }

  @Override
  public boolean terminated(Observation after) {
    return succeeded(after);
  }

  @Override
  public boolean succeeded(Observation after) {
    return target.distanceMetres(after, tool) < REACHED_METRES;
  }

  @Override
  public Sensor taskSensor() {
    return target;
  }

  @Override
  public Expert expert() {
    return new ReachExpert(tool, target);
  }

  @Override
  public AdjustableWorld world() {
    return world;
  }

  @Override
  public SignalSpec observationSpec() {
    return observationSpec;
  }

  @Override
  public SignalSpec actionSpec() {
    return actionSpec;
  }

  @Override
  public FeatureEncoder encoder() {
    return encoder;
  }

  @Override
  public int ticksPerDecision() {
    return 100;
  }

  @Override
  public int horizonSteps() {
    return 50;
  }

  @Override
  public double discount() {
    return 0.95;
  }
}
