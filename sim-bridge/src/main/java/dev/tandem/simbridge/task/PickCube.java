package dev.tandem.simbridge.task;

import dev.tandem.runtime.learn.FeatureEncoder;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.simbridge.person.Expert;
import dev.tandem.simbridge.world.TableWorld;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Picks up a cube of 4 cm and 0.1 kg, as SERL's and gym-hil's PandaPickCube do from state: their
 * timing, reset and reward, in a model of our own; {@link PickPublished} has their spaces, too.
 * Actions are theirs times their scale: {@code dx, dy, dz} in metres move the arm's target, not the
 * tool, and {@code gripper} is added to how far the gripper is closed. Two of their known faults
 * are not kept: a time-out is a truncation, and the seed reaches the cube.
 */
public final class PickCube extends TableTask {
  /** Above this SERL's reward does not grow. */
  static final double PAID_LIFT_METRES = 0.2;

  private final PickVariant variant;
  private final FeatureEncoder encoder;
  private final BoxSight sight;
  private final PickRules rules;

  private PickCube(PickVariant variant, TableWorld world) {
    super(world, variant.name(), variant.pace());
    this.variant = variant;
    this.encoder = PickFeatures.of(world.observationSpec(), variant.observed());
    this.sight = new BoxSight(world.observationSpec(), "cube");
    this.rules =
        variant.dense()
            ? new PickRules.Dense(sight)
            : new PickRules.Sparse(sight, variant.area(), actionSpec().indexOf("gripper"));
    reset(0);
  }

  /** SERL's: a dense reward, 2 s. */
  public static PickCube dense(TableWorld world) {
    return new PickCube(PickVariant.serl(), world);
  }

  /** Gym-hil's: a sparse reward, 10 s. */
  public static PickCube sparse(TableWorld world) {
    return new PickCube(PickVariant.gymHil(), world);
  }

  @Override
  public String name() {
    return variant.name();
  }

  @Override
  public void reset(long episodeSeed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(episodeSeed);
    PickRules.StartArea area = variant.area();
    double x = random.nextDouble(area.minX(), area.maxX());
    double y = random.nextDouble(area.minY(), area.maxY());
    table().place(variant.homeRad(), x, y);
  }

  @Override
  TableRules rules() {
    return rules;
  }

  @Override
  public Expert expert() {
    return new PickExpert(sight, pull(sight));
  }

  /** Pictures show where the cube is, from the tool and from the middle of the arm's box. */
  @Override
  public Optional<Scene> scene() {
    SignalSpec seen = observationSpec();
    List<String> own = variant.observed().stream().filter(name -> !name.equals("cube")).toList();
    double near = PickFeatures.NEAR_METRES;
    double place = PickFeatures.PLACE_METRES;
    return Optional.of(
        new Scene(
            PickFeatures.of(seen, own),
            PickFeatures.of(seen, List.of("cube", "cube_place")),
            new double[] {near, near, near, place, place, place}));
  }

  @Override
  public FeatureEncoder encoder() {
    return encoder;
  }
}
