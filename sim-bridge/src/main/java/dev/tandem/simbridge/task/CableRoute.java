package dev.tandem.simbridge.task;

import dev.tandem.runtime.learn.FeatureEncoder;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.simbridge.person.Expert;
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
public final class CableRoute extends TableTask {
  private static final double LEAST_METRES = 0.25;
  private static final double LEAST_RAD = 0.45;
  private static final double MOST_RAD = 0.85;

  private final CableRules rules;

  /** In a world of {@link TableScene#CABLE}. */
  public CableRoute(TableWorld world) {
    super(world, "cable", TablePace.UNHURRIED);
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
    table().place(HOME_RAD, x, y);
  }

  @Override
  TableRules rules() {
    return rules;
  }

  @Override
  public Expert expert() {
    return new CableExpert(rules, pull(rules.plug()));
  }

  @Override
  public FeatureEncoder encoder() {
    return new CableFeatures(observationSpec(), rules.cable());
  }
}
