package dev.tandem.simbridge.task;

import dev.tandem.runtime.learn.FeatureEncoder;
import dev.tandem.runtime.learn.ReturnRange;
import dev.tandem.runtime.sense.Sensor;
import dev.tandem.runtime.signal.Action;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.simbridge.person.Expert;
import dev.tandem.simbridge.world.AdjustableWorld;
import dev.tandem.simbridge.world.Cable;
import dev.tandem.simbridge.world.TableScene;
import dev.tandem.simbridge.world.TableWorld;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Lays a cable of 28 cm, fixed at one end to the table, into two clips that are open upwards, by
 * the plug at its other end, after SERL's cable routing: 10 decisions a second, actions {@code dx,
 * dy, dz} that move the arm's target and {@code gripper} that is added to how far the gripper is
 * closed. It is done, and over, when the cable lies between the posts of both clips, the plug on
 * the table, let go of; else time ends it, which is a truncation. What is rewarded says {@link
 * CableRules}.
 */
public final class CableRoute implements SimulatedTask {
  private static final double[] HOME_RAD = {0, -0.785, 0, -2.35, 0, 1.57, Math.PI / 4};
  private static final double MAX_STEP_METRES = 0.05;
  private static final int TICKS_PER_DECISION = 50;
  private static final int HORIZON_STEPS = 120;
  private static final double DISCOUNT = 0.97;

  private static final double LEAST_METRES = 0.25;
  private static final double LEAST_RAD = 0.45;
  private static final double MOST_RAD = 0.85;

  private final TableWorld world;
  private final SignalSpec actionSpec = Displacements.withGripper("cable", MAX_STEP_METRES);
  private final CableRules rules;

  /** In a world of {@link TableScene#CABLE}. */
  public CableRoute(TableWorld world) {
    this.world = world;
    SignalSpec seen = world.observationSpec();
    this.rules = new CableRules(new CableSight(seen), new BoxSight(seen, "plug"));
    reset(0);
  }

  @Override
  public String name() {
    return "cable-route";
  }

  /** The cable lies in a flat arc, to the left or to the right of the clips. */
  @Override
  public void reset(long episodeSeed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(episodeSeed);
    Cable cable = TableScene.CABLE.cable();
    double chord = random.nextDouble(LEAST_METRES, cable.links() * cable.linkMetres());
    double side = random.nextBoolean() ? 1 : -1;
    double yaw = side * random.nextDouble(LEAST_RAD, MOST_RAD);
    double x = cable.anchorXMetres() + chord * Math.cos(yaw);
    double y = cable.anchorYMetres() + chord * Math.sin(yaw);
    world.place(HOME_RAD, x, y);
  }

  @Override
  public double reward(Observation before, Action applied, Observation after) {
    return rules.reward(after);
  }

  @Override
  public boolean terminated(Observation after) {
    return rules.succeeded(after);
  }

  @Override
  public boolean succeeded(Observation after) {
    return rules.succeeded(after);
  }

  @Override
  public ReturnRange returnRange() {
    return CableRules.returnRange(DISCOUNT);
  }

  @Override
  public Sensor taskSensor() {
    return NothingMore.SENSED;
  }

  @Override
  public MeantContact meantContact() {
    return MeantContact.OF_TOOL;
  }

  @Override
  public Expert expert() {
    double decisionSeconds = TICKS_PER_DECISION * (periodNanos() * 1e-9);
    return new CableExpert(rules, new ToolPull(rules.plug(), decisionSeconds, MAX_STEP_METRES));
  }

  @Override
  public AdjustableWorld world() {
    return world;
  }

  @Override
  public SignalSpec observationSpec() {
    return world.observationSpec();
  }

  @Override
  public SignalSpec actionSpec() {
    return actionSpec;
  }

  @Override
  public FeatureEncoder encoder() {
    return new CableFeatures(world.observationSpec(), rules.cable());
  }

  @Override
  public long periodNanos() {
    return PickCube.PERIOD_NANOS;
  }

  @Override
  public int ticksPerDecision() {
    return TICKS_PER_DECISION;
  }

  @Override
  public int horizonSteps() {
    return HORIZON_STEPS;
  }

  @Override
  public double discount() {
    return DISCOUNT;
  }
}
