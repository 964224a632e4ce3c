package dev.tandem.simbridge.task;

import static dev.tandem.simbridge.task.PegHole.PLATE_TOP_METRES;

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
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Puts a peg into a hole with 1 mm of clearance, in the style of SERL's insertion tasks (arXiv
 * 2401.16013): 10 decisions a second, tool displacements over an impedance loop, reward 1 when the
 * peg is in, else 0. The hole's place is drawn per episode and seen with an error of up to 3 mm, so
 * that the peg has to feel its way along the rim.
 */
public final class PegInsert implements SimulatedTask {
  /** How far the seen hole may be from the true one, in the plane of the plate. */
  public static final double MAX_HOLE_ERROR_METRES = 0.003;

  /** Stiff contacts need a finer step than the control period. */
  private static final double MAX_INTEGRATION_SECONDS = 0.0005;

  private static final double MAX_STEP_METRES = 0.02;
  private static final double INSERTED_METRES = 0.015;

  private final PegHole scene = new PegHole();
  private final ArmWorld world;
  private final SignalSpec observationSpec;
  private final SignalSpec actionSpec = Displacements.spec("peg displacement", MAX_STEP_METRES);
  private final PegFeatures encoder;
  private final Block tool;
  private final Block hole;
  private final double[] trueHole = new double[3];
  private final TargetPoint seen;

  public PegInsert(ArmWorld.Maker worlds) {
    this.world =
        worlds.create(
            new ArmScene(
                Displacements.READY_RAD,
                PegHole.peg(),
                scene.obstacles(),
                ContactParameters.stiff(),
                MAX_INTEGRATION_SECONDS,
                ArmScene.WrenchSensor.wrist()));
    this.observationSpec =
        SimulatedTask.join(name(), world.observationSpec(), SignalSpec.block("hole", "m", 3));
    this.encoder = new PegFeatures(observationSpec);
    this.tool = observationSpec.block("tool");
    this.hole = observationSpec.block("hole");
    this.seen = new TargetPoint(hole);
    reset(0);
  }

  @Override
  public String name() {
    return "peg-insert";
  }

  @Override
  public void reset(long episodeSeed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(episodeSeed);
    trueHole[0] = random.nextDouble(0.45, 0.55);
    trueHole[1] = random.nextDouble(-0.05, 0.05);
    trueHole[2] = PLATE_TOP_METRES;
    double errorMetres = MAX_HOLE_ERROR_METRES * Math.sqrt(random.nextDouble());
    double angleRad = random.nextDouble(2 * Math.PI);
    double[] seenHole = seen.seen();
    seenHole[0] = trueHole[0] + errorMetres * Math.cos(angleRad);
    seenHole[1] = trueHole[1] + errorMetres * Math.sin(angleRad);
    seenHole[2] = trueHole[2];
    scene.moveTo(trueHole[0], trueHole[1]);
    world.reset(random.nextLong());
    world.placeTool(
        seenHole[0] + random.nextDouble(-0.03, 0.03),
        seenHole[1] + random.nextDouble(-0.03, 0.03),
        PLATE_TOP_METRES + random.nextDouble(0.03, 0.06));
  }

  /** One reward at the end, or none. */
  @Override
  public ReturnRange returnRange() {
    return new ReturnRange(0, 1);
  }

  @Override
  public double reward(Observation before, Action applied, Observation after) {
    return succeeded(after) ? 1 : 0;
  }

  @Override
  public boolean terminated(Observation after) {
    return succeeded(after);
  }

  /** Deep below the plate's top: only in the hole can the peg get there. */
  @Override
  public boolean succeeded(Observation after) {
    double depthMetres = after.get(hole.offset() + 2) - after.get(tool.offset() + 2);
    return depthMetres > INSERTED_METRES;
  }

  @Override
  public Sensor taskSensor() {
    return seen;
  }

  @Override
  public MeantContact meantContact() {
    return MeantContact.OF_TOOL;
  }

  @Override
  public Expert expert() {
    return new PegExpert(tool, trueHole);
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
    return 60;
  }

  @Override
  public double discount() {
    return 0.96;
  }
}
