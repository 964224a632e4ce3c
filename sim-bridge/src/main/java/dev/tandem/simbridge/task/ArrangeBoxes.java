package dev.tandem.simbridge.task;

import dev.tandem.runtime.learn.FeatureEncoder;
import dev.tandem.simbridge.person.Expert;
import dev.tandem.simbridge.world.TableScene;
import dev.tandem.simbridge.world.TableWorld;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Puts boxes of 4 cm and 0.1 kg, each of another colour, onto the marked places of their colours,
 * after gym-hil's ArrangeBoxes: 10 decisions a second, actions {@code dx, dy, dz} that move the
 * arm's target and {@code gripper} that is added to how far the gripper is closed. It is done, and
 * over, when every box lies within 3 cm of its place and none is held; else time ends it, which is
 * a truncation. What is rewarded says {@link ArrangeRules}.
 */
public final class ArrangeBoxes extends TableTask {
  /** Metres, x and y of each box's place; the model marks them. */
  static final double[][] PLACES = {{0.5, 0.12}, {0.5, -0.12}};

  /** Room for open fingers beside a box, and for the box that they hold. */
  static final double APART_METRES = 0.1;

  private final List<MarkedBox> boxes = new ArrayList<>();
  private final ArrangeRules rules;

  /** In a world of {@link TableScene#BOXES}. */
  public ArrangeBoxes(TableWorld world) {
    super(world, "arrange", TablePace.UNHURRIED);
    for (int i = 0; i < PLACES.length; i++) {
      BoxSight sight = new BoxSight(world.observationSpec(), TableScene.BOXES.things().get(i));
      boxes.add(new MarkedBox(sight, PLACES[i][0], PLACES[i][1]));
    }
    this.rules = new ArrangeRules(boxes);
    reset(0);
  }

  @Override
  public String name() {
    return "arrange-boxes";
  }

  /** Evenly where the arm reaches, 10 cm from each other and from every place. */
  @Override
  public void reset(long episodeSeed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(episodeSeed);
    List<double[]> taken = new ArrayList<>(Arrays.asList(PLACES));
    double[] metres = new double[2 * PLACES.length];
    for (int i = 0; i < PLACES.length; i++) {
      double[] free = draw(random, taken);
      taken.add(free);
      metres[2 * i] = free[0];
      metres[2 * i + 1] = free[1];
    }
    table().place(HOME_RAD, metres);
  }

  private static double[] draw(RandomGenerator random, List<double[]> taken) {
    while (true) {
      double x = random.nextDouble(0.3, 0.58);
      double y = random.nextDouble(-0.25, 0.25);
      if (taken.stream().allMatch(at -> Math.hypot(at[0] - x, at[1] - y) > APART_METRES)) {
        return new double[] {x, y};
      }
    }
  }

  @Override
  TableRules rules() {
    return rules;
  }

  @Override
  public Expert expert() {
    return new ArrangeExpert(boxes, pull(boxes.get(0).box()));
  }

  /** Pictures show where the boxes are. */
  @Override
  public Optional<Scene> scene() {
    return Optional.of(ArrangeFeatures.scene(observationSpec()));
  }

  @Override
  public FeatureEncoder encoder() {
    return ArrangeFeatures.all(observationSpec());
  }
}
